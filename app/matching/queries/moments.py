"""The moments of tasks that people can join, as values for the engine."""

from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import contains_eager

from app.areas import queries as areas
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative
from app.matching.engine.volunteers.problem import Moment
from app.volunteering.kinds import DayPart, Reach, Weekday
from app.volunteering.models import Shift, VolunteerTask
from app.volunteering.queries.scopes import is_coming, is_open
from app.volunteering.wishes import VolunteerWishes

AHEAD = timedelta(weeks=6)  # how far ahead we look
MOST_MOMENTS = 500  # soonest first; also of a task that comes back every day
NOON, SIX = time(12), time(18)
WEEKDAYS = tuple(Weekday)


def moments_near(wishes: VolunteerWishes) -> dict[int, Shift]:
    """Return the moments to choose from within the reach of ``wishes``, by number. One statement."""
    return _by_number(_open_moments().where(_within_reach(wishes)))


def moments_of_task(task: VolunteerTask) -> dict[int, Shift]:
    """Return the moments of ``task`` that people can still join, by number."""
    return _by_number(_open_moments().where(Shift.task_id == task.id))


def as_moment(shift: Shift) -> Moment:
    """Return a shift as the engine reads it: its day and parts of the day are those in Amsterdam."""
    task, plan = shift.task, shift.task.initiative
    return Moment(
        id=shift.id,
        task=task.id,
        initiative=plan.id,
        neighbourhood=plan.neighbourhood_id,
        district=plan.district_id,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        day=WEEKDAYS[clock.day_of(shift.starts_at).weekday()].value,
        parts=_parts(shift.starts_at, shift.ends_at),
        places=shift.places,
        taken=shift.taken,
        work=frozenset(task.work),
        tongues=frozenset(task.tongues),
        teaches=task.teaches,
        is_easy=task.is_easy,
    )


def district_at(home: int | None) -> int | None:
    """Return the district in which a neighbourhood lies."""
    place = areas.by_id(home) if home else None
    district = areas.district_of(place) if place else None
    return district.id if district else None


def _open_moments() -> Select[Shift]:
    """Select moments that people can join, soonest first, with task and plan."""
    until = Shift.starts_at < clock.now() + AHEAD
    return (
        select(Shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(is_coming(), is_open(), until, Shift.taken < Shift.places)
        .options(contains_eager(Shift.task).contains_eager(VolunteerTask.initiative))
        .order_by(Shift.starts_at, Shift.id)
        .limit(MOST_MOMENTS)
    )


def _by_number(shifts: Select[Shift]) -> dict[int, Shift]:
    return {shift.id: shift for shift in db.session.scalars(shifts)}


def _within_reach(wishes: VolunteerWishes) -> ColumnElement[bool]:
    """Leave out early what the rule would leave out: less to read in a large municipality."""
    home = wishes.user.neighbourhood_id
    if wishes.reach is Reach.EVERYWHERE:
        return true()
    if wishes.reach is Reach.DISTRICT:
        return Initiative.district_id == district_at(home)
    return Initiative.neighbourhood_id == home


def _parts(starts_at: datetime, ends_at: datetime) -> frozenset[str]:
    """Return the parts of the day that a moment touches; one that ends at noon is a morning."""
    begin, end = (at.astimezone(clock.AMSTERDAM) for at in (starts_at, ends_at))
    last = end.time() if end.date() == begin.date() else time.max
    touched = {
        DayPart.MORNING: begin.time() < NOON,
        DayPart.AFTERNOON: begin.time() < SIX and last > NOON,
        DayPart.EVENING: last > SIX,
    }
    return frozenset(part.value for part, is_touched in touched.items() if is_touched)
