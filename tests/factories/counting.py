"""Count the SQL statements that something costs."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event

from app.areas.tree import tree
from app.core.db import db


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the statements that are sent meanwhile; beginning a transaction is none."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def statements(act: Callable[[], object]) -> int:
    """Return how many statements ``act`` sends, with nothing in memory but the tree of areas."""
    return len(sent_by(act))


def sent_by(act: Callable[[], object]) -> list[str]:
    """Return the statements themselves, to see which ones there are."""
    db.session.commit()
    tree()
    with counted() as sent:
        act()
    return sent
