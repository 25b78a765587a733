"""Before a no that rests on other facts, the team can say what it finds of them (SC7 b)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.jobs import work_off
from app.core.workdays import next_working_day
from app.support import queries, service
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.values import Question
from factories.accounts import a_coordinator, a_person
from factories.calendar import Turn, calendar_of
from factories.notifications import mails_to
from factories.support import a_decider, a_judgement, a_request, team_hours

DIFFERS = "Op deze plek ligt al een speeltuin."
VIEW = "Die speeltuin gaat in mei weg."
NO = replace(a_judgement("refuse"), other_facts=True)


@pytest.fixture
def turn_to(monkeypatch: pytest.MonkeyPatch) -> Turn:
    return calendar_of(monkeypatch)


def in_assessment() -> SupportRequest:
    return a_request(state=RequestState.IN_ASSESSMENT, coordinator=a_coordinator())


def ask(request: SupportRequest, days: int = 14) -> None:
    question = Question(DIFFERS, clock.today() + timedelta(days=days))
    service.ask_view(request, question, by=a_coordinator())


def letter_of(request: SupportRequest) -> str:
    return "\n".join(part.text for part in request.letters[-1].text_in("nl").said.parts)


def test_a_no_because_of_other_facts_waits_until_the_team_was_heard() -> None:
    request, dirk = in_assessment(), a_decider()
    with pytest.raises(Refused) as refused:
        service.decide(request, NO, by=dirk)
    assert refused.value.field == "other_facts"
    db.session.rollback()


def test_the_team_is_asked_answers_and_reads_that_in_the_decision() -> None:
    request = in_assessment()
    ask(request)
    assert DIFFERS in letter_of(request)
    assert DIFFERS in mails_to(request.author.email)[-1].text

    service.give_view(request, VIEW, by=request.author)
    assert VIEW in letter_of(request)
    assert "Het team heeft geantwoord" in mails_to(a_coordinator().email)[-1].subject
    service.decide(request, NO, by=a_decider())

    assert request.state is RequestState.REFUSED
    assert "hebben we gelezen en meegewogen" in letter_of(request)


def test_while_the_team_can_react_nobody_says_no_and_a_yes_is_fine() -> None:
    request = a_request(needs=[team_hours()], state=RequestState.PROPOSED)
    request.asks_decision = True
    ask(request)

    with pytest.raises(Refused) as refused:
        service.decide(request, a_judgement("refuse"), by=a_decider())
    assert refused.value.field == "step"
    service.decide(request, a_judgement("grant", agreement="Zes uur."), by=a_decider())
    assert request.state is RequestState.GRANTED


def test_when_the_time_is_over_the_decision_says_that_nothing_came(turn_to: Turn) -> None:
    turn_to(clock.today())
    request = in_assessment()
    ask(request, days=7)
    until = queries.found_intention(request).until
    due = request.decision_due_on
    turn_to(until + timedelta(days=1))

    service.decide(request, NO, by=a_decider())

    assert request.decision_due_on == due  # the clock went on
    assert "We kregen geen reactie." in letter_of(request)


def test_a_view_that_comes_late_still_counts_until_there_is_a_decision(turn_to: Turn) -> None:
    turn_to(clock.today())
    request = in_assessment()
    ask(request, days=7)
    turn_to(clock.today() + timedelta(days=20))

    service.give_view(request, VIEW, by=request.author)

    assert queries.found_intention(request).view == VIEW


def test_what_is_told_by_phone_is_written_down_and_the_team_gets_a_copy() -> None:
    request, carla = in_assessment(), a_coordinator()
    ask(request)

    service.note_view(request, VIEW, by=carla)

    assert queries.found_intention(request).was_told
    assert "Klopt dit niet? Laat het ons dan meteen weten." in letter_of(request)
    with pytest.raises(OutOfDate, match="schreef al een reactie op"):
        service.give_view(request, "Nog iets.", by=request.author)


def test_a_colleague_does_not_ask_it_twice_and_only_staff_ask() -> None:
    request = in_assessment()
    with pytest.raises(NotAllowed):
        service.ask_view(request, Question("?", clock.today()), by=request.author)
    ask(request)

    with pytest.raises(OutOfDate, match="vroeg dit al"):
        ask(request)
    with pytest.raises(NotAllowed):
        service.give_view(request, VIEW, by=a_person("Buur"))


@pytest.mark.parametrize("days", [6, 57])
def test_a_day_that_is_too_near_or_too_far_is_refused(days: int) -> None:
    with pytest.raises(Refused) as refused:
        ask(in_assessment(), days=days)
    assert refused.value.field == "until"


def test_a_question_without_a_decision_of_the_law_needs_none_of_this() -> None:
    request = a_request(needs=[team_hours()], state=RequestState.IN_ASSESSMENT)

    with pytest.raises(NotAllowed):
        ask(request)
    service.decide(request, NO, by=a_decider())
    assert request.state is RequestState.REFUSED


def test_the_team_is_reminded_and_the_coordinator_hears_that_nothing_came(turn_to: Turn) -> None:
    today = next_working_day(clock.today())
    turn_to(today)
    request = in_assessment()
    ask(request)
    until = queries.found_intention(request).until
    db.session.commit()
    for day in (until - timedelta(days=3), until + timedelta(days=1)):
        turn_to(day)
        work_off()

    assert "Wil je nog reageren?" in mails_to(request.author.email)[-1].subject
    assert "Geen reactie van het team" in mails_to(a_coordinator().email)[-1].subject
