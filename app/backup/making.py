"""A backup: the database and the photos of one moment, in a folder that is there as a whole."""

import os
import shutil
from pathlib import Path

from app.backup import databases, files, manifest
from app.backup.errors import NotPossible
from app.backup.manifest import Manifest
from app.core import clock, schema
from app.core.journal import keep_entry

HALF = ".half"  # the end of the name while it is being made


def make(folder: Path) -> Manifest:
    """Write a backup to ``folder``, which does not exist yet; return what is in it.

    Nobody has to stop for it. A photo is written before its row and deleted after it, so the photos
    are copied before and after the database: none that the database names is missing, but
    one that was added and taken away in between.

    Raises ``NotPossible``, and leaves nothing behind, when it does not become whole.
    """
    if folder.exists():
        raise NotPossible(f"{folder} is there already: every backup has a folder of its own.")
    half = folder.with_name(f"{folder.name}{HALF}")
    shutil.rmtree(half, ignore_errors=True)
    try:
        half.mkdir(parents=True, mode=0o700)
        made = _fill(half)
        half.rename(folder)
    except OSError as error:
        raise NotPossible(f"The backup cannot be written: {error}") from error
    finally:
        shutil.rmtree(half, ignore_errors=True)
    keep_entry(folder.parent)
    return made


def _fill(half: Path) -> Manifest:
    way, moment, revision = databases.way(), clock.now(), schema.revision()
    if revision != schema.newest_revision():
        raise NotPossible(
            f"The database has schema {revision or 'none'}, and this portal works with"
            f" {schema.newest_revision()}. Run `flask db upgrade` first."
        )
    files.collect(half)
    way.dump(half / way.NAME)
    files.collect(half)
    made = Manifest(
        format=manifest.FORMAT,
        made_at=moment.isoformat(),
        database=databases.kind(),
        revision=revision,
        files={
            str(path.relative_to(half)): manifest.checksum_of(path)
            for path in sorted(half.rglob("*"))
            if path.is_file()
        },
    )
    manifest.write(made, half)
    for inside in [half, *(path for path in half.rglob("*") if path.is_dir())]:
        keep_entry(inside)
    with (half / manifest.NAME).open("rb+") as file:
        os.fsync(file.fileno())
    return made
