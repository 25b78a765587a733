"""Make one statement slow, so that people who act at the same moment really meet."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from app.core.db import db


@contextmanager
def slowly(beginning: str, seconds: float = 0.1) -> Iterator[None]:
    """Wait before every statement with this ``beginning``: ``DELETE FROM memberships``."""

    def wait(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith(beginning):
            time.sleep(seconds)

    event.listen(db.engine, "before_cursor_execute", wait)
    try:
        yield
    finally:
        event.remove(db.engine, "before_cursor_execute", wait)
