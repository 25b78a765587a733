"""Floor 2: who did what to which thing, when; never edited."""
