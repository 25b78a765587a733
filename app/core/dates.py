"""Dates and moments in words, in the language of the reader and in Dutch time.

Made from the names in Babel's tables, but without its patterns: a page of twenty dates is
written for everybody who asks for it, and the patterns are what takes the time.
"""

from datetime import date, datetime
from functools import cache

from babel import Locale
from flask_babel import format_timedelta
from flask_babel import gettext as _

from app.core import clock
from app.core.speech import DEFAULT, spoken


def date_words(value: date | datetime | None) -> str:
    """Return ``21 november 2026``; nothing for nothing."""
    if value is None:
        return ""
    day = value.astimezone(clock.AMSTERDAM) if isinstance(value, datetime) else value
    return f"{day.day} {_names(spoken()).months[day.month]} {day.year}"


def month_words(value: date) -> str:
    """Return ``november 2026``."""
    return f"{_names(spoken()).months[value.month]} {value.year}"


def moment_words(value: datetime | None) -> str:
    """Return ``zaterdag 21 november 2026, 14.05 uur``; nothing for nothing."""
    if value is None:
        return ""
    return str(_("%(day)s, %(time)s uur", day=day_words(value), time=time_words(value)))


def day_words(value: datetime) -> str:
    """Return ``zaterdag 21 november 2026``."""
    weekday = value.astimezone(clock.AMSTERDAM).weekday()
    name = _names(spoken()).days[weekday]
    return str(_("%(weekday)s %(day)s", weekday=name, day=date_words(value)))


def weekday_words(number: int) -> str:
    """Return ``maandag`` for 0."""
    return _names(spoken()).days[number]


def time_words(value: datetime) -> str:
    """Return ``14.05``, and ``14:05`` to who does not read Dutch."""
    here = value.astimezone(clock.AMSTERDAM)
    return f"{here.hour:02}{'.' if spoken() == DEFAULT else ':'}{here.minute:02}"


def ago_words(value: datetime) -> str:
    """Return ``3 dagen geleden``."""
    return str(format_timedelta(value - clock.now(), add_direction=True))


class _Names:
    """The names of months (from 1) and days (Monday is 0) in a language."""

    def __init__(self, language: str) -> None:
        locale = Locale.parse(language)
        self.months: dict[int, str] = dict(locale.months["format"]["wide"])
        self.days: dict[int, str] = dict(locale.days["format"]["wide"])


@cache
def _names(language: str) -> _Names:
    return _Names(language)
