"""Working days and terms in days, as the General Act on Terms (Algemene termijnenwet) counts them."""

from datetime import date, timedelta
from functools import cache

from holidays import country_holidays
from holidays.constants import OPTIONAL, PUBLIC

DAY = timedelta(days=1)
SATURDAY = 5


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the days that the act treats as a Sunday (art. 3), Good Friday and 5 May included.

    Easter Sunday and Whit Sunday are among them. From the package ``holidays``, which knows the
    years up to 2100.
    """
    return frozenset(country_holidays("NL", years=year, categories=(PUBLIC, OPTIONAL)))


def is_working_day(day: date) -> bool:
    """Tell whether ``day`` is no Saturday, Sunday or public holiday."""
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def next_working_day(day: date) -> date:
    """Return ``day`` itself, or the first working day after it: where a term ends (art. 1)."""
    while not is_working_day(day):
        day += DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """Return the ``count``-th working day after ``day``."""
    for _ in range(count):
        day = next_working_day(day + DAY)
    return day
