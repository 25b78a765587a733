"""Floor 11: what the portal keeps of a person, told to that person."""
