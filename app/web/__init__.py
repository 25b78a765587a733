"""Floor 1: the HTTP edge."""
