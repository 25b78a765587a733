"""Advice reserves money, and gives it back when it is taken back."""

import pytest

from app.core.errors import NotAllowed, OutOfDate, Refused
from app.core.text import tidy
from app.support import service
from app.support.lifecycle import RequestState
from app.support.values import Advice
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.support import a_budget, a_request, an_adviser, proposed, team_hours


def test_advice_reserves_the_money() -> None:
    carla, budget = a_coordinator(), a_budget()
    request = a_request()

    proposal = proposed(request, by=carla, budget=budget, cents=1000_00)

    assert request.state is RequestState.PROPOSED
    assert (proposal.author, proposal.budget, proposal.cents) == (carla, budget, 1000_00)
    assert budget.reserved_cents == 1000_00


def test_advice_without_money_touches_no_budget() -> None:
    budget = a_budget()

    proposal = proposed(a_request(needs=[team_hours()]), by=a_coordinator(), budget=budget)

    assert (proposal.budget, budget.reserved_cents) == (None, 0)


def test_an_adviser_of_a_department_may_advise() -> None:
    request = a_request(needs=[team_hours()], state=RequestState.IN_ASSESSMENT)

    proposal = service.propose(request, Advice("Doen."), by=an_adviser())

    assert proposal.author.name == "Vera"


def test_a_neighbour_does_not_advise() -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)

    with pytest.raises(NotAllowed):
        service.propose(request, Advice("Doen."), by=a_person("Noor"))


@pytest.mark.parametrize(
    ("cents", "field", "sentence"),
    [
        (1850_01, "amount", "Er is € 1.850,00 gevraagd. Meer kan niet."),
        (1500_01, "amount", "Uit dit budget krijgt een vraag hoogstens € 1.500,00."),
        (1200_01, "amount", "Op dit budget is nog € 1.200,00 vrij."),
    ],
)
def test_an_amount_that_does_not_fit_is_refused(cents: int, field: str, sentence: str) -> None:
    budget = a_budget(ceiling=1200_00, most=1500_00)
    request = a_request(state=RequestState.IN_ASSESSMENT)

    with pytest.raises(Refused) as refusal:
        proposed(request, by=a_coordinator(), budget=budget, cents=cents)

    assert (refusal.value.field, tidy(refusal.value.message)) == (field, sentence)
    assert (request.state, budget.reserved_cents) == (RequestState.IN_ASSESSMENT, 0)


def test_money_comes_from_a_budget_of_the_place() -> None:
    elsewhere = a_budget(a_town().south)
    request = a_request(state=RequestState.IN_ASSESSMENT)

    for budget in (elsewhere, None):
        with pytest.raises(Refused) as refusal:
            proposed(request, by=a_coordinator(), budget=budget, cents=100_00)
        assert refusal.value.field == "budget_id"


def test_a_second_proposal_is_too_late() -> None:
    carla, budget = a_coordinator(), a_budget()
    request = a_request()
    proposed(request, by=carla, budget=budget, cents=1000_00)

    with pytest.raises(OutOfDate):
        proposed(request, by=carla, budget=budget, cents=1000_00)


def test_taking_advice_back_frees_the_money_and_one_can_advise_again() -> None:
    carla, budget = a_coordinator(), a_budget()
    request = a_request()
    first = proposed(request, by=carla, budget=budget, cents=1850_00)

    service.reconsider(request, by=carla, reason="Het kan goedkoper.")

    assert (request.state, budget.reserved_cents) == (RequestState.IN_ASSESSMENT, 0)
    assert first.ended_at is not None
    second = proposed(request, by=carla, budget=budget, cents=1000_00)
    assert (request.standing_proposal, budget.reserved_cents) == (second, 1000_00)


def test_advice_without_money_is_taken_back_as_well() -> None:
    carla, request = a_coordinator(), a_request(needs=[team_hours()])
    proposed(request, by=carla)

    service.reconsider(request, by=carla, reason="Nog even kijken.")

    assert request.standing_proposal is None
