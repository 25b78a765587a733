"""The index of each database, made and dropped together with the table it is over."""

from typing import Protocol

from sqlalchemy import Connection, Insert, Subquery, Table, event, text

from app.search import postgres, sqlite
from app.search.models import SearchDocument
from app.search.question import Term


class BackEnd(Protocol):
    """What the module of each database has."""

    CREATE: tuple[str, ...]
    DROP: tuple[str, ...]
    TIDY: str
    HITS: Subquery  # the ``id`` and ``position`` of what is asked

    def keep(self) -> Insert:
        """Return the statement that adds or replaces a document."""

    def asked(self, kind: str, terms: list[Term], *, any_of: bool = False) -> dict[str, str]:
        """Return what ``HITS`` leaves open, for what of ``kind`` has all (or any) ``terms``."""


BACK_ENDS: dict[str, BackEnd] = {"sqlite": sqlite, "postgresql": postgres}
MADE_HERE = ("search_index", "ix_search_documents_terms")  # and the tables FTS5 keeps beside it


def create_statements(dialect: str) -> tuple[str, ...]:
    """Return the statements that a migration runs right after it made ``search_documents``."""
    return BACK_ENDS[dialect].CREATE


def drop_statements(dialect: str) -> tuple[str, ...]:
    """Return the statements that a migration runs right before it drops ``search_documents``."""
    return BACK_ENDS[dialect].DROP


def is_made_here(name: str | None) -> bool:
    """Tell whether a table or index is part of the search index, so that no model knows it."""
    return name is not None and name.startswith(MADE_HERE)


@event.listens_for(SearchDocument.__table__, "after_create")
def _create(_: Table, connection: Connection, **__: object) -> None:
    for statement in create_statements(connection.dialect.name):
        connection.execute(text(statement))


@event.listens_for(SearchDocument.__table__, "before_drop")
def _drop(_: Table, connection: Connection, **__: object) -> None:
    for statement in drop_statements(connection.dialect.name):
        connection.execute(text(statement))
