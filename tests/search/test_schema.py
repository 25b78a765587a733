"""The index comes and goes with its table, and no migration takes it for a stray table."""

from sqlalchemy import Table, inspect, text
from sqlalchemy.schema import CreateTable

from app.core.db import Base, db
from app.search import schema, service
from app.search.models import SearchDocument


def test_the_index_is_made_and_dropped_together_with_its_table() -> None:
    connection = db.session.connection()
    table = SearchDocument.__table__

    table.drop(connection)
    table.create(connection)
    service.put("plan", 1, "tuin")

    hits = service.hits().select()
    assert db.session.execute(hits, service.asked("plan", "tuinen")).all() == [(1, 1)]


def test_what_no_model_knows_is_known_to_be_made_here() -> None:
    there = inspect(db.session.connection())
    tables = set(there.get_table_names()) - set(Base.metadata.tables)
    indexes = {index["name"] for index in there.get_indexes("search_documents")}
    strays = tables | indexes - _names_of(SearchDocument.__table__)

    assert strays == {name for name in strays if schema.is_made_here(name)}
    assert not schema.is_made_here("search_documents")
    assert not schema.is_made_here(None)


def test_a_migration_can_make_and_drop_the_index_by_itself() -> None:
    dialect, connection = db.engine.dialect.name, db.session.connection()
    for statement in schema.drop_statements(dialect):
        connection.execute(text(statement))
    connection.execute(text("drop table search_documents"))

    connection.execute(CreateTable(SearchDocument.__table__))
    for statement in schema.create_statements(dialect):
        connection.execute(text(statement))
    service.put("plan", 1, "tuin")

    hits = service.hits().select()
    assert db.session.execute(hits, service.asked("plan", "tuinen")).all() == [(1, 1)]


def _names_of(table: Table) -> set[object]:
    return {thing.name for thing in (*table.indexes, *table.constraints)}
