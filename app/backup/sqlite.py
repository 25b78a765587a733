"""A copy of an SQLite database while others write to it, and the way back."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from app.backup.errors import NotPossible
from app.core.db import db

NAME = "database.sqlite3"
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def dump(path: Path) -> None:
    """Write the database of one moment to ``path``, as one file; nobody waits for it."""
    try:
        with closing(sqlite3.connect(_target())) as source, closing(sqlite3.connect(path)) as copy:
            source.backup(copy)
            copy.execute("pragma journal_mode = delete")
            [found] = copy.execute("pragma integrity_check").fetchone()
    except sqlite3.Error as error:
        raise NotPossible(f"The database cannot be copied: {error}") from error
    if found != "ok":
        raise NotPossible(f"The database is damaged, and so is its copy: {found}")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def is_empty() -> bool:
    """Tell whether there is no database, or one without tables."""
    if not _target().exists():
        return True
    with closing(sqlite3.connect(_target())) as target:
        try:
            [tables] = target.execute("select count(*) from sqlite_master").fetchone()
        except sqlite3.DatabaseError:
            return False  # what is there is damaged, and may be worth something still
    return bool(tables == 0)


def load(path: Path) -> None:
    """Put the copy in the place of the database: there is always one of the two, and whole.

    Raises ``NotPossible`` while another process has the database open: it would go on writing
    to the one that is gone.
    """
    db.session.remove()
    db.engine.dispose()
    target = _target()
    _refuse_while_used(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f"{target.name}.half")
    half.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(path)) as copy, closing(sqlite3.connect(half)) as new:
            copy.backup(new)
    except sqlite3.Error as error:
        half.unlink(missing_ok=True)
        raise NotPossible(f"The backup cannot be put back: {error}") from error
    with half.open("rb+") as file:
        os.fsync(file.fileno())
    for ending in BESIDE:
        target.with_name(f"{target.name}{ending}").unlink(missing_ok=True)
    half.replace(target)


def _refuse_while_used(target: Path) -> None:
    """Leave the mode that many processes share: SQLite lets only the last one do that."""
    if not target.exists():
        return
    with closing(sqlite3.connect(target, timeout=0)) as alone:
        try:
            alone.execute("pragma journal_mode = delete")
        except sqlite3.OperationalError as error:
            raise NotPossible(
                "The database is in use. Stop the web processes and the workers first."
            ) from error
        except sqlite3.DatabaseError:
            return  # it is no database any more: there is nothing to protect


def _target() -> Path:
    name = db.engine.url.database
    if not name or name == ":memory:":
        raise NotPossible("This database lives in memory: there is nothing to keep.")
    return Path(name)
