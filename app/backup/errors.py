"""Why a backup is not made, or not put back."""


class NotPossible(Exception):
    """Said to whoever gave the command: what is the matter, and what to do."""
