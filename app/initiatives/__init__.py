"""Floor 6: a residents' plan from first draft to the end."""
