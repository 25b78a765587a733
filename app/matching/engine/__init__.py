"""Pure values in, pure values out: who could answer a request, and why."""
