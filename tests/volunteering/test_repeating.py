"""Rules of RFC 5545: the days that they give, as somebody asked for them."""

from datetime import date, time
from itertools import islice

import pytest

from app.volunteering.repeating import Every, Repetition, read, week_of
from factories.volunteering import asked

MONDAY, TUESDAY, THURSDAY, SATURDAY, SUNDAY = 0, 1, 3, 5, 6


def first_days(one: Repetition, number: int) -> list[str]:
    return [day.isoformat() for day in islice(one.days(), number)]


@pytest.mark.parametrize(
    ("every", "weekdays", "rule", "days"),
    [
        (
            Every.WEEK,
            (),
            "FREQ=WEEKLY;INTERVAL=1;BYDAY=SA",
            ["2030-01-12", "2030-01-19", "2030-01-26"],
        ),
        (
            Every.WEEK,
            (THURSDAY, MONDAY),
            "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TH",
            ["2030-01-14", "2030-01-17", "2030-01-21"],
        ),
        (
            Every.FORTNIGHT,
            (SATURDAY, TUESDAY),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA",
            ["2030-01-12", "2030-01-22", "2030-01-26"],
        ),
        (
            Every.MONTH,
            (),
            "FREQ=MONTHLY;BYDAY=2SA",
            ["2030-01-12", "2030-02-09", "2030-03-09"],
        ),
    ],
)
def test_a_rule_gives_the_days_that_were_asked_for(
    every: Every, weekdays: tuple[int, ...], rule: str, days: list[str]
) -> None:
    one = asked(date(2030, 1, 12), every=every, weekdays=weekdays)

    assert (one.rule, first_days(one, 3)) == (rule, days)


def test_the_fifth_of_a_month_is_the_last_so_that_no_month_is_left_out() -> None:
    one = asked(date(2030, 3, 30), every=Every.MONTH)

    assert one.rule == "FREQ=MONTHLY;BYDAY=-1SA"
    assert first_days(one, 3) == ["2030-03-30", "2030-04-27", "2030-05-25"]


def test_the_last_day_counts_and_days_before_the_first_do_not() -> None:
    one = asked(date(2030, 1, 9), weekdays=(MONDAY, SUNDAY), until=date(2030, 1, 20))

    assert first_days(one, 9) == ["2030-01-13", "2030-01-14", "2030-01-20"]


@pytest.mark.parametrize("every", list(Every))
def test_what_is_kept_says_how_it_came_back(every: Every) -> None:
    one = asked(date(2030, 1, 31), every=every, weekdays=(SUNDAY, TUESDAY))

    assert read(one.rule) == (every, [TUESDAY, SUNDAY])


def test_the_week_of_a_day_in_its_month() -> None:
    weeks = [week_of(date(2030, 1, day)) for day in (1, 7, 8, 28, 29, 31)]

    assert weeks == [1, 1, 2, 4, -1, -1]


def test_a_rule_that_never_ends_costs_only_what_is_read_of_it() -> None:
    one = asked(date(2030, 1, 1), weekdays=tuple(range(7)), starts=time(2, 30))

    assert len(first_days(one, 1000)) == 1000
