"""Change the texts of a plan, and keep every version that was sent in."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.orm.exc import StaleDataError

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate
from app.core.permissions import authorize
from app.initiatives import queries, rules
from app.initiatives.lifecycle import PUBLIC, TEXT_LIFE
from app.initiatives.models import TEXT_FIELDS, Initiative, InitiativeVersion
from app.initiatives.queries.words import field_labels
from app.initiatives.service.answers import Edited, write_choices, write_texts
from app.initiatives.service.differences import Piece, differences
from app.initiatives.signals import waiting_for_review, withdrawn


@dataclass(frozen=True)
class Change:
    """A text field of which two versions differ."""

    label: str
    pieces: list[Piece]


def edit(initiative: Initiative, edited: Edited, *, seen: int, by: User) -> bool:
    """Change a plan that its editor read as version ``seen``; tell whether a new text waits.

    Before publication the plan itself changes. After it the choices change at once and the
    texts wait for a moderator, while everybody still reads the old ones; a text that waited
    already is taken back. Raises ``OutOfDate`` (409) when somebody else was first.
    """
    authorize(by, rules.edit, initiative)
    number = initiative.id
    try:
        if initiative.version != seen:
            raise StaleDataError
        initiative.changed_at = clock.now()
        record(by, "initiatives.edit", initiative)  # flushes: the first of two editors wins
        waits = _change(initiative, edited, by=by)
        db.session.flush()
    except StaleDataError as late:
        db.session.rollback()
        raise _too_late(number) from late
    return waits


def keep_version(
    initiative: Initiative, *, by: User, texts: dict[str, str] | None = None
) -> InitiativeVersion:
    """Keep the texts as they are sent in now, under the next number."""
    version = InitiativeVersion(
        initiative=initiative,
        number=queries.next_version_number(initiative),
        texts=texts or initiative.texts,
        author_id=by.id,
    )
    db.session.add(version)
    db.session.flush()
    return version


def put_in_place(version: InitiativeVersion, *, by: User) -> None:
    """Make the texts of a version the ones that everybody reads."""
    write_texts(version.initiative, version.texts)
    version.initiative.changed_at = clock.now()
    record(by, "initiatives.new_text", version.initiative)


def changes(version: InitiativeVersion) -> list[Change]:
    """Return what a version changes, field by field: against the public text, else the version before."""
    before = queries.texts_before(version)
    labels = field_labels()
    return [
        Change(labels[name], differences(before.get(name, ""), version.texts.get(name, "")))
        for name in TEXT_FIELDS
        if before.get(name, "") != version.texts.get(name, "")
    ]


def _change(initiative: Initiative, edited: Edited, *, by: User) -> bool:
    if initiative.state not in PUBLIC:
        write_choices(initiative, edited)
        write_texts(initiative, edited.texts)
        return False
    public = initiative.texts
    write_choices(initiative, edited)
    waiting = queries.waiting_version(initiative)
    if waiting is not None:
        if waiting.texts == edited.texts:
            return True
        take_step(TEXT_LIFE, waiting, "withdraw", by=by)
        withdrawn.send(waiting, by=by)
    if edited.texts == public:
        return False
    _announce(keep_version(initiative, by=by, texts=edited.texts), by=by)
    return True


def _announce(version: InitiativeVersion, *, by: User) -> None:
    waiting_for_review.send(
        version,
        title=version.texts["title"],
        text="\n".join(version.texts.values()),
        author=by,
        district_id=version.initiative.district_id,
        is_appeal=False,
    )


def _too_late(initiative_id: int) -> OutOfDate:
    first = queries.last_change(initiative_id)
    if first is None:
        return OutOfDate(_("Iemand anders heeft dit plan net veranderd."))
    return OutOfDate(
        _("%(who)s heeft dit plan net veranderd, op %(when)s.", who=first.who, when=first.when)
    )
