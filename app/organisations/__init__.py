"""Floor 5: associations and partners, and their members."""
