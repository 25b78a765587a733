"""The days of the law."""

from datetime import date

import pytest

from app.support.lifecycle import RequestState
from app.support.models import LegalRegime, SupportKind
from app.support.terms import decision_due_on, objection_until
from factories.support import a_budget, a_plot, a_request, a_type, team_hours

MONDAY = date(2026, 3, 2)
BY_LAW = LegalRegime.AWB_DECISION


def test_eight_weeks_that_end_on_kings_day_end_a_day_later() -> None:
    assert decision_due_on(a_request(), MONDAY, [], []) == date(2026, 4, 28)


def test_a_decision_takes_the_shortest_promise_that_can_lead_to_it() -> None:
    small = a_type(
        "Buurtgeld", kind=SupportKind.MONEY, regime=BY_LAW, promised_days=14, max_cents=500_00
    )
    large = a_type("Wijkgeld", kind=SupportKind.MONEY, regime=BY_LAW, promised_days=28)
    service = a_type(promised_days=7)

    due = decision_due_on(
        a_request(), MONDAY, [small, large, service], [a_budget(decision_days=42)]
    )

    assert due == date(2026, 3, 30)


def test_the_rule_of_a_budget_can_be_shorter() -> None:
    assert decision_due_on(a_request(), MONDAY, [], [a_budget(decision_days=42)]) == date(
        2026, 4, 13
    )


def test_a_promise_is_never_longer_than_the_law_allows() -> None:
    slow = a_type("Traag", kind=SupportKind.MONEY, regime=BY_LAW, promised_days=90)

    assert decision_due_on(a_request(), MONDAY, [slow], []) == date(2026, 4, 28)


def test_a_decision_about_something_else_than_money_has_no_term_of_a_budget() -> None:
    request = a_request(needs=[a_plot()])
    request.asks_decision = True

    assert decision_due_on(request, MONDAY, [], [a_budget(decision_days=7)]) == date(2026, 4, 28)


def test_a_question_takes_the_longest_promise_of_what_is_asked() -> None:
    request = a_request(needs=[a_plot(), team_hours()])
    plot = a_type(promised_days=35)
    hours = a_type("Uren", kind=SupportKind.TEAM_HOURS, promised_days=7)
    other = a_type("Aanhanger", kind=SupportKind.MATERIALS, promised_days=70)

    assert decision_due_on(request, MONDAY, [plot, hours, other], []) == date(2026, 4, 7)


def test_a_question_about_something_else_is_answered_in_four_weeks() -> None:
    request = a_request(needs=[a_plot()], state=RequestState.DRAFT)

    assert decision_due_on(request, MONDAY, [], []) == date(2026, 3, 30)


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
