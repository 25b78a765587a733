"""A copy of a task for the next month: the same texts, on the same days of that month."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, time

from dateutil.relativedelta import relativedelta, weekday

from app.core import clock
from app.volunteering.forms.tasks import MOST_SHIFTS
from app.volunteering.models import Shift, VolunteerTask
from app.volunteering.repeating import week_of
from app.volunteering.service import TaskPlan

DECEMBER = 12


@dataclass(frozen=True)
class CopiedShift:
    """A moment as a form asks for it."""

    date: date
    starts: time
    ends: time
    places: int


@dataclass(frozen=True)
class TaskCopy(TaskPlan):
    """What a form for a new task begins with."""

    shifts: Sequence[CopiedShift]


def next_month_of(task: VolunteerTask) -> TaskCopy:
    """Return a task with the moments of its last month, as they are a month later.

    The second Saturday becomes the second Saturday, and a fifth one the last. Of a task of long
    ago it is the month after this one. Moments that were called off are left out.
    """
    texts = {field.name: getattr(task, field.name) for field in fields(TaskPlan)}
    return TaskCopy(**texts, shifts=_a_month_later(task.shifts))


def _a_month_later(shifts: Sequence[Shift]) -> list[CopiedShift]:
    going_on = [shift for shift in shifts if shift.cancelled_at is None]
    if not going_on:
        return []
    last = max(_month(clock.day_of(shift.starts_at)) for shift in going_on)
    further = max(last, _month(clock.today())) + 1 - last
    copied = [
        _copied(shift, further)
        for shift in going_on
        if _month(clock.day_of(shift.starts_at)) == last
    ]
    return copied[:MOST_SHIFTS]


def _copied(shift: Shift, months: int) -> CopiedShift:
    begin, end = (at.astimezone(clock.AMSTERDAM) for at in (shift.starts_at, shift.ends_at))
    day, week = begin.date(), week_of(begin.date())
    edge = 1 if week > 0 else 31  # the week is counted from the first day, or back from the last
    moved = day + relativedelta(months=months, day=edge, weekday=weekday(day.weekday(), week))
    return CopiedShift(moved, begin.time(), end.time(), shift.places)


def _month(day: date) -> int:
    """Return a number of the month that goes on counting over the years."""
    return day.year * DECEMBER + day.month
