"""Somebody of the staff takes a list of requests along: the log says who, when, and what was in it."""

from collections.abc import Sequence

from app.accounts.models import User
from app.audit.service import record
from app.core.permissions import authorize
from app.support import rules
from app.support.listing import Column


def note_file(number: int, columns: Sequence[Column], *, by: User) -> None:
    """Write down that ``by`` took a file with so many requests and these columns."""
    authorize(by, rules.list_open)
    labels = ", ".join(column.label for column in columns)
    record(by, "users.take_requests", by, new=str(number), reason=labels)
