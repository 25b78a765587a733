"""What has to follow when a database is back as it was: what happened since is not undone."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from app.accounts import service as accounts
from app.accounts.models import User
from app.areas import queries as areas
from app.areas.models import Area
from app.audit.service import record
from app.backup.manifest import Manifest
from app.core import clock, journal
from app.core.db import db
from app.core.transaction import transaction
from app.notifications import restored as mail
from app.privacy import erasures
from app.privacy import service as privacy
from app.volunteering import service as volunteering


@dataclass(frozen=True)
class Aftermath:
    """What followed: ``hindrances`` say on whom others counted who were erased again all the same."""

    erased: int
    hindrances: tuple[str, ...]
    mails_left: int
    mails_held: int


def follow(manifest: Manifest, *, without_journal: bool) -> Aftermath:
    """Erase anew who was erased, send nothing that left before, and sign everybody out.

    Secret addresses of calendars end as well: one of them may have been ended since.
    All of it is one transaction. The log gets a line about the restore itself.
    """
    with transaction():
        begun = clock.now()
        left = mail.mark_left(str(line["id"]) for line in journal.lines("mails"))
        held = mail.hold(reason="waited at the backup") if without_journal else 0
        hindrances: list[str] = []
        people = dict.fromkeys(_to_erase())  # a line may be there twice
        for person in people:
            hindrances += [f"account {person.id}: {one}" for one in privacy.erase_again(person)]
        mail.keep_quiet(since=begun)
        accounts.sign_everybody_out()
        volunteering.end_all_feeds()
        _write_in_log(manifest)
    return Aftermath(len(people), tuple(hindrances), left, held)


def note_erasures() -> None:
    """Write in the journal who was erased according to the database, unless it says so already."""
    known = {(line["person"], line["since"]) for line in journal.lines(erasures.KIND)}
    for person in db.session.scalars(select(User).where(User.email.like(erasures.ERASED))):
        if (person.id, person.created_at.isoformat()) not in known:
            erasures.note(person.id, person.created_at.isoformat())
    db.session.rollback()


def _to_erase() -> Iterator[User]:
    """Give who is in the journal of erasures and in the database: a number alone may be reused."""
    for line in journal.lines(erasures.KIND):
        person = db.session.get(User, int(line["person"]))
        if person is None or person.is_erased:
            continue
        if person.created_at.isoformat() == line["since"]:
            yield person


def _write_in_log(manifest: Manifest) -> None:
    municipality = areas.municipality()
    if municipality is not None:
        where = db.session.get_one(Area, municipality.id)
        record(None, "areas.restored", where, reason=manifest.made_at)
