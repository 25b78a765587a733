"""A restore that should not happen does not, says why, and changes nothing."""

import json
import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, text

from app.backup import manifest
from app.backup.errors import NotPossible
from app.core import clock, journal
from app.core.db import db
from backup.conftest import Run, on_sqlite_only
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.photos import a_photo
from factories.portals import IS_POSTGRESQL, PASSWORD, all_rows, stamp

SEED = 20261122


@pytest.fixture
def backup(portal: Flask, run: Run, tmp_path: Path) -> Path:
    """Return a backup of a portal that somebody wrote in since."""
    a_photo(an_initiative(), a_person("Anna"))
    db.session.commit()
    assert run("backup", tmp_path / "backup").exit_code == 0
    a_person("Bilal")
    db.session.commit()
    return tmp_path / "backup"


def rewrite(backup: Path, **others: object) -> None:
    """Change what the manifest says, as whoever made it would have written it."""
    known = manifest.read(backup)
    said = {**vars(known), **others}
    path = backup / "manifest.json"
    path.write_text(json.dumps({**said, "checksum": manifest._checksum(said)}))


def older(backup: Path) -> None:
    rewrite(backup, revision="0001")


def too_old(backup: Path) -> None:
    rewrite(backup, made_at=(clock.now() - journal.KEPT - timedelta(days=1)).isoformat())


def of_another_database(backup: Path) -> None:
    rewrite(backup, database="sqlite" if IS_POSTGRESQL else "postgresql")


def of_another_format(backup: Path) -> None:
    rewrite(backup, format=2)


def without_manifest(backup: Path) -> None:
    (backup / "manifest.json").unlink()


def without_a_photo(backup: Path) -> None:
    next(backup.glob("photos/*/*")).unlink()


WRONG: dict[str, Callable[[Path], None]] = {
    "with `flask db upgrade`": older,
    "is older than 400 days": too_old,
    "AANZET_DATABASE_URL is": of_another_database,
    "Restore it with the version of the portal that made it": of_another_format,
    "it has no manifest.json": without_manifest,
    "is missing. Use another backup": without_a_photo,
}


@on_sqlite_only
@pytest.mark.parametrize("told", WRONG)
def test_a_backup_that_does_not_fit_is_refused(backup: Path, run: Run, told: str) -> None:
    before = all_rows()
    WRONG[told](backup)

    result = run("restore", backup, "--replace")

    assert (result.exit_code, told in result.output) == (1, True)
    assert all_rows() == before


@on_sqlite_only
def test_one_bit_that_fell_over_is_seen_wherever_it_is(backup: Path, run: Run) -> None:
    """200 bits, each in a file chosen by chance, and 40 files that were cut off."""
    chance, before = random.Random(SEED), all_rows()
    paths = sorted(path for path in backup.rglob("*") if path.is_file())
    for number in range(240):
        path = chance.choice(paths)
        whole = path.read_bytes()
        path.write_bytes(cut(whole, chance) if number % 6 == 5 else flipped(whole, chance))

        with pytest.raises(NotPossible, match=r"damaged|is missing|no backup|format"):
            manifest.check_files(manifest.read(backup), backup)

        path.write_bytes(whole)
    assert run("restore", backup, "--replace").exit_code == 0
    assert len(all_rows()["users"]) == len(before["users"]) - 1


def flipped(whole: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(whole))
    changed = bytes([whole[place] ^ (1 << chance.randrange(8))])
    return whole[:place] + changed + whole[place + 1 :]


def cut(whole: bytes, chance: random.Random) -> bytes:
    return whole[: chance.randrange(len(whole))]


@on_sqlite_only
def test_what_is_there_goes_only_when_that_is_said(backup: Path, run: Run) -> None:
    before = all_rows()

    result = run("restore", backup)

    assert (result.exit_code, "Add --replace" in result.output) == (1, True)
    assert all_rows() == before


def test_a_database_of_another_version_is_not_replaced(backup: Path, run: Run) -> None:
    stamp("0001")
    before = all_rows()

    result = run("restore", backup, "--replace")

    assert (result.exit_code, "Restore into an empty database" in result.output) == (1, True)
    assert all_rows() == before


def test_a_portal_that_runs_is_not_replaced(backup: Path, run: Run, portal: Flask) -> None:
    """Another connection stands for a web process: SQLite and PostgreSQL both notice."""
    if IS_POSTGRESQL:
        engine = create_engine(portal.config["SQLALCHEMY_DATABASE_URI"])
        with engine.connect() as other:
            other.execute(text("select 1"))
            result = run("restore", backup, "--replace")
        engine.dispose()
    else:
        with closing(sqlite3.connect(str(db.engine.url.database))) as other:
            other.execute("select count(*) from users").fetchone()
            result = run("restore", backup, "--replace")

    assert (result.exit_code, "Stop the web processes" in result.output) == (1, True)
    assert len(all_rows()["users"]) == 2


@on_sqlite_only  # a server keeps its own files
def test_a_damaged_database_can_be_replaced(backup: Path, run: Run) -> None:
    path = Path(str(db.engine.url.database))
    db.session.remove()
    db.engine.dispose()
    path.write_bytes(b"no database" * 1000)

    assert run("restore", backup).exit_code == 1
    assert run("restore", backup, "--replace").exit_code == 0

    assert len(all_rows()["users"]) == 1


@pytest.mark.skipif(not IS_POSTGRESQL, reason="SQLite needs no other program")
@pytest.mark.parametrize(
    ("script", "told"),
    [
        (None, "is not here. Install the client of PostgreSQL"),
        ("echo 'pg_dump (PostgreSQL) 9.6.1'", "is too old (pg_dump (PostgreSQL) 9.6.1)"),
    ],
    ids=["absent", "too old"],
)
def test_the_programs_of_postgresql_have_to_be_there_and_new_enough(
    portal: Flask,
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    script: str | None,
    told: str,
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    if script:
        (folder / "pg_dump").write_text(f"#!/bin/sh\n{script}\n")
        (folder / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder) + (f"{os.pathsep}/bin" if script else ""))

    result = run("backup", tmp_path / "of-today")

    assert (result.exit_code, told in result.output) == (1, True)
    assert not (tmp_path / "of-today").exists()


@pytest.mark.skipif(not IS_POSTGRESQL, reason="SQLite has no password")
def test_the_password_is_where_nobody_sees_it(
    portal: Flask, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    spy = "#!/bin/sh\necho \"$@\" >> $SPIED; echo $PGPASSWORD >> $SPIED; echo '(x) 99.1'\n"
    (tmp_path / "pg_dump").write_text(spy)
    (tmp_path / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin")
    monkeypatch.setenv("SPIED", str(tmp_path / "spied"))

    run("backup", tmp_path / "of-today")

    version, _, options, password = (tmp_path / "spied").read_text().splitlines()
    assert (version, password) == ("--version", PASSWORD)
    assert f"dbname={db.engine.url.database}" in options
    assert PASSWORD not in options
