"""One unit of work for jobs and commands: everything is kept, or nothing is."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.core.db import IMMEDIATE, db


@contextmanager
def transaction(*, keep: bool = True) -> Iterator[None]:
    """Commit at the end; roll back on any error, or always with ``keep=False`` (a dry run)."""
    db.session.rollback()
    db.session.connection(execution_options=IMMEDIATE)
    try:
        yield
        if keep:
            db.session.commit()
    finally:
        db.session.rollback()
