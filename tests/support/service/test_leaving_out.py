"""An application without an answer is left out, and only then."""

from datetime import date, timedelta

import pytest

from app.core.dates import date_words
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.workdays import DAY, next_working_day
from app.support import service, signals
from app.support.decisions import Decision
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_person
from factories.calendar import Turn, calendar_of
from factories.notifications import mails_to
from factories.support import a_decider, a_request, an_adviser, asked_back

RECEIVED, ASKED, UNTIL = date(2026, 3, 2), date(2026, 3, 10), date(2026, 3, 24)


@pytest.fixture
def turn_to(monkeypatch: pytest.MonkeyPatch) -> Turn:
    turn = calendar_of(monkeypatch)
    turn(RECEIVED)
    return turn


def sent_in() -> SupportRequest:
    """Return an application that is sent in today."""
    request = a_request(state=RequestState.DRAFT)
    service.submit(request, by=request.author)
    return request


def unanswered(turn_to: Turn, *, wait: int) -> SupportRequest:
    """Return an application whose question passed unused so many days ago."""
    request = sent_in()
    turn_to(ASKED)
    asked_back(request, by=a_coordinator(), until=UNTIL)
    turn_to(UNTIL + wait * DAY)
    return request


def test_a_request_without_an_answer_is_left_out_with_a_letter(turn_to: Turn) -> None:
    request, dirk = unanswered(turn_to, wait=1), a_decider()
    heard: list[object] = []

    def hear(_sender: object, outcome: RequestState, **_more: object) -> None:
        heard.append(outcome)

    with signals.decided.connected_to(hear):
        decision = service.not_consider(request, by=dirk)

    today = UNTIL + DAY
    assert (request.state, decision.outcome) == (RequestState.NOT_CONSIDERED,) * 2
    assert decision.legal_basis == "Algemene wet bestuursrecht, artikel 4:5"
    assert decision.objection_until == next_working_day(today + timedelta(weeks=6))
    assert heard == [RequestState.NOT_CONSIDERED]
    assert request.open_supplement is None
    text = mails_to(request.author.email)[-1].text
    for sentence in (
        f"We behandelen je vraag {request.reference} niet.",
        "Op 10 maart 2026 vroegen we je: “Hoe diep is de sloot?”",
        "Je kon antwoorden tot en met 24 maart 2026. We kregen geen antwoord.",
        "We baseren dit op: Algemene wet bestuursrecht, artikel 4:5.",
        f"Je hebt daarvoor zes weken: tot en met {date_words(decision.objection_until)}.",
    ):
        assert sentence in text


@pytest.mark.parametrize(
    ("wait", "sentence"),
    [
        (-14, "Het team kan nog antwoorden tot en met 24 maart 2026."),
        (0, "Het team kan nog antwoorden tot en met 24 maart 2026."),
        (29, "Dit kon tot en met 21 april 2026."),
    ],
)
def test_a_request_is_left_out_only_after_the_time_to_answer_and_within_four_weeks(
    turn_to: Turn, wait: int, sentence: str
) -> None:
    request = unanswered(turn_to, wait=wait)

    with pytest.raises(Refused, match=sentence):
        service.not_consider(request, by=a_decider())

    assert request.state is RequestState.INCOMPLETE
    assert db.session.query(Decision).all() == []


def test_only_an_application_is_left_out_and_only_by_who_decides(turn_to: Turn) -> None:
    request = unanswered(turn_to, wait=1)
    for person in (request.author, an_adviser(), a_person("Noor")):
        with pytest.raises(NotAllowed):
            service.not_consider(request, by=person)
    request.asks_decision = False

    with pytest.raises(NotAllowed):
        service.not_consider(request, by=a_decider())


def test_an_answer_that_came_first_keeps_the_request_in(turn_to: Turn) -> None:
    request = unanswered(turn_to, wait=1)
    service.answer_supplement(request, "Een meter.", by=request.author)
    db.session.commit()

    with pytest.raises(OutOfDate, match="Anna was je voor"):
        service.not_consider(request, by=a_decider())
