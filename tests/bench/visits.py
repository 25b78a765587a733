"""Which pages are measured, who visits them, and how many SQL statements each takes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from flask.testing import FlaskClient
from sqlalchemy import Engine, event, func, select

from app import create_app
from app.accounts.models import RoleAssignment, User
from app.accounts.roles import Role
from app.areas.models import Area, AreaKind
from app.core.db import db
from app.initiatives.models import Initiative, Theme
from app.initiatives.voices import Question
from tests.bench.readers import cookie_of

COMMON, RARE = "buurt", "moestuin"  # words: in most plans, and in less than one of a hundred


def environment() -> dict[str, str]:
    """Return the environment for commands of the portal."""
    return {**os.environ, "FLASK_APP": "wsgi:app"}


def prepare(address: str) -> tuple[dict[str, str], dict[str, str], dict[str, int]]:
    """Return, by page: its path, the cookie of its visitor, and its number of statements."""
    app = create_app({"SQLALCHEMY_DATABASE_URI": address})
    with app.app_context():
        pages = _pages()
        cookies = {"desk": cookie_of(app, _a_coordinator())}
    client = app.test_client(use_cookies=False)  # a cookie is sent as a header
    statements = {name: _count(client, path, cookies.get(name, "")) for name, path in pages.items()}
    with app.app_context():
        db.engine.dispose()
    return pages, cookies, statements


def _pages() -> dict[str, str]:
    """Return the pages, with the most asked-about initiative as the one to read."""
    questions = func.count(Question.id)
    busiest = db.session.scalar(
        select(Initiative.id)
        .join(Question)
        .where(Initiative.is_listed == 1)
        .group_by(Initiative.id)
        .order_by(questions.desc(), Initiative.id)
        .limit(1)
    )
    district = db.session.scalar(
        select(Area.slug).where(Area.kind == AreaKind.DISTRICT).order_by(Area.id).limit(1)
    )
    theme = Theme.SURROUNDINGS.value
    return {
        "home": "/",
        "list": "/initiatieven",
        "filtered list": f"/initiatieven?wijk={district}&thema={theme}",
        "search": f"/initiatieven?zoek={COMMON}",
        "search for a rare word": f"/initiatieven?zoek={RARE}",
        "detail with its questions": f"/initiatieven/{busiest}",
        "district page": f"/wijken/{district}",
        "desk": "/mijn",
    }


def _a_coordinator() -> User:
    held = select(RoleAssignment).where(RoleAssignment.role == Role.AREA_COORDINATOR)
    return db.session.scalars(held.order_by(RoleAssignment.id).limit(1)).one().user


def _count(client: FlaskClient, path: str, cookie: str) -> int:
    """Return the SQL statements of a page on its second visit, when small caches are warm."""
    headers = {"Cookie": cookie} if cookie else {}
    client.get(path, headers=headers)
    with counted() as statements:
        answer = client.get(path, headers=headers)
    if answer.status_code != 200:
        raise RuntimeError(f"{path} answered {answer.status_code}")
    return len(statements)


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the SQL statements of a block (``BEGIN`` of SQLite left out)."""
    statements: list[str] = []

    def collect(_connection, _cursor, statement, *_rest):  # type: ignore[no-untyped-def]  # SQLAlchemy's own shape
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(Engine, "before_cursor_execute", collect)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", collect)
