"""Count the SQL statements that something costs."""

from collections.abc import Callable

from sqlalchemy import Engine, event

from app.areas.tree import tree
from app.core.db import db


def statements(act: Callable[[], object]) -> int:
    """Return how many statements ``act`` sends, with nothing in memory but the tree of areas."""
    return len(sent_by(act))


def sent_by(act: Callable[[], object]) -> list[str]:
    """Return the statements themselves, to see which ones there are."""
    db.session.commit()
    tree()
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        act()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return sent
