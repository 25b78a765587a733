"""A backup is there as a whole or not at all, and is made while others write."""

import json
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from app.accounts.models import User
from app.backup import files, making
from app.core.db import db
from app.core.jobs import Job, later
from app.initiatives import photo_files
from backup.conftest import Run, on_sqlite_only
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.photos import a_photo, a_picture
from factories.portals import IS_POSTGRESQL, stamp


def test_it_says_what_is_in_it_and_only_its_owner_reads_it(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    a_photo(an_initiative(), a_person())
    db.session.commit()

    result = run("backup", tmp_path / "of-today")

    kind = "postgresql" if IS_POSTGRESQL else "sqlite"
    said = json.loads((tmp_path / "of-today" / "manifest.json").read_text())
    assert (result.exit_code, said["database"]) == (0, kind)
    assert result.output == (
        f"{tmp_path}/of-today: {kind}, schema {said['revision']}, {len(said['files'])} files\n"
    )
    assert stat.S_IMODE((tmp_path / "of-today").stat().st_mode) == 0o700
    there = {
        str(path.relative_to(tmp_path / "of-today")) for path in tmp_path.rglob("of-today/**/*.*")
    }
    assert there == {*said["files"], "manifest.json"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("of-")] == ["of-today"]


@on_sqlite_only
def test_a_folder_that_is_there_is_left_alone(portal: Flask, run: Run, tmp_path: Path) -> None:
    (tmp_path / "of-today").mkdir()

    result = run("backup", tmp_path / "of-today")

    assert (result.exit_code, "is there already" in result.output) == (1, True)
    assert list((tmp_path / "of-today").iterdir()) == []


@on_sqlite_only
def test_what_a_broken_off_backup_left_is_in_nobodys_way(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "of-today.half").mkdir()
    (tmp_path / "of-today.half" / "manifest.json").write_text("{")

    assert run("backup", tmp_path / "of-today").exit_code == 0

    assert not (tmp_path / "of-today.half").exists()


@on_sqlite_only
def test_a_backup_that_cannot_be_written_leaves_nothing(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a-file").write_text("no folder")

    result = run("backup", tmp_path / "a-file" / "of-today")

    assert (result.exit_code, "The backup cannot be written" in result.output) == (1, True)


@on_sqlite_only
def test_a_database_of_another_version_is_not_copied(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    stamp("0001")

    result = run("backup", tmp_path / "of-today")

    assert (result.exit_code, "Run `flask db upgrade` first" in result.output) == (1, True)
    assert not (tmp_path / "of-today").exists()


@on_sqlite_only
def test_a_half_photo_is_left_out(portal: Flask, run: Run, tmp_path: Path) -> None:
    folder = Path(portal.config["PHOTOS_FOLDER"]) / "ab"
    folder.mkdir(parents=True)
    (folder / "x.half").write_bytes(b"half")
    (folder / "x-480.webp").write_bytes(b"whole")

    run("backup", tmp_path / "of-today")

    assert [path.name for path in (tmp_path / "of-today" / "photos").glob("*/*")] == ["x-480.webp"]


@on_sqlite_only
def test_a_photo_that_comes_while_the_backup_is_made_is_in_it(
    portal: Flask, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected = files.collect

    def add_one_after(backup: Path) -> None:
        collected(backup)
        photo_files.keep("c0ffee", a_picture())

    monkeypatch.setattr(making.files, "collect", add_one_after)

    run("backup", tmp_path / "of-today")

    assert (tmp_path / "of-today" / "photos" / "c0" / "c0ffee-480.webp").exists()


def test_a_backup_while_others_write_is_of_one_moment(
    portal: Flask, run: Run, tmp_path: Path
) -> None:
    """Each write adds an account and a job together: in the copy there are as many of both."""

    def write(number: int) -> None:
        with portal.app_context():
            person = a_person(f"Buur {number}")
            db.session.flush()
            later("test.of-no-kind", number=person.id)
            db.session.commit()

    with ThreadPoolExecutor(1) as others:
        writing = others.map(write, range(60))
        assert run("backup", tmp_path / "of-today").exit_code == 0
        list(writing)
    assert db.session.query(User).count() == 60
    db.session.rollback()

    run("restore", tmp_path / "of-today", "--replace")

    numbers = [job.arguments["number"] for job in _jobs()]
    assert sorted(numbers) == sorted(person.id for person in db.session.query(User))


def _jobs() -> list[Job]:
    return db.session.query(Job).filter_by(kind="test.of-no-kind").all()
