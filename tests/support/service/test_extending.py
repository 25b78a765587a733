"""More time for an answer: once, with a reason, and before the last day."""

from datetime import date, timedelta

import pytest

from app.audit.queries import history
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.workdays import DAY
from app.support import service
from app.support.delays import Extension
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.values import MoreTime
from factories.accounts import a_coordinator, a_person
from factories.calendar import Turn, calendar_of
from factories.notifications import mails_to
from factories.support import a_budget, a_decider, a_request, proposed

RECEIVED = date(2026, 3, 2)
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


def extended(request: SupportRequest, days: int, *, by: object = None) -> Extension:
    assert request.decision_due_on is not None
    until = request.decision_due_on + timedelta(days=days)
    return service.extend(request, MoreTime(until, WHY), by=by or a_coordinator())  # type: ignore[arg-type]  # a person


def test_an_extension_moves_the_day_and_tells_the_team_why(turn_to: Turn) -> None:
    request = sent_in()
    service.assess(request, by=a_coordinator())

    extension = extended(request, 4)  # Saturday 2 May

    assert (extension.until, request.decision_due_on) == (date(2026, 5, 4),) * 2
    assert request.state is RequestState.IN_ASSESSMENT
    mail = mails_to(request.author.email)[-1]
    assert mail.subject == f"We hebben meer tijd nodig voor je vraag {request.reference}"
    for sentence in (
        "Je zou antwoord krijgen op of voor 28 april 2026. Dat lukt niet.",
        "Je krijgt antwoord op of voor 4 mei 2026.",
        WHY,
    ):
        assert sentence in mail.text
    [*_before, last] = history("support_requests", request.id)
    assert (last.action, last.reason) == ("support_requests.extend", WHY)


def test_an_extension_while_a_proposal_lies_ready_keeps_the_proposal() -> None:
    request, budget = a_request(), a_budget()
    proposed(request, by=a_coordinator(), budget=budget, cents=100_00)

    extended(request, 14, by=a_decider())

    assert request.state is RequestState.PROPOSED
    assert request.standing_proposal is not None
    assert budget.reserved_cents == 100_00


def test_more_time_is_taken_once_and_the_second_reads_who_did() -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    extended(request, 14)
    db.session.commit()

    today = date_words(clock.today())
    with pytest.raises(OutOfDate, match=f"Carla nam al meer tijd, op {today}. Dat kan één keer."):
        extended(request, 14, by=a_coordinator(name="Cor"))


@pytest.mark.parametrize("late", [0, 1, 30])
def test_on_the_last_day_and_after_it_is_too_late_for_more_time(turn_to: Turn, late: int) -> None:
    request = sent_in()
    service.assess(request, by=a_coordinator())
    turn_to(date(2026, 4, 28) + late * DAY)

    with pytest.raises(Refused, match="alleen vóór 28 april 2026") as refusal:
        extended(request, 60)

    assert refusal.value.field == "until"
    assert request.extension is None


def test_the_day_before_the_last_is_in_time_for_more_time(turn_to: Turn) -> None:
    request = sent_in()
    service.assess(request, by=a_coordinator())
    turn_to(date(2026, 4, 27))

    assert extended(request, 7).made_on == date(2026, 4, 27)


@pytest.mark.parametrize("days", [-30, 0, 85, 9999])
def test_the_new_day_lies_after_the_old_one_and_not_too_far(days: int) -> None:
    with pytest.raises(Refused, match="Kies een dag van"):
        extended(a_request(state=RequestState.IN_ASSESSMENT), days)


def test_who_belongs_to_the_plan_takes_no_more_time() -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    for person in (request.author, a_person("Noor")):
        with pytest.raises(NotAllowed):
            extended(request, 14, by=person)
