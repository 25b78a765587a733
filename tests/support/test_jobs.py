"""What the worker says when a day is near, and when it has passed."""

from datetime import date

import pytest

from app.accounts.models import User
from app.core.db import db
from app.core.jobs import Job, work_off
from app.core.workdays import DAY
from app.support import jobs, service
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.values import MoreTime
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.calendar import Turn, calendar_of
from factories.notifications import mails_to
from factories.support import a_budget, a_request, asked_back

RECEIVED, DUE = date(2026, 3, 2), date(2026, 4, 28)
ASKED, UNTIL = date(2026, 3, 10), date(2026, 3, 24)


@pytest.fixture
def turn_to(monkeypatch: pytest.MonkeyPatch) -> Turn:
    turn = calendar_of(monkeypatch)
    turn(RECEIVED)
    return turn


@pytest.fixture
def carla(turn_to: Turn) -> User:
    return a_coordinator(a_town().north)


@pytest.fixture
def request_(turn_to: Turn, carla: User) -> SupportRequest:
    """An application that Carla took on, received on 2 March 2026; the local rule gives eight weeks."""
    a_budget(decision_days=56)
    request = a_request(state=RequestState.DRAFT)
    service.submit(request, by=request.author)
    service.assess(request, by=carla)
    db.session.commit()
    return request


def said_on(day: date, turn_to: Turn, person: User) -> list[str]:
    """Return the subjects, without the number of the request, of what the worker said that morning."""
    before = len(mails_to(person.email))
    turn_to(day)
    work_off()
    return [mail.subject.partition(" HULP")[0] for mail in mails_to(person.email)[before:]]


def test_everybody_hears_before_the_last_day_what_happens(
    request_: SupportRequest, carla: User, turn_to: Turn
) -> None:
    anna = request_.author
    assert said_on(DUE - 6 * DAY, turn_to, anna) == []

    assert said_on(DUE - 5 * DAY, turn_to, anna) == ["Je krijgt bijna antwoord op je vraag"]

    text = mails_to(anna.email)[-1].text
    assert "Je krijgt antwoord op of voor 28 april 2026." in text
    assert "Dan mag je ons een brief sturen" in text
    assert mails_to(carla.email)[-1].subject == "Bijna te laat: Geveltuintjes"
    assert "Neem dan vóór die dag meer tijd." in mails_to(carla.email)[-1].text


def test_everybody_hears_when_it_is_late_and_only_once(
    request_: SupportRequest, carla: User, turn_to: Turn
) -> None:
    anna = request_.author
    said_on(DUE - 5 * DAY, turn_to, anna)
    assert said_on(DUE, turn_to, anna) == []

    assert said_on(DUE + DAY, turn_to, anna) == ["Ons antwoord is te laat:"]

    assert mails_to(carla.email)[-1].subject == "Te laat: Geveltuintjes"
    assert said_on(DUE + 30 * DAY, turn_to, anna) == []


def test_a_day_that_moved_is_not_spoken_of(
    request_: SupportRequest, carla: User, turn_to: Turn
) -> None:
    service.extend(request_, MoreTime(date(2026, 6, 1), "Druk."), by=carla)
    db.session.commit()

    assert said_on(DUE + DAY, turn_to, request_.author) == []
    assert said_on(date(2026, 5, 27), turn_to, request_.author) == [
        "Je krijgt bijna antwoord op je vraag"
    ]
    assert "Neem dan vóór die dag meer tijd." not in mails_to(carla.email)[-1].text


def test_what_is_answered_is_not_spoken_of(
    request_: SupportRequest, carla: User, turn_to: Turn
) -> None:
    service.withdraw(request_, by=request_.author)
    db.session.commit()

    assert said_on(DUE + DAY, turn_to, request_.author) == []


def test_the_team_is_reminded_and_hears_when_its_time_is_over(
    request_: SupportRequest, carla: User, turn_to: Turn
) -> None:
    anna = request_.author
    turn_to(ASKED)
    asked_back(request_, by=carla, until=UNTIL)
    db.session.commit()
    work_off()

    assert said_on(UNTIL - 3 * DAY, turn_to, anna) == [
        "Vergeet je ons niet te antwoorden? Het gaat om"
    ]
    assert "Je kunt antwoorden tot en met 24 maart 2026." in mails_to(anna.email)[-1].text
    assert said_on(UNTIL + DAY, turn_to, anna) == ["We kregen geen antwoord:"]
    told = mails_to(carla.email)[-1]
    assert told.subject == "Geen antwoord van het team: Geveltuintjes"
    assert "Dat laatste kan tot en met 21 april 2026." in told.text
    assert "Het antwoord moet er zijn op 11 mei 2026." in told.text


def test_who_answered_is_not_reminded(request_: SupportRequest, carla: User, turn_to: Turn) -> None:
    turn_to(ASKED)
    asked_back(request_, by=carla, until=UNTIL)
    service.answer_supplement(request_, "Een meter.", by=request_.author)
    db.session.commit()
    work_off()

    assert said_on(UNTIL - 3 * DAY, turn_to, request_.author) == []
    assert said_on(UNTIL + DAY, turn_to, request_.author) == []


def test_a_question_that_is_no_application_goes_on_after_silence(
    request_: SupportRequest, carla: User, turn_to: Turn
) -> None:
    request_.asks_decision = False
    asked_back(request_, by=carla, until=UNTIL)
    db.session.commit()
    work_off()

    said_on(UNTIL + DAY, turn_to, carla)

    assert "Ga verder zonder antwoord." in mails_to(carla.email)[-1].text


def test_what_is_gone_is_not_spoken_of() -> None:
    jobs.late(404, DUE.isoformat())
    jobs.remind(404)

    assert db.session.query(Job).all() == []


def test_a_promise_of_some_days_is_only_spoken_of_when_it_was_not_kept(turn_to: Turn) -> None:
    request = a_request(days_until_due=3)
    jobs.plan_due_day(request)
    jobs.plan_due_day(a_request(state=RequestState.DRAFT))

    assert [job.kind for job in db.session.query(Job)] == ["support.late"]
