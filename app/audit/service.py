"""Write the log, and take steps: a state changes here, together with its line in the log."""

from typing import Any, Protocol, TypeVar

from flask import has_request_context, request
from flask_babel import gettext as _
from sqlalchemy.orm.exc import StaleDataError

from app.audit import queries
from app.audit.models import PORTAL, Entry
from app.core.choices import Choice
from app.core.dates import moment_words
from app.core.db import Base, db
from app.core.errors import OutOfDate, StepNotPossible
from app.core.lifecycle import Lifecycle

S = TypeVar("S", bound=Choice)


class Person(Protocol):
    """Somebody who acts; ``id`` is ``None`` for a visitor."""

    @property
    def id(self) -> int | None: ...


def record(
    by: Person | None,
    action: str,
    subject: Base,
    *,
    old: str = "",
    new: str = "",
    reason: str = "",
    origin: str | None = None,
) -> Entry:
    """Write one line, in the transaction of what was done; ``by`` is ``None`` for the portal itself.

    ``origin`` is from where it was done: of the request, when it is not said.
    """
    db.session.flush()  # a new subject gets its number
    entry = _entry(by, action, subject, old, new, reason, origin)
    db.session.add(entry)
    return entry


def _entry(
    by: Person | None,
    action: str,
    subject: Any,
    old: str,
    new: str,
    reason: str,
    origin: str | None = None,
) -> Entry:
    return Entry(
        actor_id=by.id if by else None,
        origin=_origin() if origin is None else origin,
        action=action,
        subject_type=subject.__tablename__,
        subject_id=subject.id,
        old=old,
        new=new,
        reason=reason,
    )


def take_step(
    life: Lifecycle[S], thing: Any, name: str, *, by: Person | None, reason: str = ""
) -> tuple[S, S]:
    """Take the step ``name`` on ``thing``, write it in the log and flush; return old and new state.

    Raises ``OutOfDate`` (409), naming who was first and when, when the state does not allow
    the step any more, also when two people take a step at the same moment.
    """
    if thing.id is None:
        db.session.flush()  # it is new, and gets its number
    subject_type, subject_id = thing.__tablename__, thing.id
    try:
        old, new = life.advance(thing, name)
        action = f"{subject_type}.{name}"
        db.session.add(_entry(by, action, thing, old.value, new.value, reason))
        db.session.flush()
    except (StepNotPossible, StaleDataError) as late:
        raise _too_late(subject_type, subject_id, late) from late
    return old, new


def _too_late(subject_type: str, subject_id: int, late: Exception) -> OutOfDate:
    db.session.rollback()
    first = queries.last_step(subject_type, subject_id)
    if first is None:
        message = late.message if isinstance(late, StepNotPossible) else ""
        return OutOfDate(message or _("Iemand anders heeft dit net veranderd."))
    return OutOfDate(
        _(
            "%(who)s was je voor, op %(when)s. Kijk eerst wat er nu staat.",
            who=first.who,
            when=moment_words(first.at),
        )
    )


def _origin() -> str:
    if not has_request_context():
        return PORTAL
    return (request.remote_addr or "")[:60]
