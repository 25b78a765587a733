"""Floor 8: district teams, their collective hours, and what professionals answer."""
