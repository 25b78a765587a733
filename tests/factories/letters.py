"""Requests with letters of every kind, and those letters as they are printed."""

from datetime import timedelta
from typing import NamedTuple

from app.core import clock
from app.support import queries, service
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.post import Letter, LetterKind
from app.support.values import MoreTime
from factories.accounts import a_coordinator
from factories.initiatives import an_initiative
from factories.support import (
    ASKED,
    a_budget,
    a_decider,
    a_judgement,
    a_request,
    asked_back,
    proposed,
)

ANSWER, WHY = "Een meter diep.", "De afdeling groen kijkt mee."


class Event(NamedTuple):
    """What happened to a request, and the words of its own that stand in the letter about it."""

    kind: LetterKind
    words: str


EVENTS = (
    Event(LetterKind.RECEIPT, "Je vraagt om een besluit."),
    Event(LetterKind.QUESTION, "Hoe diep is de sloot?"),
    Event(LetterKind.ANSWER_CAME, ANSWER),
    Event(LetterKind.QUESTION, "En hoe breed?"),
    Event(LetterKind.GOING_ON, "Je hoeft onze vraag niet meer te beantwoorden."),
    Event(LetterKind.EXTENSION, WHY),
    Event(LetterKind.DECISION, "Je hebt daarvoor zes weken"),
)


def a_sent_request() -> SupportRequest:
    """Return an application that Anna sent in just now."""
    request = a_request(an_initiative(), state=RequestState.DRAFT)
    service.submit(request, by=request.author)
    return request


def a_request_with_every_letter() -> SupportRequest:
    """Return a request to which everything of ``EVENTS`` happened, in that order, today."""
    request, carla, budget = a_sent_request(), a_coordinator(), a_budget()
    service.assess(request, by=carla)
    asked_back(request, by=carla)
    service.answer_supplement(request, ANSWER, by=request.author)
    asked_back(request, by=carla, text="En hoe breed?")
    service.go_on(request, by=carla)
    more = MoreTime(until=clock.today() + timedelta(weeks=10), reason=WHY)
    service.extend(request, more, by=carla)
    proposed(request, by=carla, budget=budget, cents=ASKED)
    judgement = a_judgement("grant_partly", cents=1000_00, agreement="Het veldje tot oktober.")
    service.decide(request, judgement, by=a_decider())
    return request


def letters_of(request: SupportRequest) -> list[Letter]:
    """Return the letters about a request with their words, the first one first."""
    sent = queries.letters_about(request)
    return [queries.found_letter(request, letter.id) for letter in sent]
