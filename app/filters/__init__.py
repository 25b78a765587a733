"""Filters that somebody of the staff keeps under a name: what a queue is narrowed by, to come back to."""
