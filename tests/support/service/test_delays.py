"""A question to the team stops the clock; its answer, or going on without one, starts it again."""

from datetime import date, timedelta

import pytest

from app.audit.queries import history
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.workdays import DAY
from app.support import service, terms
from app.support.delays import Supplement
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.values import Question
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.calendar import Turn, calendar_of
from factories.initiatives import an_initiative
from factories.notifications import mails_to
from factories.support import (
    a_budget,
    a_decider,
    a_request,
    an_adviser,
    asked_back,
    team_hours,
)

RECEIVED, ASKED, ANSWERED, UNTIL = (
    date(2026, 3, 2),
    date(2026, 3, 10),
    date(2026, 3, 20),
    date(2026, 3, 24),
)
WHY = "De afdeling groen heeft meer tijd nodig."


@pytest.fixture
def turn_to(monkeypatch: pytest.MonkeyPatch) -> Turn:
    turn = calendar_of(monkeypatch)
    turn(RECEIVED)
    return turn


def sent_in() -> SupportRequest:
    """Return an application that is sent in today; the local rule gives eight weeks."""
    a_budget(decision_days=56)
    request = a_request(state=RequestState.DRAFT)
    service.submit(request, by=request.author)
    return request


def actions(request: SupportRequest) -> list[str]:
    return [event.action.partition(".")[2] for event in history("support_requests", request.id)]


def test_the_worked_example_of_the_docs(turn_to: Turn) -> None:
    carla, request = a_coordinator(), sent_in()
    assert request.decision_due_on == date(2026, 4, 28)  # 27 April is King's Day

    turn_to(ASKED)
    supplement = asked_back(request, by=carla, until=UNTIL)
    assert (request.state, request.decision_due_on) == (RequestState.INCOMPLETE, date(2026, 5, 11))

    turn_to(ANSWERED)
    service.answer_supplement(request, "Een meter.", by=request.author)

    assert (request.state, request.decision_due_on) == (
        RequestState.IN_ASSESSMENT,
        date(2026, 5, 6),
    )
    assert (supplement.asked_on, supplement.ended_on) == (ASKED, ANSWERED)
    term = terms.term_of(request)
    assert term is not None
    assert (term.used(ANSWERED), term.left(ANSWERED)) == (9, 47)
    assert actions(request) == ["submit", "assess", "ask_supplement", "supplement"]


def test_the_team_reads_the_question_the_day_and_what_silence_means(turn_to: Turn) -> None:
    bilal = a_person("Bilal")
    request = a_request(an_initiative(team=(bilal,)))

    asked_back(request, by=a_coordinator(), text="Hoe diep is de sloot?", until=UNTIL)

    for person in (request.author, bilal):
        mail = mails_to(person.email)[-1]
        assert mail.subject == f"We hebben een vraag over {request.reference}"
        assert mail.link == f"/ondersteuning/{request.id}/aanvulling"
        assert "Hoe diep is de sloot?" in mail.text
        assert "Je kunt antwoorden tot en met 24 maart 2026." in mail.text
        assert "Dan mogen we besluiten je vraag niet te behandelen." in mail.text


def test_a_question_without_a_decision_is_not_left_out_when_nobody_answers(turn_to: Turn) -> None:
    request = a_request(needs=[team_hours()])

    asked_back(request, by=a_coordinator(), until=UNTIL)

    assert "Dan gaan we verder met wat we weten." in mails_to(request.author.email)[-1].text


def test_a_day_off_becomes_the_first_working_day_after_it(turn_to: Turn) -> None:
    supplement = asked_back(a_request(), by=a_coordinator(), until=date(2026, 4, 3))  # Good Friday

    assert supplement.until == date(2026, 4, 7)


@pytest.mark.parametrize("days", [-9999, -1, 0, 6, 57, 9999])
def test_the_team_gets_a_week_at_least_and_eight_at_most(days: int) -> None:
    carla, request = a_coordinator(), a_request(state=RequestState.IN_ASSESSMENT)
    until = clock.today() + timedelta(days=days)

    with pytest.raises(Refused, match="Kies een dag van") as refusal:
        service.ask_supplement(request, Question("Hoe diep?", until), by=carla)

    assert refusal.value.field == "until"
    assert request.state is RequestState.IN_ASSESSMENT
    assert db.session.query(Supplement).all() == []


def test_the_second_to_ask_reads_who_was_first() -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    asked_back(request, by=a_coordinator())
    db.session.commit()

    with pytest.raises(OutOfDate, match="Carla was je voor, op "):
        asked_back(request, by=a_coordinator(name="Cor"))


def test_who_may_ask_and_who_may_answer() -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    for person in (request.author, a_decider(), a_person("Noor")):
        with pytest.raises(NotAllowed):
            asked_back(request, by=person)
    asked_back(request, by=an_adviser())

    for stranger in (a_coordinator(), a_person("Noor")):
        with pytest.raises(NotAllowed):
            service.answer_supplement(request, "Een meter.", by=stranger)


def test_the_answer_is_confirmed_with_a_copy_and_the_coordinators_hear_of_it(turn_to: Turn) -> None:
    carla, request = a_coordinator(a_town().north), sent_in()
    turn_to(ASKED)
    asked_back(request, by=carla, until=UNTIL)
    turn_to(ANSWERED)

    service.answer_supplement(request, "Een meter.", by=request.author)

    text = mails_to(request.author.email)[-1].text
    assert "Een meter." in text
    assert "Je krijgt antwoord op of voor 6 mei 2026." in text
    assert "Van 11 maart 2026 tot en met 19 maart 2026 stond de tijd stil." in text
    told = mails_to(carla.email)[-1]
    assert told.subject == "Het team heeft geantwoord: Geveltuintjes"
    assert "Het antwoord moet er zijn op 6 mei 2026." in told.text
    assert "Een meter." not in told.text


def test_a_question_is_answered_once(turn_to: Turn) -> None:
    request = a_request()
    asked_back(request, by=a_coordinator())
    service.answer_supplement(request, "Een meter.", by=request.author)
    db.session.commit()

    with pytest.raises(OutOfDate, match="Anna was je voor"):
        service.answer_supplement(request, "Twee meter.", by=request.author)


def test_an_answer_after_the_time_for_it_is_taken_but_stops_no_more_days(turn_to: Turn) -> None:
    request = sent_in()
    turn_to(ASKED)
    asked_back(request, by=a_coordinator(), until=UNTIL)
    due = request.decision_due_on
    turn_to(UNTIL + 9 * DAY)

    service.answer_supplement(request, "Een meter.", by=request.author)

    assert (request.state, request.decision_due_on) == (RequestState.IN_ASSESSMENT, due)


def test_going_on_without_an_answer_makes_the_clock_run_from_today(turn_to: Turn) -> None:
    carla, request = a_coordinator(), sent_in()
    turn_to(ASKED)
    asked_back(request, by=carla, until=UNTIL)
    turn_to(ASKED + 2 * DAY)

    service.go_on(request, by=carla)

    assert (request.state, request.decision_due_on) == (
        RequestState.IN_ASSESSMENT,
        date(2026, 4, 28),
    )
    assert (
        "Je hoeft onze vraag niet meer te beantwoorden." in mails_to(request.author.email)[-1].text
    )


def test_a_question_after_the_last_day_makes_nothing_of_it_in_time(turn_to: Turn) -> None:
    request = sent_in()
    turn_to(date(2026, 4, 29))

    asked_back(request, by=a_coordinator(), until=date(2026, 5, 13))

    assert request.decision_due_on == date(2026, 4, 28)
