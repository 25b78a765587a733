"""Write many rows of one table at once: the fastest way of each database, with the same result."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Dialect, Engine, Table, func, insert, select, text

from app.core.db import Base

CHUNK = 5_000  # rows in one statement

Row = dict[str, Any]
Write = Callable[[Any], Any]


def write(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows that all have the same columns."""
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
        return
    for start in range(0, len(rows), CHUNK):
        connection.execute(insert(table), rows[start : start + CHUNK])


def settle(connection: Connection) -> None:
    """Let PostgreSQL count on after our numbers; SQLite does that by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        following = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, following, False)))


def tidy(engine: Engine) -> None:
    """Let PostgreSQL learn at once what the tables look like now that they are full.

    It would do so by itself, table after table, while people already read. SQLite chooses its
    indexes well without.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            alone = connection.execution_options(isolation_level="AUTOCOMMIT")
            alone.execute(text("vacuum (analyze)"))


def _copy(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Send the rows in the ``copy`` protocol: less than half the time of ``insert``."""
    names = tuple(rows[0])
    processors = _processors(table, names, connection.dialect)
    statement = sql.SQL("copy {} ({}) from stdin").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names))
    )
    raw: Any = connection.connection.driver_connection
    with raw.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(
                [
                    process(row[name]) if process else row[name]
                    for name, process in zip(names, processors, strict=True)
                ]
            )


@cache
def _processors(table: Table, names: tuple[str, ...], dialect: Dialect) -> list[Write | None]:
    """Return how the types of the columns write their values, as SQLAlchemy asks them."""
    return [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names]
