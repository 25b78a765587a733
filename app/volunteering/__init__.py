"""Floor 7: tasks, shifts, sign-ups and the waiting list."""
