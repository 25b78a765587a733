"""Moments in the life of the demo, counted back from a fixed day: nothing asks the clock."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from random import Random

from app.core.clock import AMSTERDAM
from app.core.workdays import is_working_day, next_working_day

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
NIGHT_BEGINS, NIGHT_ENDS = 21, 6  # in UTC, like the office hours below
EVENING = 8 * HOUR
OFFICE = (8, 15)


@dataclass(frozen=True)
class Days:
    """Knows what day it is. Everything that happened lies before ``now``: the start of that day."""

    today: date

    @cached_property
    def now(self) -> datetime:
        return datetime.combine(self.today, time(), AMSTERDAM).astimezone(UTC)

    def ago(self, days: float) -> datetime:
        """Return a moment about so many days ago, at which people are awake."""
        moment = self.now - days * DAY
        return moment - EVENING if moment.hour >= NIGHT_BEGINS else awake(moment)

    def on(self, days: int, start: time) -> datetime:
        """Return a time on the wall, so many days from today (negative: past)."""
        day = self.today + timedelta(days=days)
        return datetime.combine(day, start, AMSTERDAM).astimezone(UTC)

    def end_of(self, day: date) -> datetime:
        """Return the end of an afternoon."""
        return datetime.combine(day, time(16), AMSTERDAM).astimezone(UTC)

    def before_now(self, moment: datetime) -> datetime:
        """Return ``moment``, or a quarter of an hour ago when it is still to come."""
        return min(moment, self.now - 15 * MINUTE)


def awake(moment: datetime) -> datetime:
    """Return the moment, or one the next morning when people would have been asleep."""
    if moment.hour < NIGHT_ENDS:
        return moment + EVENING
    return moment + 9 * HOUR if moment.hour >= NIGHT_BEGINS else moment


def later(throws: Random, moment: datetime, least: timedelta, most: timedelta) -> datetime:
    """Return a moment between ``least`` and ``most`` after another, when people are awake."""
    return awake(moment + least + throws.random() * (most - least))


def at_the_office(throws: Random, moment: datetime) -> datetime:
    """Return the first moment from ``moment`` on at which the municipality works."""
    if is_working_day(moment.date()) and OFFICE[0] <= moment.hour < OFFICE[1]:
        return moment
    day = moment.date() + (DAY if moment.hour >= OFFICE[1] else timedelta())
    opening = datetime.combine(next_working_day(day), time(OFFICE[0]), UTC)
    return opening + throws.random() * 6 * HOUR


def between(throws: Random, start: datetime, end: datetime) -> datetime:
    """Return a moment between two others, when people are awake as far as that is possible."""
    moment = start + throws.random() * (end - start)
    morning = awake(moment)
    return morning if morning < end else moment
