"""Parts of questions: which initiatives an actor coordinates, and what people can join."""

from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    bindparam,
    exists,
    or_,
    true,
    tuple_,
)
from sqlalchemy.orm import InstrumentedAttribute

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.core import clock
from app.core.db import LARGEST_NUMBER, Moment, db
from app.core.errors import NotFound
from app.initiatives.lifecycle import ACTIVE, TextState
from app.initiatives.models import Initiative
from app.volunteering.models import Shift, VolunteerTask

T = TypeVar("T")
SHIFTS, TASKS, PLANS = Shift.__table__, VolunteerTask.__table__, Initiative.__table__
NOW = bindparam("now", type_=Moment(), callable_=clock.now)  # asked at each execution


def coordinated_by(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for the initiatives in the areas that ``actor`` coordinates."""
    areas = actor.areas_where(Permission.COORDINATE)
    if areas is None:
        return true()
    return or_(Initiative.neighbourhood_id.in_(areas), Initiative.district_id.in_(areas))


def is_coming(shifts: FromClause = SHIFTS) -> ColumnElement[bool]:
    """Return the condition for shifts that somebody can still join."""
    return and_(shifts.c.starts_at > NOW, shifts.c.cancelled_at.is_(None))


def is_next() -> ColumnElement[bool]:
    """Return the condition for the first coming shift of a task."""
    other = SHIFTS.alias("other")
    is_earlier = tuple_(other.c.starts_at, other.c.id) < tuple_(SHIFTS.c.starts_at, SHIFTS.c.id)
    earlier = exists().where(other.c.task_id == SHIFTS.c.task_id, is_coming(other), is_earlier)
    return and_(is_coming(), ~earlier)


def is_open() -> ColumnElement[bool]:
    """Return the condition for tasks that people can sign up for.

    It does without ``is_listed``: through the index of that, SQLite would read every listed plan
    where the first few shifts by time are enough.
    """
    return and_(
        TASKS.c.state == TextState.PUBLISHED,
        or_(*(PLANS.c.state == state for state in ACTIVE)),
        PLANS.c.hidden_at.is_(None),
    )


def the_one(query: Select[T], key: InstrumentedAttribute[int], number: int) -> T:
    """Return the row of ``query`` whose ``key`` is ``number``, or raise ``NotFound``."""
    thing = db.session.scalar(query.where(key == number)) if number <= LARGEST_NUMBER else None
    if thing is None:
        raise NotFound(_("We kunnen dit niet vinden. Misschien bestaat het niet meer."))
    return thing
