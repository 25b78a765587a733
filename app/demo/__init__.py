"""Demo: an invented Dutch municipality, for development, tests and measurements."""
