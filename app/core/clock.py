"""The clock: moments are stored in UTC and shown in Dutch time."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MORNING = time(9)


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the date on the wall in Amsterdam."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """Return the date on the wall in Amsterdam at ``moment``."""
    return moment.astimezone(AMSTERDAM).date()


def on_the_wall(day: date, at: time) -> datetime:
    """Return the moment at which the clocks in Amsterdam say ``at`` on ``day``.

    The first one in the night in which they say it twice.
    """
    return datetime.combine(day, at, AMSTERDAM)


def is_skipped(moment: datetime) -> bool:
    """Tell whether clocks in Amsterdam never say this: they go forward over it that night."""
    said = moment.astimezone(AMSTERDAM)
    there = moment.astimezone(UTC).astimezone(AMSTERDAM)
    return there.replace(tzinfo=None) != said.replace(tzinfo=None)


def morning_of(day: date) -> datetime:
    """Return nine o'clock on ``day`` in Amsterdam, in UTC: an hour that every day has once."""
    return datetime.combine(day, MORNING, AMSTERDAM).astimezone(UTC)
