"""Floor 10: nothing by a resident is public before somebody looked."""
