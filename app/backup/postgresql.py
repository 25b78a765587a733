"""A copy of a PostgreSQL database with its own programs, and the way back."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from psycopg.conninfo import make_conninfo
from sqlalchemy import text

from app.backup.errors import NotPossible
from app.core.db import db

NAME = "database.dump"
VERSION = re.compile(r"\) (\d+)")


def dump(path: Path) -> None:
    """Write the database of one moment to ``path``; nobody waits for it."""
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def is_empty() -> bool:
    """Tell whether the database has no tables."""
    tables = "select count(*) from pg_tables where schemaname = current_schema()"
    return not db.session.scalar(text(tables))


def load(path: Path) -> None:
    """Put the copy in the place of what is there, in one transaction.

    Raises ``NotPossible`` while others are connected, and when the copy cannot be read.
    """
    _refuse_while_used()
    whole = ("--single-transaction", "--exit-on-error", "--clean", "--if-exists")
    _run("pg_restore", *whole, "--no-owner", "--no-privileges", str(path))


def _refuse_while_used() -> None:
    db.session.remove()
    for engine in db.engines.values():
        engine.dispose()
    others = text(
        "select count(*) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    found = db.session.scalar(others)
    db.session.remove()
    db.engine.dispose()
    if found:
        raise NotPossible("The database is in use. Stop the web processes and the workers first.")


def _run(name: str, *options: str) -> None:
    """Run a program of PostgreSQL; the password goes through the environment, where nobody sees it."""
    address = db.engine.url
    told: dict[str, Any] = {
        **address.query,
        **address.translate_connect_args(username="user", database="dbname"),
    }
    password = told.pop("password", None)
    where = make_conninfo(**told)
    done = subprocess.run(  # noqa: S603 -- a list of arguments, without a shell
        [_program(name), f"--dbname={where}", *options],
        env={**os.environ, **({"PGPASSWORD": str(password)} if password else {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NotPossible(f"{name} says: {done.stderr.strip()}")


def _program(name: str) -> str:
    """Return where the program is, when it is at least as new as the server."""
    server = int(str(db.session.scalar(text("show server_version_num")))) // 10_000
    db.session.rollback()
    found = shutil.which(name)
    if found is None:
        raise NotPossible(
            f"{name} is not here. Install the client of PostgreSQL {server} or newer"
            f" (on Debian: postgresql-client-{server}), or put its folder on PATH."
        )
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 -- as above
    version = VERSION.search(said)
    if version is None or int(version.group(1)) < server:
        raise NotPossible(
            f"{found} is too old ({said.strip()}): the server is PostgreSQL {server}."
            f" Install its client (on Debian: postgresql-client-{server})."
        )
    return found
