"""Days are counted as docs/terms.md says; a second count, day by day, comes to the same."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.core.workdays import DAY, is_working_day, next_working_day
from app.support.terms import (
    Extension,
    Suspension,
    Term,
    not_considered_until,
    objection_until,
)

RECEIVED = date(2026, 3, 2)  # a Monday
ASKED, UNTIL, ANSWERED = date(2026, 3, 10), date(2026, 3, 24), date(2026, 3, 20)
EIGHT_WEEKS = Term(RECEIVED, 56)
SUSPENDED = Term(RECEIVED, 56, (Suspension(ASKED, UNTIL, ANSWERED),))


def test_eight_weeks_that_end_on_kings_day_end_a_day_later() -> None:
    assert EIGHT_WEEKS.counted_until == date(2026, 4, 27)
    assert EIGHT_WEEKS.due_on == date(2026, 4, 28)


def test_the_clock_stands_still_from_the_day_after_the_question_until_the_day_of_the_answer() -> (
    None
):
    pause = SUSPENDED.pauses()[0]

    assert (pause.first, pause.last, pause.days) == (date(2026, 3, 11), date(2026, 3, 19), 9)
    assert SUSPENDED.due_on == date(2026, 5, 6)  # nine days after 27 April; not a free day


def test_a_question_without_an_answer_stops_the_clock_for_all_the_time_there_was() -> None:
    assert Suspension(ASKED, UNTIL).last == UNTIL
    assert Suspension(ASKED, UNTIL).days == 14
    assert Suspension(ASKED, UNTIL, UNTIL).days == 13  # the day of the answer counts


def test_an_answer_that_is_too_late_changes_nothing_any_more() -> None:
    assert Suspension(ASKED, UNTIL, UNTIL + 9 * DAY) == Suspension(ASKED, UNTIL, UNTIL + 9 * DAY)
    assert Suspension(ASKED, UNTIL, UNTIL + 9 * DAY).days == Suspension(ASKED, UNTIL).days


@pytest.mark.parametrize("days", [0, 1])
def test_an_answer_on_the_same_day_or_the_next_takes_no_time(days: int) -> None:
    term = Term(RECEIVED, 56, (Suspension(ASKED, UNTIL, ASKED + days * DAY),))

    assert term.due_on == EIGHT_WEEKS.due_on
    assert term.pauses() == []


@pytest.mark.parametrize(
    ("today", "used", "left", "late"),
    [
        (RECEIVED, 0, 56, 0),
        (ASKED, 8, 48, 0),
        (date(2026, 3, 15), 8, 48, 0),  # in the middle of the pause
        (date(2026, 3, 19), 8, 48, 0),
        (ANSWERED, 9, 47, 0),
        (date(2026, 5, 6), 56, 0, 0),
        (date(2026, 5, 9), 56, 0, 3),
    ],
)
def test_used_and_left_days_stand_still_with_the_clock(
    today: date, used: int, left: int, late: int
) -> None:
    assert (SUSPENDED.used(today), SUSPENDED.left(today), SUSPENDED.late(today)) == (
        used,
        left,
        late,
    )


def test_the_extra_day_after_kings_day_belongs_to_the_term() -> None:
    kings_day = date(2026, 4, 27)
    asked_on_the_day_before_the_last = Term(
        RECEIVED, 56, (Suspension(kings_day, date(2026, 5, 11), date(2026, 5, 7)),)
    )

    assert asked_on_the_day_before_the_last.due_on == date(2026, 5, 7)


def test_a_question_after_the_term_does_not_make_it_longer() -> None:
    late = Suspension(date(2026, 4, 28), date(2026, 5, 12))

    assert Term(RECEIVED, 56, (late,)).due_on == date(2026, 4, 28)
    assert Term(RECEIVED, 56, (late,)).pauses() == []
    assert Term(RECEIVED, 56, (late,)).late(date(2026, 5, 12)) == 14


def test_an_extension_names_the_new_day_and_later_questions_count_on_from_there() -> None:
    extended = Extension(date(2026, 4, 1), date(2026, 6, 1))
    before = Suspension(ASKED, UNTIL, ANSWERED)
    after = Suspension(date(2026, 5, 4), date(2026, 5, 18), date(2026, 5, 12))

    assert Term(RECEIVED, 56, (before,), extended).due_on == date(2026, 6, 1)
    assert Term(RECEIVED, 56, (before, after), extended).due_on == date(2026, 6, 8)


def test_a_term_of_more_than_ninety_days_ends_where_it_ends() -> None:
    assert Term(date(2026, 1, 1), 90).due_on == date(2026, 4, 1)
    assert Term(date(2026, 1, 3), 90).due_on == date(2026, 4, 7)  # Good Friday to Tuesday
    assert Term(date(2026, 1, 2), 91).due_on == date(2026, 4, 3)  # Good Friday stays


def test_one_question_at_a_time() -> None:
    with pytest.raises(ValueError, match="while another one was open"):
        Term(RECEIVED, 56, (Suspension(ASKED, UNTIL), Suspension(ANSWERED, UNTIL)))


@pytest.mark.parametrize(
    ("announced", "until"),
    [
        (date(2026, 3, 2), date(2026, 4, 13)),  # Monday to Monday
        (date(2026, 3, 16), date(2026, 4, 28)),  # ends on King's Day
        (date(2026, 11, 13), date(2026, 12, 28)),  # ends on Christmas Day, a Friday
    ],
)
def test_one_can_object_for_six_weeks_from_the_day_after(announced: date, until: date) -> None:
    assert objection_until(announced) == until


def test_a_request_can_be_left_out_for_four_weeks() -> None:
    assert not_considered_until(UNTIL) == date(2026, 4, 21)
    assert not_considered_until(date(2026, 3, 30)) == date(2026, 4, 28)  # not on King's Day


DATES = some.dates(date(2020, 1, 1), date(2060, 12, 31))


@some.composite
def terms(draw: some.DrawFn) -> Term:
    """Draw a term with questions one after the other, and sometimes an extension."""
    received, days = draw(DATES), draw(some.integers(1, 120))
    asked, questions = received, []
    for _ in range(draw(some.integers(0, 3))):
        asked += draw(some.integers(0, 40)) * DAY
        until = asked + draw(some.integers(1, 56)) * DAY
        ended = asked + draw(some.integers(0, 80)) * DAY
        questions.append(Suspension(asked, until, ended))
        asked = ended
    if questions and draw(some.booleans()):
        questions[-1] = Suspension(questions[-1].asked_on, questions[-1].until)
    extension = None
    if draw(some.booleans()):
        made_on = received + draw(some.integers(0, 60)) * DAY
        extension = Extension(made_on, next_working_day(made_on + timedelta(weeks=12)))
    return Term(received, days, tuple(questions), extension)


def counted_by_hand(term: Term) -> date:
    """Return the last day by crossing off one day after the other, as on a paper calendar."""
    stopped = {
        day
        for one in term.suspensions
        for number in range(1, (one.until - one.asked_on).days + 1)
        if (day := one.asked_on + number * DAY) < (one.ended_on or one.until + DAY)
    }
    day, to_go = term.received, term.days
    while to_go:
        day += DAY
        to_go -= day not in stopped
    while not is_working_day(day) or day in stopped:
        day += DAY
    return day


@given(terms())
def test_used_and_left_together_are_always_the_whole_term(term: Term) -> None:
    whole = term.left(term.received)
    for number in range(0, (term.due_on - term.received).days + 20, 3):
        today = term.received + number * DAY

        assert term.used(today) + term.left(today) == whole
        assert (term.late(today) > 0) == (today > term.due_on)
        assert not (term.late(today) and term.left(today))


@given(terms())
def test_time_only_goes_one_way(term: Term) -> None:
    today = term.received
    while today <= term.due_on + DAY:
        tomorrow = today + DAY
        step = term.used(tomorrow) - term.used(today)

        assert step in {0, 1}
        assert term.left(today) - term.left(tomorrow) == step
        today = tomorrow


@given(terms())
def test_a_term_of_ninety_days_or_less_ends_on_a_working_day(term: Term) -> None:
    assert term.days > 90 or is_working_day(term.due_on)
    assert term.counted_until <= term.due_on <= term.counted_until + 4 * DAY


@given(terms())
def test_a_question_never_brings_the_last_day_forward(term: Term) -> None:
    without = Term(term.received, term.days, (), term.extension)

    assert term.due_on >= without.due_on


@given(DATES, some.integers(1, 90), some.integers(0, 80), some.integers(1, 56))
def test_an_answer_leaves_at_least_that_day_when_the_question_came_in_time(
    received: date, days: int, wait: int, time: int
) -> None:
    asked = received + min(wait, days - 1) * DAY
    for taken in range(time + 1):
        answered = asked + taken * DAY
        term = Term(received, days, (Suspension(asked, asked + time * DAY, answered),))

        assert term.due_on >= answered
        assert taken == 0 or term.left(answered - DAY) >= 1


@given(terms())
def test_crossing_off_days_on_a_calendar_comes_to_the_same(term: Term) -> None:
    in_time = all(
        one.asked_on < Term(term.received, term.days, term.suspensions[:number]).counted_until
        for number, one in enumerate(term.suspensions)
    )
    if in_time and term.extension is None and term.days <= 90:
        assert term.due_on == counted_by_hand(term)


@given(DATES)
def test_the_days_for_an_objection_are_six_weeks_and_at_most_a_long_weekend(
    announced: date,
) -> None:
    until = objection_until(announced)

    assert is_working_day(until)
    assert timedelta(weeks=6) <= until - announced <= timedelta(weeks=6, days=4)
