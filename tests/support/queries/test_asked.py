"""What an initiative asked: what was sent in, newest first, with what was granted."""

from app.support import queries, service
from app.support.lifecycle import RequestState
from app.support.models import SupportKind
from app.support.queries.asked import NEWEST
from factories.accounts import a_coordinator
from factories.initiatives import an_initiative
from factories.support import (
    ASKED,
    a_budget,
    a_decider,
    a_judgement,
    a_request,
    money,
    proposed,
    team_hours,
)


def test_what_was_sent_in_comes_with_its_kinds_and_what_was_granted() -> None:
    initiative = an_initiative()
    decided = a_request(initiative, needs=[money(), team_hours(), team_hours()])
    proposed(decided, by=a_coordinator(), budget=a_budget(), cents=ASKED)
    service.decide(decided, a_judgement(cents=ASKED, agreement="Zes uur."), by=a_decider())
    waiting = a_request(initiative, needs=[team_hours()])
    for state in (RequestState.DRAFT, RequestState.WITHDRAWN):
        a_request(initiative, state=state)
    a_request(an_initiative(title="Een ander plan"))

    both = frozenset({SupportKind.MONEY, SupportKind.TEAM_HOURS})
    assert queries.asked_by(initiative.id) == [
        (waiting.id, waiting.reference, waiting.state, 0, frozenset({SupportKind.TEAM_HOURS})),
        (decided.id, decided.reference, RequestState.GRANTED, ASKED, both),
    ]


def test_only_the_newest_are_told() -> None:
    initiative = an_initiative()
    requests = [a_request(initiative) for _ in range(NEWEST + 1)]

    told = [asked.id for asked in queries.asked_by(initiative.id)]

    assert told == [request.id for request in reversed(requests[1:])]
