"""Dates and moments in words, in the language of the reader and in Dutch time."""

from datetime import date, datetime

from flask_babel import format_date, format_datetime, format_timedelta
from flask_babel import gettext as _

from app.core import clock


def date_words(value: date | datetime | None) -> str:
    """Return ``21 november 2026``; nothing for nothing."""
    return str(format_date(value, "long")) if value else ""


def moment_words(value: datetime | None) -> str:
    """Return ``zaterdag 21 november 2026, 14.05 uur``; nothing for nothing."""
    if value is None:
        return ""
    day, time = format_datetime(value, "EEEE d MMMM y"), format_datetime(value, "HH.mm")
    return str(_("%(day)s, %(time)s uur", day=day, time=time))


def ago_words(value: datetime) -> str:
    """Return ``3 dagen geleden``."""
    return str(format_timedelta(value - clock.now(), add_direction=True))
