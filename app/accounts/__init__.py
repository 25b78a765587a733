"""Floor 3: people, their roles with an area, and how they sign in."""
