"""Moments are stored in UTC; a day is a date on the wall in Amsterdam."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.core.clock import AMSTERDAM, day_of, morning_of


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 31, 22, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),  # summer time
        (datetime(2027, 3, 28, 1, 0, tzinfo=UTC), date(2027, 3, 28)),  # 02.00 becomes 03.00
        (datetime(2028, 2, 28, 23, 30, tzinfo=UTC), date(2028, 2, 29)),
    ],
)
def test_a_day_begins_at_midnight_in_amsterdam(moment: datetime, day: date) -> None:
    assert day_of(moment) == day


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2026, 10, 24), 7),
        (date(2026, 10, 25), 8),  # the clock went back in the night
        (date(2027, 3, 27), 8),
        (date(2027, 3, 28), 7),  # and forward
    ],
)
def test_the_morning_is_at_nine_on_either_side_of_a_clock_change(day: date, hour: int) -> None:
    assert morning_of(day) == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


@given(some.dates(date(1980, 1, 1), date(2100, 1, 1)))
def test_every_day_has_one_morning(day: date) -> None:
    assert day_of(morning_of(day)) == day
    assert morning_of(day).astimezone(AMSTERDAM).hour == 9
    assert morning_of(day) < morning_of(day + timedelta(days=1))
