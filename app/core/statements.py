"""Parts of statements that are put together once and asked often."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, literal


def one_of(column: ColumnElement[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Return the condition that ``column`` is one of ``values``, which are always the same.

    Without ``literal``, the list would be written into the statement again at each execution.
    """
    return column.in_([literal(value, column.type) for value in sorted(values)])
