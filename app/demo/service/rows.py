"""Rows on their way to the database: numbered here, written by thousands at a time."""

from collections import defaultdict
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from app.core.db import Base
from app.demo.service import bulk
from app.demo.service.bulk import Row

MOST = 40_000  # rows in memory before they are written


class Rows:
    """Takes rows of any table, hands out their numbers and writes them parents first.

    A row may refer to any row that was added before it.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = defaultdict(list)
        self._in_order: dict[str, str] = {}
        self._count = 0
        self.last: dict[str, int] = {}

    def number(self, model: type[Base]) -> int:
        """Return the number of the next row of a table."""
        name = model.__tablename__
        if name not in self.last:
            self.last[name] = self._highest(_table(name))
        self.last[name] += 1
        return self.last[name]

    def add(self, model: type[Base], **values: Any) -> int:
        """Take a row and return its number; columns that are not given get their default."""
        number: int = values.get("id") or self.number(model)
        values["id"] = number
        self._keep(model.__tablename__, values)
        return number

    def add_in_order(self, model: type[Base], by: str, **values: Any) -> None:
        """Take a row that gets its number when it is written: in the order of the column ``by``."""
        self._in_order[model.__tablename__] = by
        self._keep(model.__tablename__, values)

    def write_when_many(self) -> None:
        """Write what waits, once that is much."""
        if self._count >= MOST:
            self.write()

    def write(self) -> None:
        """Write everything that waits."""
        for name in _parents_first():
            if waiting := self._waiting.pop(name, None):
                self._write(_table(name), waiting)
        self._count = 0

    def _keep(self, name: str, values: Row) -> None:
        self._waiting[name].append({**_defaults(name), **values})
        self._count += 1

    def _write(self, table: Table, waiting: list[Row]) -> None:
        if table.name in self._in_order:
            waiting.sort(key=itemgetter(self._in_order[table.name]))
            first = self.last.setdefault(table.name, self._highest(table)) + 1
            for number, row in enumerate(waiting, first):
                row["id"] = number
            self.last[table.name] += len(waiting)
        bulk.write(self._connection, table, waiting)

    def _highest(self, table: Table) -> int:
        return self._connection.scalar(select(func.max(table.c.id))) or 0


@cache
def _table(name: str) -> Table:
    return Base.metadata.tables[name]


@cache
def _parents_first() -> tuple[str, ...]:
    return tuple(table.name for table in Base.metadata.sorted_tables)


@cache
def _defaults(name: str) -> Row:
    """Return the plain defaults of a table; a column with a clock in it has to be given."""
    plain: Row = {}
    for column in _table(name).columns:
        if isinstance(column.default, ScalarElementColumnDefault):
            plain[column.name] = column.default.arg
        elif column.nullable and column.computed is None:
            plain[column.name] = None
    return plain
