"""Floor 11: the work places that combine rooms; reads, writes nothing."""
