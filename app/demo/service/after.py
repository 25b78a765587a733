"""What a database wants to know after so many rows with numbers of our own."""

from sqlalchemy import Connection, func, select, text

from app.core.db import Base


def tidy(connection: Connection) -> None:
    """Let PostgreSQL count on after our last numbers, and learn what the tables look like.

    SQLite does the first by itself, and chooses well without the second.
    """
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        highest = select(func.coalesce(func.max(table.c.id), 1)).scalar_subquery()
        sequence = func.pg_get_serial_sequence(table.name, "id")
        connection.execute(select(func.setval(sequence, highest)))
    connection.execute(text("analyze"))
