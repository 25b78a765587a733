"""The sections of a desk, by the role they are for."""
