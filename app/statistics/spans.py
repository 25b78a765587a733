"""Pieces of time that are counted one by one: weeks, months and quarters, in Dutch time."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from app.core import clock

WEEK = timedelta(days=7)
WEEKS_IN_A_QUARTER = 13
MONTHS_IN_A_QUARTER = 3


class Span(NamedTuple):
    """Days from ``starts_on`` up to but without ``ends_on``."""

    starts_on: date
    ends_on: date

    @property
    def starts_at(self) -> datetime:
        return _midnight(self.starts_on)

    @property
    def ends_at(self) -> datetime:
        return _midnight(self.ends_on)


def weeks(today: date, last_months: int) -> tuple[Span, ...]:
    """Return as many weeks as there are in so many months; the last one is that of ``today``."""
    monday = today - timedelta(days=today.weekday())
    number = last_months * WEEKS_IN_A_QUARTER // MONTHS_IN_A_QUARTER
    return _until(monday, number, lambda day: day - WEEK, lambda day: day + WEEK)


def months(today: date, number: int) -> tuple[Span, ...]:
    """Return so many months; the last one is that of ``today``."""
    return _until(
        today.replace(day=1), number, lambda day: _moved(day, -1), lambda day: _moved(day, 1)
    )


def quarters(today: date, last_months: int) -> tuple[Span, ...]:
    """Return the quarters of so many months, and the one that comes."""
    first_month = today.month - (today.month - 1) % MONTHS_IN_A_QUARTER
    coming = _moved(today.replace(month=first_month, day=1), MONTHS_IN_A_QUARTER)
    return _until(
        coming,
        last_months // MONTHS_IN_A_QUARTER + 2,
        lambda day: _moved(day, -MONTHS_IN_A_QUARTER),
        lambda day: _moved(day, MONTHS_IN_A_QUARTER),
    )


def _until(
    last: date, number: int, back: Callable[[date], date], on: Callable[[date], date]
) -> tuple[Span, ...]:
    starts = [last]
    while len(starts) < number:
        starts.insert(0, back(starts[0]))
    return tuple(Span(day, on(day)) for day in starts)


def _moved(first_day: date, by: int) -> date:
    """Return the first day of the month so many months later."""
    month = first_day.year * 12 + first_day.month - 1 + by
    return date(month // 12, month % 12 + 1, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, clock.AMSTERDAM)
