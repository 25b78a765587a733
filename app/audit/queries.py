"""Read the log: what happened to a thing, and who took its last step."""

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from flask_babel import gettext as _
from sqlalchemy import Select, String, bindparam, column, select, table

from app.audit.models import Entry
from app.core.db import db
from app.core.inquiries import Inquiry, answer
from app.core.statements import ask

lines = Entry.__table__
people = table("users", column("id"), column("name", String))  # the log knows people by number only


class Event(NamedTuple):
    """A line of the log with the name of who did it."""

    at: datetime
    who: str
    action: str
    old: str
    new: str
    reason: str


def history(subject_type: str, subject_id: int) -> list[Event]:
    """Return everything that happened to a thing, oldest first."""
    return list(answer(history_of(subject_type, subject_id)))


def history_of(subject_type: str, subject_id: int) -> Inquiry[Event]:
    """Ask for everything that happened to a thing, oldest first."""
    about = {"subject_type": subject_type, "subject_id": subject_id}
    return Inquiry(_history(), about, _event)


def last_step(subject_type: str, subject_id: int) -> Event | None:
    """Return the last change of state of a thing."""
    about = {"subject_type": subject_type, "subject_id": subject_id}
    row = ask(_last_step(), about).first()
    return _event(*row) if row else None


def listed(
    *, subject_type: str = "", subject_id: int | None = None, who: str = ""
) -> Select[Entry]:
    """Select lines of the log, the newest first; all, or those about one kind or one thing.

    With ``who`` only what was done by people with that in their name.
    """
    query = select(Entry).order_by(Entry.id.desc())
    if subject_type:
        query = query.where(Entry.subject_type == subject_type)
    if subject_id is not None:
        query = query.where(Entry.subject_id == subject_id)
    if who:
        called = select(people.c.id).where(people.c.name.icontains(who, autoescape=True))
        query = query.where(Entry.actor_id.in_(called))
    return query


def names_of(entries: Iterable[Entry]) -> dict[int | None, str]:
    """Return who did it, by ``actor_id``; one statement for all lines together."""
    ids = {entry.actor_id for entry in entries if entry.actor_id is not None}
    names = db.session.execute(select(people.c.id, people.c.name).where(people.c.id.in_(ids)))
    return {None: _("Het portaal"), **{row.id: row.name for row in names}}


def told_before(deed: str, things: Collection[tuple[str, int]]) -> dict[tuple[str, int], set[str]]:
    """Return what the lines of one deed say (``old``) about each of these things (kind, number).

    One statement for all of them together; a thing without such a line has an empty set.
    """
    said: dict[tuple[str, int], set[str]] = {thing: set() for thing in things}
    rows = db.session.execute(
        select(lines.c.subject_type, lines.c.subject_id, lines.c.old).where(
            lines.c.subject_type.in_({kind for kind, _number in things}),
            lines.c.subject_id.in_({number for _kind, number in things}),
            lines.c.action.in_({f"{kind}.{deed}" for kind, _number in things}),
        )
    )
    for kind, number, old in rows:
        said.get((kind, number), set()).add(old)
    return said


@cache
def _history() -> Select[Any]:
    return (
        select(lines.c.at, people.c.name, lines.c.action, lines.c.old, lines.c.new, lines.c.reason)
        .outerjoin_from(lines, people, people.c.id == lines.c.actor_id)
        .where(
            lines.c.subject_type == bindparam("subject_type"),
            lines.c.subject_id == bindparam("subject_id"),
        )
        .order_by(lines.c.id)
    )


@cache
def _last_step() -> Select[Any]:
    steps = _history().where(lines.c.new != "").order_by(None)
    return steps.order_by(lines.c.id.desc()).limit(1)


def _event(at: datetime, name: str | None, *rest: str) -> Event:
    return Event(at, name or _("Het portaal"), *rest)
