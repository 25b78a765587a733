"""Taking a request on, and deciding on it."""

from dataclasses import replace

import pytest

from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.text import tidy
from app.support import service, signals
from app.support.decisions import Criterion, Decision
from app.support.lifecycle import RequestState
from app.support.models import LegalRegime, SupportRequest
from app.support.terms import objection_until
from app.support.values import Judgement, Reason
from factories.accounts import a_coordinator, a_person
from factories.notifications import mails_to
from factories.support import (
    ASKED,
    REASONS,
    a_budget,
    a_decider,
    a_judgement,
    a_plot,
    a_request,
    money,
    proposed,
    team_hours,
)

AGREED = "Jullie gebruiken het veldje tot oktober."


def a_proposed_request(cents: int = ASKED, *, regime: LegalRegime | None = None) -> SupportRequest:
    request = a_request()
    budget = a_budget(regime=regime or LegalRegime.AWB_DECISION)
    proposed(request, by=a_coordinator(), budget=budget, cents=cents)
    return request


def refused(request: SupportRequest, judgement: Judgement) -> tuple[str | None, str]:
    state = request.state
    with pytest.raises(Refused) as refusal:
        service.decide(request, judgement, by=a_decider())
    assert request.state is state
    return refusal.value.field, tidy(refusal.value.message)


def test_who_takes_a_request_on_looks_after_it_and_the_team_hears_who() -> None:
    carla, request = a_coordinator(), a_request()

    service.assess(request, by=carla)

    assert (request.state, request.coordinator) == (RequestState.IN_ASSESSMENT, carla)
    assert "Carla van de gemeente bekijkt" in mails_to(request.author.email)[-1].text


def test_a_request_is_taken_on_once() -> None:
    request = a_request()
    service.assess(request, by=a_coordinator())
    db.session.commit()

    with pytest.raises(OutOfDate, match="Carla was je voor"):
        service.assess(request, by=a_coordinator(name="Cor"))


def test_granting_books_the_money_tells_the_team_and_announces_it() -> None:
    request, dirk = a_proposed_request(), a_decider()
    budget = request.proposals[0].budget
    heard: list[object] = []

    def hear(sender: object, outcome: RequestState, by: object) -> None:
        heard.extend([sender, outcome, by])

    with signals.decided.connected_to(hear):
        decision = service.decide(request, a_judgement(cents=ASKED, agreement=AGREED), by=dirk)

    assert request.state is RequestState.GRANTED
    assert budget is not None
    assert (budget.reserved_cents, budget.booked_cents) == (0, ASKED)
    assert (decision.outcome, decision.cents, decision.agreement) == (request.state, ASKED, AGREED)
    assert {reason.criterion for reason in decision.reasons} == set(Criterion)
    assert request.standing_proposal is None
    assert heard == [request, RequestState.GRANTED, dirk]
    assert AGREED in mails_to(request.author.email)[-1].text


def test_granting_a_part_releases_the_rest() -> None:
    request = a_proposed_request()
    budget = request.proposals[0].budget

    service.decide(request, a_judgement("grant_partly", cents=1000_00), by=a_decider())

    assert request.state is RequestState.PARTLY_GRANTED
    assert budget is not None
    assert (budget.reserved_cents, budget.booked_cents) == (0, 1000_00)


def test_refusing_releases_everything() -> None:
    request = a_proposed_request()
    budget = request.proposals[0].budget

    decision = service.decide(request, a_judgement("refuse"), by=a_decider())

    assert (request.state, decision.cents) == (RequestState.REFUSED, 0)
    assert budget is not None
    assert (budget.reserved_cents, budget.booked_cents) == (0, 0)


def test_one_can_refuse_without_advice() -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)

    decision = service.decide(request, a_judgement("refuse"), by=a_decider())

    assert (request.state, decision.budget) == (RequestState.REFUSED, None)


def test_one_cannot_grant_without_advice() -> None:
    request = a_request(needs=[team_hours()], state=RequestState.IN_ASSESSMENT)

    with pytest.raises(OutOfDate):
        service.decide(request, a_judgement(agreement="Zes uur."), by=a_decider())


@pytest.mark.parametrize("criterion", Criterion)
def test_every_criterion_needs_a_reason(criterion: Criterion) -> None:
    reasons = tuple(
        Reason(reason.criterion, " ") if reason.criterion is criterion else reason
        for reason in REASONS
    )

    field, _sentence = refused(
        a_proposed_request(), replace(a_judgement(cents=ASKED), reasons=reasons)
    )

    assert field == criterion.value


def test_a_decision_needs_a_legal_basis() -> None:
    judgement = replace(a_judgement(cents=ASKED, agreement=AGREED), legal_basis="  ")

    assert refused(a_proposed_request(), judgement)[0] == "legal_basis"


@pytest.mark.parametrize(
    ("judgement", "field", "sentence"),
    [
        (
            a_judgement(cents=ASKED + 1, agreement=AGREED),
            "amount",
            "Er is € 1.850,00 gereserveerd. Meer kan niet.",
        ),
        (
            a_judgement(cents=ASKED - 1, agreement=AGREED),
            "amount",
            "Er is € 1.850,00 gevraagd. Geef je minder? Kies dan “deels goedkeuren”.",
        ),
        (a_judgement(cents=ASKED), "agreement", "Schrijf wat je afspreekt over wat geen geld is."),
        (a_judgement("grant_partly"), "amount", "Vul in welk deel je goedkeurt."),
        (
            a_judgement("refuse", cents=1),
            None,
            "Wie nee zegt, geeft niets. Laat het bedrag en de afspraak leeg.",
        ),
        (
            a_judgement("refuse", agreement=AGREED),
            None,
            "Wie nee zegt, geeft niets. Laat het bedrag en de afspraak leeg.",
        ),
    ],
)
def test_an_outcome_that_does_not_fit_is_refused(
    judgement: Judgement, field: str | None, sentence: str
) -> None:
    assert refused(a_proposed_request(), judgement) == (field, sentence)


def test_only_money_needs_no_agreement() -> None:
    request, budget = a_request(needs=[money()]), a_budget()
    proposed(request, by=a_coordinator(), budget=budget, cents=ASKED)

    decision = service.decide(request, a_judgement(cents=ASKED), by=a_decider())

    assert decision.agreement == ""


def decided_on(request: SupportRequest, judgement: Judgement) -> Decision:
    if request.standing_proposal is None:
        proposed(request, by=a_coordinator())
    return service.decide(request, judgement, by=a_decider())


def test_only_a_decision_of_the_law_is_open_to_objection() -> None:
    by_law = decided_on(a_proposed_request(), a_judgement(cents=ASKED, agreement=AGREED))
    plot = decided_on(a_request(needs=[a_plot()]), a_judgement(agreement=AGREED))
    permission = a_request(needs=[a_plot()])
    permission.asks_decision = True
    asked = decided_on(permission, a_judgement(agreement=AGREED))

    until = objection_until(clock.today())
    assert [one.objection_until for one in (by_law, plot, asked)] == [until, None, until]


def test_a_budget_that_decides_by_law_makes_every_answer_a_decision() -> None:
    request = a_request(needs=[money()])
    request.asks_decision = False
    proposed(request, by=a_coordinator(), budget=a_budget(), cents=ASKED)

    decision = service.decide(request, a_judgement(cents=ASKED), by=a_decider())

    assert decision.objection_until == objection_until(clock.today())


def test_who_decides_has_to_be_allowed_to() -> None:
    request = a_proposed_request()

    for person in (a_coordinator(), a_person("Noor"), request.author):
        with pytest.raises(NotAllowed):
            service.decide(request, a_judgement("refuse"), by=person)


def test_nothing_is_decided_twice() -> None:
    request = a_proposed_request()
    service.decide(request, a_judgement("refuse"), by=a_decider())
    db.session.commit()

    with pytest.raises(OutOfDate, match="Dirk was je voor"):
        service.decide(request, a_judgement("refuse"), by=a_decider("Dora"))
