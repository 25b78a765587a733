"""Floor 11: home, districts, and the pages about the portal itself."""
