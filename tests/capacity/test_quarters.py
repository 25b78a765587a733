"""Quarters of a year."""

import itertools
from datetime import date

import pytest

from app.capacity.quarters import Quarter, quarter_of, upcoming, words
from app.core import clock


@pytest.mark.parametrize(
    ("day", "quarter", "starts", "ends"),
    [
        (date(2026, 1, 1), Quarter(2026, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), Quarter(2026, 2), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2026, 8, 15), Quarter(2026, 3), date(2026, 7, 1), date(2026, 9, 30)),
        (date(2026, 12, 31), Quarter(2026, 4), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_every_day_falls_in_one_quarter(
    day: date, quarter: Quarter, starts: date, ends: date
) -> None:
    assert quarter_of(day) == quarter
    assert (quarter.starts_on, quarter.ends_on) == (starts, ends)


def test_a_team_offers_hours_for_a_year_from_this_quarter_on() -> None:
    quarters = upcoming()

    assert quarters[0] == quarter_of(clock.today())
    assert len({quarter.code for quarter in quarters}) == 4
    assert all(one.next == two for one, two in itertools.pairwise(quarters))


@pytest.mark.parametrize(
    ("month", "sentence"),
    [
        (2, "januari tot en met maart 2026"),
        (5, "april tot en met juni 2026"),
        (8, "juli tot en met september 2026"),
        (11, "oktober tot en met december 2026"),
    ],
)
def test_a_quarter_is_said_in_months(month: int, sentence: str) -> None:
    assert words(date(2026, month, 9)) == sentence
