"""Terms end on working days; the examples are dates of the calendar of the Netherlands."""

from datetime import date

import pytest

from app.core.workdays import add_working_days, holidays, is_working_day, next_working_day

SUNDAY = 6


@pytest.mark.parametrize(
    ("year", "easter_monday"),
    [
        (2024, date(2024, 4, 1)),
        (2026, date(2026, 4, 6)),
        (2027, date(2027, 3, 29)),
        (2038, date(2038, 4, 26)),
    ],
)
def test_easter_monday_is_found(year: int, easter_monday: date) -> None:
    assert easter_monday in holidays(year)


def test_kings_day_moves_to_saturday_when_it_falls_on_a_sunday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)


def test_there_are_nine_holidays_beside_the_two_sundays_when_none_coincide() -> None:
    named = {day for day in holidays(2026) if day.weekday() != SUNDAY}

    assert sorted(named) == [
        date(2026, 1, 1),
        date(2026, 4, 3),  # Good Friday
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 5),
        date(2026, 5, 14),  # Ascension Day
        date(2026, 5, 25),  # Whit Monday
        date(2026, 12, 25),
        date(2026, 12, 26),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 4, 27), date(2026, 4, 28)),  # King's Day, a Monday
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday to the day after Easter Monday
        (date(2026, 11, 21), date(2026, 11, 23)),  # a Saturday
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 12, 25), date(2026, 12, 28)),  # Christmas, then a weekend
    ],
)
def test_a_term_never_ends_on_a_free_day(day: date, expected: date) -> None:
    assert next_working_day(day) == expected


def test_two_working_days_after_a_friday_is_tuesday() -> None:
    assert add_working_days(date(2026, 11, 20), 2) == date(2026, 11, 24)


def test_eight_weeks_from_2_march_2026_end_after_kings_day() -> None:
    assert next_working_day(date(2026, 4, 27)) == date(2026, 4, 28)


@pytest.mark.parametrize("year", range(2023, 2031))
def test_5_may_is_free_every_year(year: int) -> None:
    assert not is_working_day(date(year, 5, 5))
