"""What the pages of initiatives ask, and how it is checked."""
