"""Floor 4: the inbox, and the mail that leaves from it."""
