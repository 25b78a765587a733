"""Read certificates, and the hours that one can be about."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Actor, User
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.queries.visible import run_by
from app.volunteering.models import Attendance, Certificate, Shift, SignUp, VolunteerTask
from app.volunteering.queries.scopes import the_one


class Helped(NamedTuple):
    """What somebody did for one initiative, as its organisers noted it."""

    what: tuple[str, ...]
    quarters: int
    first_on: date
    last_on: date


class HelpedPlan(NamedTuple):
    """An initiative that somebody helped, and for how many quarters of an hour."""

    initiative_id: int
    title: str
    quarters: int


def helped(person: User, initiative: Initiative) -> Helped | None:
    """Return what ``person`` did for ``initiative``; nothing when no hours are noted.

    Tasks of which everybody may read the texts are named.
    """
    rows = db.session.execute(
        select(VolunteerTask.title, VolunteerTask.state, Attendance.quarters, Shift.starts_at)
        .join_from(Attendance, SignUp)
        .join(SignUp.shift)
        .join(Shift.task)
        .where(
            SignUp.user_id == person.id,
            VolunteerTask.initiative_id == initiative.id,
            Attendance.quarters > 0,
        )
        .order_by(Shift.starts_at, Shift.id)
    ).all()
    if not rows:
        return None
    titles = [row.title for row in rows if row.state is TextState.PUBLISHED]
    days = [clock.day_of(row.starts_at) for row in rows]
    quarters = sum(row.quarters for row in rows)
    return Helped(tuple(dict.fromkeys(titles)), quarters, days[0], days[-1])


def plans_helped_by(person: User) -> list[HelpedPlan]:
    """Return the public initiatives for which hours of ``person`` are noted, by title."""
    rows = db.session.execute(
        select(Initiative.id, Initiative.title, func.sum(Attendance.quarters))
        .join_from(Attendance, SignUp)
        .join(SignUp.shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(SignUp.user_id == person.id, Attendance.quarters > 0, Initiative.is_listed == 1)
        .group_by(Initiative.id, Initiative.title)
        .order_by(Initiative.title, Initiative.id)
    )
    return [HelpedPlan(*row) for row in rows]


def certificates_of(person: User) -> Sequence[Certificate]:
    """Return the certificates of ``person``, newest first."""
    own = select(Certificate).where(Certificate.user_id == person.id)
    newest_first = own.options(joinedload(Certificate.initiative)).order_by(Certificate.id.desc())
    return db.session.scalars(newest_first).all()


def certificates_about(initiative: Initiative) -> Select[Certificate]:
    """Select the certificates about help for ``initiative``, newest first, for its organisers."""
    about = select(Certificate).where(Certificate.initiative_id == initiative.id)
    return about.options(joinedload(Certificate.initiative)).order_by(Certificate.id.desc())


def valid_certificate(person: User, initiative: Initiative) -> Certificate | None:
    """Return the certificate of ``person`` about ``initiative`` that counts."""
    return db.session.scalar(
        select(Certificate).where(
            Certificate.user_id == person.id,
            Certificate.initiative_id == initiative.id,
            Certificate.withdrawn_at.is_(None),
        )
    )


def certificates_visible_to(actor: Actor) -> Select[Certificate]:
    """Select what ``rules.see_certificate`` allows: one's own, and those about what one organises."""
    seen = or_(Certificate.user_id == actor.id, run_by(actor))
    return select(Certificate).join(Certificate.initiative).where(seen)


def certificate_for(actor: Actor, certificate_id: int) -> Certificate:
    """Return a certificate that ``actor`` may see, or raise ``NotFound``."""
    return the_one(certificates_visible_to(actor), Certificate.id, certificate_id)


def certificate_with(code: str) -> Certificate | None:
    """Return the certificate with this code, also one that was withdrawn."""
    found = select(Certificate).where(Certificate.code == code)
    return db.session.scalar(found.options(joinedload(Certificate.initiative)))
