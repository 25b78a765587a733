"""Which connections a database gets."""

from app.core.db import READING, engines_beside


def test_postgresql_gets_connections_that_cannot_write() -> None:
    beside = engines_beside("postgresql+psycopg://somebody@somewhere/aanzet")
    assert "default_transaction_read_only=on" in beside[READING]["connect_args"]["options"]
    assert beside[READING]["isolation_level"] == "AUTOCOMMIT"


def test_sqlite_has_one_engine() -> None:
    assert engines_beside("sqlite:///aanzet.db") == {}
