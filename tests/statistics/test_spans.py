"""Weeks begin on Monday, months on the first, and days last as long as they do in Amsterdam."""

from datetime import date, datetime
from itertools import pairwise

from app.core.clock import AMSTERDAM
from app.statistics.scope import Scope
from app.statistics.spans import Span, months, quarters, weeks

SUNDAY = date(2026, 11, 22)


def test_weeks_follow_each_other_and_the_last_is_this_one() -> None:
    found = weeks(SUNDAY, 3)

    assert len(found) == 13
    assert found[-1] == Span(date(2026, 11, 16), date(2026, 11, 23))
    assert all(one.ends_on == two.starts_on for one, two in pairwise(found))
    assert len(weeks(SUNDAY, 12)) == 52


def test_months_go_back_over_the_new_year() -> None:
    assert [one.starts_on for one in months(date(2026, 1, 31), 3)] == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
    ]


def test_quarters_are_those_of_the_period_and_the_coming_one() -> None:
    assert [one.starts_on for one in quarters(SUNDAY, 3)] == [
        date(2026, 7, 1),
        date(2026, 10, 1),
        date(2027, 1, 1),
    ]
    assert len(quarters(SUNDAY, 12)) == 6


def test_a_day_begins_at_midnight_in_amsterdam_in_summer_and_in_winter() -> None:
    span = Span(date(2026, 10, 25), date(2026, 10, 26))  # 25 hours: the clock goes back

    assert span.starts_at == datetime(2026, 10, 25, tzinfo=AMSTERDAM)
    assert (span.ends_at.timestamp() - span.starts_at.timestamp()) / 3600 == 25


def test_a_period_over_the_new_year_touches_two_years() -> None:
    assert Scope(None, 3, date(2026, 1, 15)).years == (2025, 2026)
    assert Scope(None, 3, SUNDAY).years == (2026,)
