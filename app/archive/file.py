"""Everything in the database that belongs to the file of a request, found by what refers to it.

A table that comes later, and refers to a request, a need or a letter, is in the file as well. A row
that can do without (its column may be empty) is not part of the file: it is left, and forgets
the request. Such are the lines of a ledger, whose sums have to stay true.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Table, and_, delete, or_, select, update

from app.core.db import Base, db
from app.support.models import SupportRequest

ROOT = Base.metadata.tables[SupportRequest.__tablename__]


class Reference(NamedTuple):
    """A column that leads to a table of the file."""

    column: Column[Any]
    to: Table


def tables() -> list[Table]:
    """Return the tables of a file: the request first, and each after what it belongs to."""
    return list(_owners())


def rows_of(request_id: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give the name and the rows of each table of a file that has any."""
    for table in tables():
        found = select(table).where(_belongs(table, [request_id])).order_by(table.c.id)
        rows = [dict(row) for row in db.session.execute(found).mappings()]
        if rows:
            yield table.name, rows


def destroy(request_ids: Sequence[int]) -> None:
    """Delete the files of these requests; what only points at them points at nothing after it."""
    db.session.flush()
    for reference in _loose():
        rows = reference.column.in_(_ids(reference.to, request_ids))
        db.session.execute(
            update(reference.column.table).where(rows).values({reference.column: None})
        )
    for table in reversed(tables()):
        db.session.execute(delete(table).where(_belongs(table, request_ids)))
    db.session.expire_all()


@cache
def _owners() -> dict[Table, list[Reference]]:
    """Return the tables of a file with the columns through which their rows belong to it."""
    owners: dict[Table, list[Reference]] = {ROOT: []}
    for table in Base.metadata.sorted_tables:
        needed = [one for one in _references(table, owners) if not one.column.nullable]
        if needed:
            owners[table] = needed
    return owners


def _loose() -> list[Reference]:
    """Return the columns that point at a file from rows that do not belong to it."""
    owners = _owners()
    outside = [table for table in Base.metadata.sorted_tables if table not in owners]
    return [reference for table in outside for reference in _references(table, owners)]


def _references(table: Table, owners: dict[Table, list[Reference]]) -> list[Reference]:
    return [
        Reference(key.parent, key.column.table)
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
        if key.column.table in owners
    ]


def _belongs(table: Table, request_ids: Sequence[int]) -> ColumnElement[bool]:
    if table is ROOT:
        return and_(ROOT.c.id.in_(request_ids))
    return or_(*(one.column.in_(_ids(one.to, request_ids)) for one in _owners()[table]))


def _ids(table: Table, request_ids: Sequence[int]) -> Any:
    return select(table.c.id).where(_belongs(table, request_ids))
