"""The way back: a backup in the place of what is there, without what may not come back."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.backup import aftermath, databases, files, manifest
from app.backup.aftermath import Aftermath
from app.backup.databases import Way
from app.backup.errors import NotPossible
from app.backup.manifest import Manifest
from app.core import clock, journal, schema


@dataclass(frozen=True)
class Restored:
    """What was put back, and what had to follow."""

    manifest: Manifest
    aftermath: Aftermath


def restore(folder: Path, *, replace: bool, without_journal: bool) -> Restored:
    """Put the backup in ``folder`` in the place of the database and the photos.

    What was there goes only with ``replace``. The journal says who was erased since and which
    mail left; only ``without_journal`` goes on when there is none. The portal may not run.
    When it is broken off halfway, a second time does it whole.

    Raises ``NotPossible``, before anything changed, when something is not as it should be.
    """
    known = manifest.read(folder)
    _check_kind(known)
    _check_age(known)
    manifest.check_files(known, folder)
    way = databases.way()
    _check_target(way, replace=replace)
    if not journal.is_there() and not without_journal:
        raise NotPossible(
            "There is no journal (AANZET_JOURNAL), which says who was erased since this backup and"
            " which mail left. Put it back first; if it is lost, add --without-journal."
        )
    _save_erasures()
    try:
        files.put_back(folder, known.files)
        way.load(folder / way.NAME)
    except OSError as error:
        raise NotPossible(f"The backup cannot be put back: {error}") from error
    return Restored(known, aftermath.follow(known, without_journal=without_journal))


def _check_kind(known: Manifest) -> None:
    if known.database != databases.kind():
        raise NotPossible(
            f"This is a backup of {known.database}, and AANZET_DATABASE_URL is {databases.kind()}."
        )
    newest = schema.newest_revision()
    if known.revision != newest:
        raise NotPossible(
            f"This backup has schema {known.revision}, and this portal works with {newest}."
            " Install the version of the portal that made the backup, restore with that one, and"
            " then go to the version you want, with `flask db upgrade`."
        )


def _check_target(way: Way, *, replace: bool) -> None:
    if way.is_empty() and files.is_empty():
        return
    if not replace:
        raise NotPossible(
            "There is something in the database, or there are photos."
            " Add --replace to throw that away."
        )
    found = schema.revision()
    if found not in {"", schema.newest_revision()}:
        raise NotPossible(
            f"The database that is there has schema {found}, of another version of the portal."
            " Restore into an empty database."
        )


def _check_age(known: Manifest) -> None:
    if known.moment < clock.now() - journal.KEPT:
        raise NotPossible(
            f"This backup is older than {journal.KEPT.days} days: nobody knows any more who was"
            " erased since."
        )


def _save_erasures() -> None:
    """Write down who was erased in the database that goes: its last second may not be in the journal."""
    if schema.revision() != schema.newest_revision():
        return
    try:
        aftermath.note_erasures()
    except DBAPIError:
        return  # it is damaged: that is what the backup is for
