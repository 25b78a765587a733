"""The database refuses to change the log, also for SQL that goes around the application."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.audit.models import Entry
from app.audit.service import record
from app.core.db import db
from factories.accounts import a_person


@pytest.fixture(autouse=True)
def line() -> Entry:
    anna = a_person()
    entry = record(anna, "users.wave", anna)
    db.session.commit()
    return entry


@pytest.mark.parametrize(
    "statement",
    [
        "update audit_entries set reason = 'it was somebody else'",
        "update audit_entries set at = at",
        "delete from audit_entries",
    ],
)
def test_the_database_refuses_to_change_a_line(statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        db.session.execute(text(statement))

    db.session.rollback()
    assert [entry.action for entry in db.session.query(Entry)] == ["users.wave"]


def test_the_database_refuses_to_empty_the_log() -> None:
    is_sqlite = db.engine.dialect.name == "sqlite"
    statement = "delete from audit_entries" if is_sqlite else "truncate audit_entries"

    with pytest.raises(DBAPIError, match="append-only"):
        db.session.execute(text(statement))


def test_the_application_refuses_as_well(line: Entry) -> None:
    line.reason = "it was somebody else"
    with pytest.raises(TypeError, match="append-only"):
        db.session.flush()
