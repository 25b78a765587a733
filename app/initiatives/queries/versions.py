"""Read the versions of a plan, and who changed it last."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import func, select

from app.audit.queries import history
from app.core.dates import moment_words
from app.core.db import Base, db
from app.initiatives.lifecycle import PUBLIC, TextState
from app.initiatives.models import Initiative, InitiativeVersion

CHANGES = {"initiatives.edit", "initiatives.new_text", "initiatives.submit"}


@dataclass(frozen=True)
class LastChange:
    """Who changed a plan last, and when, in words."""

    who: str
    when: str


def newest_version(initiative: Initiative) -> InitiativeVersion | None:
    """Return the version that was sent in last."""
    mine = select(InitiativeVersion).where(InitiativeVersion.initiative_id == initiative.id)
    return db.session.scalar(mine.order_by(InitiativeVersion.number.desc()).limit(1))


def waiting_version(initiative: Initiative) -> InitiativeVersion | None:
    """Return the new texts of a public plan that wait for a moderator, if any."""
    version = newest_version(initiative) if initiative.state in PUBLIC else None
    return version if version and version.state == TextState.WAITING else None


def next_version_number(initiative: Initiative) -> int:
    """Return the number of the version that is sent in next, from 1."""
    mine = InitiativeVersion.initiative_id == initiative.id
    return (db.session.scalar(select(func.max(InitiativeVersion.number)).where(mine)) or 0) + 1


def texts_before(version: InitiativeVersion) -> dict[str, str]:
    """Return the texts that ``version`` is compared with: what is public now, else the one before."""
    if version.state == TextState.WAITING and version.initiative.state in PUBLIC:
        return version.initiative.texts
    earlier = select(InitiativeVersion).where(
        InitiativeVersion.initiative_id == version.initiative_id,
        InitiativeVersion.number < version.number,
    )
    before = db.session.scalar(earlier.order_by(InitiativeVersion.number.desc()).limit(1))
    return before.texts if before else {}


def last_change(initiative_id: int) -> LastChange | None:
    """Return who changed the texts of a plan last; a moderator is called by the role."""
    changes = [event for event in history("initiatives", initiative_id) if event.action in CHANGES]
    if not changes:
        return None
    last = changes[-1]
    who = _("Een moderator") if last.action == "initiatives.new_text" else last.who
    return LastChange(who, moment_words(last.at))


def reason_to_change(initiative: Initiative) -> str:
    """Return what the moderator asked to change last, word for word."""
    return _last_reason("initiatives", initiative.id)


def reason_for_text(text: Base) -> str:
    """Return what a moderator said about a short text last, word for word."""
    return _last_reason(text.__tablename__, text.id)


def _last_reason(subject_type: str, subject_id: int) -> str:
    events = history(subject_type, subject_id)
    judged = [event for event in events if event.action.endswith((".request_changes", ".reject"))]
    return judged[-1].reason if judged else ""
