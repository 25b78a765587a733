"""Looking for words in every column of every table."""

from sqlalchemy import String, cast, func, select

from app.core.db import Base, db


def cells_with(text: str) -> list[str]:
    """Return the columns in which ``text`` stands somewhere, in capitals or not."""
    db.session.expire_all()
    found = []
    for table in Base.metadata.sorted_tables:
        for column in table.c:
            words = func.lower(cast(column, String))
            there = select(func.count()).select_from(table).where(words.contains(text.lower()))
            if db.session.scalar(there):
                found.append(str(column))
    return found
