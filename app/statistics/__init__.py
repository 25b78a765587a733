"""Floor 11: numbers about everything that happens here; reads, writes nothing."""
