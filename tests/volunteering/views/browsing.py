"""What tests of the pages share: answers that fit the forms, and counting statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import Engine, event

from app.core import clock

NEXT_WEEK = (clock.today() + timedelta(days=7)).isoformat()
TEXTS = {
    "title": "Zwerfvuil prikken",
    "what": "We prikken een uur zwerfvuil.",
    "why": "",
    "place": "Het pleintje bij de molen",
    "contact_name": "Anna",
    "bring": "",
    "risk_note": "Let op het verkeer.",
    "minimum_age": "16",
}
MOMENT = {"date": NEXT_WEEK, "starts": "10:00", "ends": "12:00", "places": "8"}


def moment(number: int, **answers: str) -> dict[str, str]:
    """Return the answers about the moment with this number."""
    return {f"shifts-{number}-{name}": text for name, text in (MOMENT | answers).items()}


@contextmanager
def counted_statements() -> Iterator[list[str]]:
    """Count what is asked of the database meanwhile."""
    statements: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", count)
