"""The stage of every test: a real database, a client that reads every page, and characters."""

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from sqlite3 import Connection as SQLiteConnection
from threading import Event
from typing import Any

import html5lib
import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from sqlalchemy import event, text
from sqlalchemy.pool import ConnectionPoolEntry
from werkzeug.test import TestResponse

from app import create_app
from app.accounts.lasting import RESIDENT_DAYS
from app.accounts.models import LoginSession, User
from app.areas import tree
from app.audit import protection
from app.core import clock, tokens
from app.core.db import Base, db
from app.pages.queries import counts
from factories.tile_server import RunningServer, a_tile_server

TOKEN = "token-of-{}"
NAMES = [f'"{table.name}"' for table in reversed(Base.metadata.sorted_tables)]
EMPTIED = count(1)  # times
USED = Event()  # somebody took a connection since the database was emptied


class ReadingClient(FlaskClient):
    """A browser without a screen: every page it gets has to be valid HTML5."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        g.pop("_login_user", None)  # Flask-Login would remember the person of the last request,
        g.pop("csrf_token", None)  # and Flask-WTF the token of the last browser
        db.session.commit()  # what the test made is there before the request begins its own
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.data and response.status_code // 100 != 3:
            html5lib.HTMLParser(strict=True).parse(response.text)
        return response


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = tmp_path_factory.mktemp("portal")
    app = create_app(
        {
            "TESTING": True,
            "SQLALCHEMY_DATABASE_URI": os.environ.get("AANZET_TEST_DATABASE_URL")
            or f"sqlite:///{folder / 'test.db'}",
            "PHOTOS_FOLDER": str(folder / "photos"),
            "JOURNAL_FOLDER": str(folder / "journal"),
            "TILES": "",  # a test that wants a base map asks a server of its own
            "TILES_FOLDER": str(folder / "tiles"),
            "MAIL_URL": (folder / "mail").as_uri(),
            "WTF_CSRF_ENABLED": False,
            "RATELIMIT_ENABLED": False,
        }
    )
    app.test_client_class = ReadingClient
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            event.listen(db.engine, "connect", turn_unsorted_rows_round)
        event.listen(db.engine, "checkout", remember_use)
        db.drop_all()
        db.create_all()
        if db.engine.dialect.name == "postgresql":
            keep_in_order()
    yield app
    with app.app_context():
        db.drop_all()
        for engine in db.engines.values():
            engine.dispose()


@pytest.fixture(autouse=True)
def stage(app: Flask) -> Iterator[None]:
    """Give every test an empty database and the context of the portal."""
    with app.app_context():
        yield
        db.session.rollback()
        if USED.is_set():  # half of the tests read files only
            empty()
            USED.clear()
        shutil.rmtree(app.config["PHOTOS_FOLDER"], ignore_errors=True)


def empty() -> None:
    """Take every row out of every table, in one trip: there are thousands of tests.

    The log refuses to forget, also here. On SQLite its protection goes away and comes back; on
    PostgreSQL the user of the tests, a superuser, passes it by.
    """
    rows = [f"delete from {name}" for name in NAMES]
    with db.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if connection.dialect.name == "sqlite":
            drop, create = protection.drop_statements, protection.create_statements
            deferred = "pragma defer_foreign_keys = on"
            steps = ("begin", deferred, *drop("sqlite"), *rows, *create("sqlite"), "commit")
            driver.executescript("; ".join(steps))
        else:
            from_one = "select setval(oid::regclass, 1, false) from pg_class where relkind = 'S'"
            unguarded = "set local session_replication_role = replica"
            anew = [f"truncate {', '.join(NAMES)}"] if next(EMPTIED) % 100 == 0 else []
            driver.execute("; ".join((unguarded, *rows, *anew, from_one)))
            driver.commit()
    tree.forget()
    counts.forget()


def remember_use(*_: object) -> None:
    """Remember that a test, or a server in this process, took a connection."""
    USED.set()


def turn_unsorted_rows_round(connection: SQLiteConnection, _: ConnectionPoolEntry) -> None:
    """Let SQLite give rows the last first where nobody asked for an order: who needs one says so."""
    connection.execute("pragma reverse_unordered_selects = on")


def keep_in_order() -> None:
    """Let PostgreSQL keep rows in the order in which they came, as SQLite does.

    Nothing then cleans up behind the tests, so ``empty`` makes the tables anew now and then.
    """
    for name in NAMES:
        db.session.execute(text(f"alter table {name} set (autovacuum_enabled = off)"))
    db.session.commit()


@pytest.fixture(scope="session")
def tile_server() -> Iterator[RunningServer]:
    with a_tile_server() as server:
        yield server


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def signed_in(app: Flask) -> Callable[[User], FlaskClient]:
    """Return a browser in which a person is signed in."""

    def browser_of(person: User) -> FlaskClient:
        token = TOKEN.format(person.id)
        print_of_token = tokens.fingerprint(token)
        known = db.session.query(LoginSession).filter_by(fingerprint=print_of_token).first()
        if known is None:
            later = clock.now() + RESIDENT_DAYS
            db.session.add(
                LoginSession(fingerprint=print_of_token, user_id=person.id, expires_at=later)
            )
        db.session.commit()
        client = app.test_client()
        with client.session_transaction() as session:
            session["_user_id"] = token
            session["_fresh"] = True
        return client

    return browser_of


@pytest.fixture
def mail_folder(app: Flask) -> Path:
    return Path(app.config["MAIL_URL"].removeprefix("file://"))
