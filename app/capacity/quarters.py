"""Quarters of a year: the periods for which a team offers its time."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _

from app.core import clock

AHEAD = 4  # quarters for which a team can offer hours, this one included


@dataclass(frozen=True, order=True)
class Quarter:
    """Three months: number 1 begins in January."""

    year: int
    number: int

    @property
    def starts_on(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def ends_on(self) -> date:
        return self.next.starts_on - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        if self.number == 4:
            return Quarter(self.year + 1, 1)
        return Quarter(self.year, self.number + 1)

    @property
    def code(self) -> str:
        return f"{self.year}-{self.number}"


def quarter_of(day: date) -> Quarter:
    """Return the quarter in which ``day`` falls."""
    return Quarter(day.year, (day.month + 2) // 3)


def upcoming() -> list[Quarter]:
    """Return this quarter and those after it."""
    quarters = [quarter_of(clock.today())]
    while len(quarters) < AHEAD:
        quarters.append(quarters[-1].next)
    return quarters


def words(day: date) -> str:
    """Return the quarter of ``day`` as people say it."""
    months = {
        1: _("januari tot en met maart %(year)s", year=day.year),
        2: _("april tot en met juni %(year)s", year=day.year),
        3: _("juli tot en met september %(year)s", year=day.year),
        4: _("oktober tot en met december %(year)s", year=day.year),
    }
    return str(months[quarter_of(day).number])
