"""The mail of a day leaves at nine on the wall, also around the nights that the clock changes."""

from datetime import UTC, date, datetime

import pytest

from app.core.clock import AMSTERDAM
from app.notifications.models import Rhythm
from app.notifications.moments import moment_of, next_day

DAY, WEEK = Rhythm.DAY, Rhythm.WEEK


@pytest.mark.parametrize(
    ("rhythm", "now", "day"),
    [
        (DAY, datetime(2026, 11, 22, 8, 59, 59, tzinfo=AMSTERDAM), date(2026, 11, 22)),
        (DAY, datetime(2026, 11, 22, 9, 0, tzinfo=AMSTERDAM), date(2026, 11, 23)),
        (DAY, datetime(2026, 11, 22, 23, 59, tzinfo=AMSTERDAM), date(2026, 11, 23)),
        (DAY, datetime(2026, 12, 31, 10, 0, tzinfo=AMSTERDAM), date(2027, 1, 1)),
        (WEEK, datetime(2026, 11, 22, 12, 0, tzinfo=AMSTERDAM), date(2026, 11, 23)),  # a Sunday
        (
            WEEK,
            datetime(2026, 11, 23, 8, 0, tzinfo=AMSTERDAM),
            date(2026, 11, 23),
        ),  # a Monday, early
        (WEEK, datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM), date(2026, 11, 30)),
        (WEEK, datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM), date(2026, 11, 30)),
    ],
)
def test_news_waits_for_the_first_mail_that_still_has_to_leave(
    rhythm: Rhythm, now: datetime, day: date
) -> None:
    assert next_day(rhythm, after=now) == day


@pytest.mark.parametrize(
    ("day", "in_utc"),
    [
        (date(2026, 3, 28), datetime(2026, 3, 28, 8, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 7, tzinfo=UTC)),  # an hour was skipped
        (date(2026, 10, 24), datetime(2026, 10, 24, 7, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 8, tzinfo=UTC)),  # an hour came twice
    ],
)
def test_it_is_nine_o_clock_on_both_sides_of_a_clock_change(day: date, in_utc: datetime) -> None:
    assert moment_of(day).astimezone(UTC) == in_utc


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 6, 59, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 7, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),  # half past two, first
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), date(2026, 10, 25)),  # and once more
        (datetime(2026, 10, 25, 8, 0, tzinfo=UTC), date(2026, 10, 26)),
    ],
)
def test_the_night_of_a_clock_change_is_part_of_one_day(now: datetime, day: date) -> None:
    assert next_day(DAY, after=now) == day
