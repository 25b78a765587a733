"""When moments come back: a rule of RFC 5545, read in Dutch time, and the days that it gives.

What is asked is turned into a rule, and only the rule tells the days: so the rule that is kept
says what was made. Nothing here asks the database.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from dateutil.rrule import rrulestr
from flask_babel import lazy_gettext as _l
from icalendar import vRecur

from app.core.choices import Choice

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKS_IN_EACH_MONTH = 4  # the fifth Saturday is not in every month, so that is the last one


class Every(Choice):
    """How often moments come back."""

    WEEK = "week", _l("Elke week")
    FORTNIGHT = "fortnight", _l("Elke twee weken")
    MONTH = "month", _l("Elke maand")


@dataclass(frozen=True)
class Repetition:
    """What somebody asks: from ``first`` on, on ``weekdays`` (Monday is 0; none: that of ``first``).

    It ends after the day ``until``, or after so many ``times``; one of the two is ``None``.
    """

    first: date
    starts: time
    ends: time
    places: int
    every: Every
    weekdays: frozenset[int]
    until: date | None
    times: int | None
    skips_holidays: bool

    @property
    def rule(self) -> str:
        """The rule without its end, such as ``FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH``.

        In a month it is the same week as that of ``first``: the second Saturday, or the last one.
        """
        days = [WEEKDAYS[day] for day in sorted(self.weekdays or {self.first.weekday()})]
        if self.every is Every.MONTH:
            week = week_of(self.first)
            rule = vRecur(FREQ="MONTHLY", BYDAY=[f"{week}{day}" for day in days])
        else:
            weeks = 2 if self.every is Every.FORTNIGHT else 1
            rule = vRecur(FREQ="WEEKLY", INTERVAL=weeks, BYDAY=days)
        text: bytes = rule.to_ical()  # type: ignore[no-untyped-call]  # as icalendar types it
        return text.decode()

    def days(self) -> Iterator[date]:
        """Give the days of the rule, the first one first; they end only where ``until`` says so."""
        for day in rrulestr(self.rule, dtstart=datetime.combine(self.first, time())):
            if self.until is not None and day.date() > self.until:
                return
            yield day.date()


def week_of(day: date) -> int:
    """Return the how-manieth of its weekday in the month ``day`` is: 1 to 4, or -1 for the last."""
    week = (day.day - 1) // 7 + 1
    return week if week <= WEEKS_IN_EACH_MONTH else -1


def read(rule: str) -> tuple[Every, list[int]]:
    """Return how often a rule of ours comes back, and on which weekdays (Monday is 0)."""
    parts = vRecur.from_ical(rule)
    days = [WEEKDAYS.index(day.weekday) for day in parts["BYDAY"]]
    if parts["FREQ"] == ["MONTHLY"]:
        return Every.MONTH, days
    return (Every.FORTNIGHT if parts["INTERVAL"] == [2] else Every.WEEK), days
