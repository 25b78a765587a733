"""When the mail with all news leaves: at nine in the morning, each day or on Mondays, in Dutch time."""

from datetime import date, datetime, time, timedelta

from app.core import clock
from app.notifications.models import Rhythm

HOUR = time(9)
MONDAY = 0


def moment_of(day: date) -> datetime:
    """Return nine in the morning on ``day``: on the two nights that the clock changes it is long past."""
    return datetime.combine(day, HOUR, clock.AMSTERDAM)


def next_day(rhythm: Rhythm, *, after: datetime) -> date:
    """Return the first day whose mail leaves after ``after``; a Monday for who wants one a week."""
    day = after.astimezone(clock.AMSTERDAM).date()
    if moment_of(day) <= after:
        day += timedelta(days=1)
    if rhythm is Rhythm.WEEK:
        day += timedelta(days=(MONDAY - day.weekday()) % 7)
    return day
