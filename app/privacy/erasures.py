"""Who was erased, in the journal beside the database: a backup must not bring anybody back.

A line holds a number and when that account was made, and nothing that says who it was.
"""

from app.accounts.models import ERASED_HOST
from app.core import journal

KIND = "erasures"
ERASED = f"%@{ERASED_HOST}"  # the addresses of accounts that are only a number


def note(person_id: int, since: str) -> None:
    """Write down that an account was erased: its number, and when it was made."""
    journal.append(KIND, person=person_id, since=since)
