"""Read the log: what happened to a thing, and who took its last step."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Row, Select, column, select, table

from app.audit.models import Entry
from app.core.db import db

people = table("users", column("id"), column("name"))  # the log knows people by number only


@dataclass(frozen=True)
class Event:
    """A line of the log with the name of who did it."""

    at: datetime
    who: str
    action: str
    old: str
    new: str
    reason: str


def history(subject_type: str, subject_id: int) -> list[Event]:
    """Return everything that happened to a thing, oldest first."""
    return [_event(row) for row in db.session.execute(_entries(subject_type, subject_id))]


def last_step(subject_type: str, subject_id: int) -> Event | None:
    """Return the last change of state of a thing."""
    steps = _entries(subject_type, subject_id).where(Entry.new != "").order_by(None)
    row = db.session.execute(steps.order_by(Entry.id.desc()).limit(1)).first()
    return _event(row) if row else None


def listed(*, subject_type: str = "", subject_id: int | None = None) -> Select[Entry]:
    """Select lines of the log, the newest first; all, or those about one kind or one thing."""
    query = select(Entry).order_by(Entry.id.desc())
    if subject_type:
        query = query.where(Entry.subject_type == subject_type)
    if subject_id is not None:
        query = query.where(Entry.subject_id == subject_id)
    return query


def names_of(entries: Iterable[Entry]) -> dict[int | None, str]:
    """Return who did it, by ``actor_id``; one statement for all lines together."""
    ids = {entry.actor_id for entry in entries if entry.actor_id is not None}
    names = db.session.execute(select(people.c.id, people.c.name).where(people.c.id.in_(ids)))
    return {None: _("Het portaal"), **{row.id: row.name for row in names}}


def _entries(subject_type: str, subject_id: int) -> Select[Any]:
    return (
        select(Entry.at, people.c.name, Entry.action, Entry.old, Entry.new, Entry.reason)
        .outerjoin(people, people.c.id == Entry.actor_id)
        .where(Entry.subject_type == subject_type, Entry.subject_id == subject_id)
        .order_by(Entry.id)
    )


def _event(row: Row[Any]) -> Event:
    at, name, action, old, new, reason = tuple(row)
    return Event(at, name or _("Het portaal"), action, old, new, reason)
