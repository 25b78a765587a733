"""The clock: moments are stored in UTC and shown in Dutch time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return this moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return the date on the wall in Amsterdam."""
    return now().astimezone(AMSTERDAM).date()
