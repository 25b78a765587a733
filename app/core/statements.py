"""Parts of statements that are put together once and asked often."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Executable, literal

from app.core.db import db


def ask(statement: Executable, values: Mapping[str, object]) -> CursorResult[*tuple[Any, ...]]:
    """Return what the database answers to a statement about rows, not models.

    The connection is asked, without the work that a session does for models; what this request
    changed before is written first.
    """
    session = db.session()
    session.flush()
    return session.connection().execute(statement, values)


def one_of(column: ColumnElement[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that ``column`` is one of ``values``, which are always the same.

    Without ``literal``, the list would be written into the statement again at each execution.
    """
    return column.in_([literal(value, column.type) for value in sorted(values)])
