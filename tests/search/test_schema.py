"""The index comes and goes with its table, and no migration takes it for a stray table."""

from sqlalchemy import inspect, text

from app.core.db import Base, db
from app.search import schema, service
from app.search.models import SearchDocument


def test_the_index_is_made_and_dropped_together_with_its_table() -> None:
    connection = db.session.connection()
    table = SearchDocument.__table__

    table.drop(connection)
    table.create(connection)
    service.put("plan", 1, "tuin")

    hits = service.find("plan", "tuinen")
    assert hits is not None
    assert db.session.execute(hits.select()).all() == [(1, 1)]


def test_what_no_model_knows_is_known_to_be_made_here() -> None:
    there = inspect(db.session.connection())
    names = set(there.get_table_names()) - set(Base.metadata.tables)
    names |= {index["name"] or "" for index in there.get_indexes("search_documents")}
    names -= {"ix_search_documents_kind_id"}

    assert names == {name for name in names if schema.is_made_here(name)}
    assert not schema.is_made_here("search_documents")
    assert not schema.is_made_here(None)


def test_a_migration_can_ask_for_the_statements_of_its_database() -> None:
    dialect = db.engine.dialect.name
    connection = db.session.connection()
    SearchDocument.__table__.drop(connection)

    connection.execute(text("create table search_documents (id integer, kind text, terms text)"))
    connection.execute(text("drop table search_documents"))
    SearchDocument.__table__.create(connection)
    for statement in schema.drop_statements(dialect):
        connection.execute(text(statement))

    assert len(schema.create_statements(dialect)) > 0
