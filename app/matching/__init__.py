"""Floor 9: who and what could answer a request, and why."""
