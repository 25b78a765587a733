"""Floor 8: who is for a plan and who is not: what neighbours said on the site, and on lists of paper."""
