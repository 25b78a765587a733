"""A portal of its own beside that of the tests: another database, photos, mails and journal."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import create_engine, make_url, text

from app import create_app
from app.core.db import Base, db
from app.core.schema import newest_revision

SERVER = os.environ.get("AANZET_TEST_DATABASE_URL", "")
PASSWORD = "niet-voor-iedereen"  # which the server of the tests does not ask
IS_POSTGRESQL = SERVER.startswith("postgresql")


@contextmanager
def a_portal(
    folder: Path, *, name: str = "beside", is_empty: bool = False, on_sqlite: bool = False
) -> Iterator[Flask]:
    """Open a portal whose files are in ``folder``; ``is_empty`` leaves it without tables.

    Its database is of the kind that is tested, unless ``on_sqlite`` says otherwise.
    """
    with a_file(folder) if on_sqlite else a_database(folder, name) as address:
        portal = create_app(
            {
                "TESTING": True,
                "SQLALCHEMY_DATABASE_URI": address,
                "PHOTOS_FOLDER": str(folder / "photos"),
                "JOURNAL_FOLDER": str(folder / "journal"),
                "TILES": "",
                "MAIL_URL": (folder / "mail").as_uri(),
                "WTF_CSRF_ENABLED": False,
                "RATELIMIT_ENABLED": False,
            }
        )
        with portal.app_context():
            if not is_empty:
                lay_out()
            try:
                yield portal
            finally:
                db.session.remove()
                for engine in db.engines.values():
                    engine.dispose()


@contextmanager
def a_file(folder: Path) -> Iterator[str]:
    """Give the address of a database on SQLite without tables."""
    folder.mkdir(parents=True, exist_ok=True)
    yield f"sqlite:///{folder / 'portal.db'}"


@contextmanager
def a_database(folder: Path, name: str) -> Iterator[str]:
    """Give the address of a database without tables, on the server of the tests."""
    if not IS_POSTGRESQL:
        with a_file(folder) as address:
            yield address
        return
    server = create_engine(SERVER, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(text(f"drop database if exists {name} with (force)"))
        connection.execute(text(f"create database {name}"))
        yield (
            make_url(SERVER)
            .set(database=name, password=PASSWORD)
            .render_as_string(hide_password=False)
        )
        connection.execute(text(f"drop database {name} with (force)"))
    server.dispose()


def lay_out() -> None:
    """Make the tables as a migrated database has them."""
    db.create_all(bind_key=None)
    db.session.execute(text("create table alembic_version (version_num varchar(32) not null)"))
    stamp(newest_revision())


def stamp(revision: str) -> None:
    """Say which schema the database has."""
    db.session.execute(text("delete from alembic_version"))
    db.session.execute(text("insert into alembic_version values (:it)"), {"it": revision})
    db.session.commit()


def lose(portal: Flask) -> None:
    """Let the disk with the database and the photos be gone, as in a fire."""
    db.session.remove()
    db.engine.dispose()
    shutil.rmtree(portal.config["PHOTOS_FOLDER"], ignore_errors=True)
    if IS_POSTGRESQL:
        db.drop_all()
        db.session.execute(text("drop table alembic_version"))
        db.session.execute(text("drop function if exists audit_entries_refuse"))
        db.session.commit()
        return
    for path in Path(str(db.engine.url.database)).parent.glob("portal.db*"):
        path.unlink()


def all_rows() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, by its number."""
    db.session.rollback()
    rows = {
        table.name: [
            tuple(row) for row in db.session.execute(table.select().order_by(*table.primary_key))
        ]
        for table in Base.metadata.sorted_tables
    }
    db.session.rollback()
    return rows
