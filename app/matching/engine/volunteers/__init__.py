"""Which tasks fit a volunteer, and whom to ask for a task: pure, and about a pair, never about a person."""
