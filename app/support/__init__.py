"""Floor 7: what can be offered, what is asked, and what is decided."""
