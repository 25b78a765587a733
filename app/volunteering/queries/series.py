"""Read moments that belong together, and where people signed up already."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, select

from app.core.db import db
from app.volunteering.lifecycle import LIVE, SignUpState
from app.volunteering.models import Shift, ShiftSeries, SignUp, VolunteerTask
from app.volunteering.queries.scopes import is_coming

Times = set[tuple[datetime, datetime]]  # of which moments begin and end


def times_of(task: VolunteerTask) -> Times:
    """Return when the coming moments of ``task`` begin and end."""
    coming = select(Shift.starts_at, Shift.ends_at).where(Shift.task_id == task.id, is_coming())
    return {(row.starts_at, row.ends_at) for row in db.session.execute(coming)}


def series_of(task: VolunteerTask) -> Sequence[ShiftSeries]:
    """Return the series that were made for ``task``."""
    made = select(ShiftSeries).where(ShiftSeries.task_id == task.id)
    return db.session.scalars(made.order_by(ShiftSeries.id)).all()


def following(shift: Shift) -> Sequence[Shift]:
    """Return ``shift`` and what comes after it in its series, the one made first on top."""
    return _coming(Shift.series_id == shift.series_id, Shift.starts_at >= shift.starts_at)


def empty_ones(shift: Shift) -> Sequence[Shift]:
    """Return what is to come of the series of ``shift`` and nobody signed up for."""
    signed_up = exists().where(SignUp.shift_id == Shift.id, SignUp.state.in_(LIVE))
    return _coming(Shift.series_id == shift.series_id, ~signed_up)


def with_people(shifts: Collection[Shift]) -> set[int]:
    """Return the ids of those of ``shifts`` that somebody has or waits for a place at."""
    numbers = [shift.id for shift in shifts]
    live = select(SignUp.shift_id).where(SignUp.shift_id.in_(numbers), SignUp.state.in_(LIVE))
    return set(db.session.scalars(live.distinct()))


def number_of_people(shifts: Collection[Shift]) -> int:
    """Return how many sign-ups there are for ``shifts``: as many messages when they are called off."""
    numbers = [shift.id for shift in shifts]
    live = select(func.count()).where(SignUp.shift_id.in_(numbers), SignUp.state.in_(LIVE))
    return db.session.scalar(live) or 0


def who_said_yes(shifts: Collection[Shift]) -> dict[int, tuple[int, int]]:
    """Return for each shift how many with a place said they come, and how many did not say yet."""
    numbers = [shift.id for shift in shifts]
    rows = db.session.execute(
        select(SignUp.shift_id, func.count(SignUp.said_yes_at), func.count())
        .where(SignUp.shift_id.in_(numbers), SignUp.state == SignUpState.CONFIRMED)
        .group_by(SignUp.shift_id)
    )
    return {shift_id: (sure, number - sure) for shift_id, sure, number in rows}


def _coming(*conditions: ColumnElement[bool]) -> Sequence[Shift]:
    """In the order in which they are locked everywhere, so that nobody waits for each other."""
    coming = select(Shift).where(is_coming(), *conditions)
    return db.session.scalars(coming.order_by(Shift.id)).all()
