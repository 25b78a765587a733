"""How many days there are for an answer, and what a request keeps of its term."""

from datetime import UTC, date, datetime

from app.core.db import db
from app.support.delays import Extension as Extended
from app.support.delays import Supplement
from app.support.lifecycle import RequestState
from app.support.models import LegalRegime, SupportKind
from app.support.terms import Extension, Suspension, Term, promised_days, term_of
from factories.support import a_budget, a_plot, a_request, a_type, team_hours

BY_LAW = LegalRegime.AWB_DECISION


def test_a_decision_takes_eight_weeks_when_no_rule_says_less() -> None:
    assert promised_days(a_request(), [], []) == 56


def test_a_decision_takes_the_shortest_promise_that_can_lead_to_it() -> None:
    small = a_type(
        "Buurtgeld", kind=SupportKind.MONEY, regime=BY_LAW, promised_days=14, max_cents=500_00
    )
    large = a_type("Wijkgeld", kind=SupportKind.MONEY, regime=BY_LAW, promised_days=28)
    service = a_type(promised_days=7)

    days = promised_days(a_request(), [small, large, service], [a_budget(decision_days=42)])

    assert days == 28


def test_the_rule_of_a_budget_can_be_shorter() -> None:
    assert promised_days(a_request(), [], [a_budget(decision_days=42)]) == 42


def test_the_band_counts_where_no_budget_has_a_rule() -> None:
    request, ruled, plain = a_request(), a_budget(decision_days=42), a_budget()

    assert promised_days(request, [], [plain], band_days=14) == 14
    assert promised_days(request, [], [plain, ruled], band_days=14) == 42


def test_a_promise_is_never_longer_than_the_law_allows() -> None:
    slow = a_type("Traag", kind=SupportKind.MONEY, regime=BY_LAW, promised_days=90)

    assert promised_days(a_request(), [slow], []) == 56


def test_a_decision_about_something_else_than_money_has_no_term_of_a_budget() -> None:
    request = a_request(needs=[a_plot()])
    request.asks_decision = True

    assert promised_days(request, [], [a_budget(decision_days=7)]) == 56


def test_a_question_takes_the_longest_promise_of_what_is_asked() -> None:
    request = a_request(needs=[a_plot(), team_hours()])
    plot = a_type(promised_days=35)
    hours = a_type("Uren", kind=SupportKind.TEAM_HOURS, promised_days=7)
    other = a_type("Aanhanger", kind=SupportKind.MATERIALS, promised_days=70)

    assert promised_days(request, [plot, hours, other], []) == 35


def test_a_question_about_something_else_is_answered_in_four_weeks() -> None:
    request = a_request(needs=[a_plot()], state=RequestState.DRAFT)

    assert promised_days(request, [], []) == 28


def test_a_draft_has_no_term() -> None:
    assert term_of(a_request(state=RequestState.DRAFT)) is None


def test_what_arrives_just_before_midnight_utc_arrived_on_the_next_day_in_amsterdam() -> None:
    request = a_request()
    request.submitted_at = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)

    assert term_of(request) == Term(date(2026, 3, 2), 56)


def test_the_hour_that_a_night_has_twice_is_one_day() -> None:
    request = a_request()
    for hour in (0, 1):  # 02.30 in summer time, and again an hour later
        request.submitted_at = datetime(2026, 10, 25, hour, 30, tzinfo=UTC)

        assert term_of(request) == Term(date(2026, 10, 25), 56)


def test_questions_and_an_extension_are_part_of_the_term() -> None:
    request = a_request()
    request.submitted_at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    asked, until = date(2026, 3, 10), date(2026, 3, 24)
    request.supplements = [
        Supplement(asked_by=request.author, asked_on=asked, until=until, question="Wie?")
    ]
    request.extension = Extended(
        made_by=request.author, made_on=date(2026, 4, 1), until=date(2026, 6, 1), reason="Druk."
    )
    db.session.flush()

    assert term_of(request) == Term(
        date(2026, 3, 2),
        56,
        (Suspension(asked, until),),
        Extension(date(2026, 4, 1), date(2026, 6, 1)),
    )
