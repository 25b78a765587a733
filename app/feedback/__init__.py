"""Floor 8: how a plan went, as the people who took part say once it is done."""
