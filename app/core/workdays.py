"""Working days and terms in days, as the General Act on Terms (Algemene termijnenwet) counts them."""

from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)
SATURDAY = 5


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the days that the act treats as a Sunday (art. 3), Good Friday included."""
    easter = _easter(year)
    king = date(year, 4, 27)
    return frozenset(
        {
            date(year, 1, 1),
            easter - 2 * DAY,  # Good Friday
            easter + DAY,
            king - DAY if king.weekday() == SATURDAY + 1 else king,
            date(year, 5, 5),
            easter + 39 * DAY,  # Ascension Day
            easter + 50 * DAY,  # Whit Monday
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


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


def _easter(year: int) -> date:
    """Return Easter Sunday (the anonymous Gregorian computus, Nature, 20 April 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap, skipped = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - moon + 15) % 30
    quarter, left = divmod(rest, 4)
    weekday = (32 + 2 * skipped + 2 * quarter - epact - left) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
