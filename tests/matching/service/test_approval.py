"""Approving keeps all hours of a plan or none, and tells everybody."""

from collections.abc import Callable

import pytest

from app.accounts.models import User
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, CapacityReservation
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate
from app.matching import service
from app.matching.lifecycle import RoundState
from app.matching.models import ChoiceKind
from app.support.lifecycle import RequestState
from app.support.models import Need
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.matching import a_professional
from factories.notifications import mails_to
from factories.rounds import a_round, asks, has_hours, solved, tried, worked_off


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


def test_every_line_gets_its_hours_and_everybody_hears_it(carla: User) -> None:
    offer = has_hours(hours=10)
    petra = a_professional(offer.team.organisation, a_town().north)
    served, left = asks("Wandelen", 6), asks("Koffie", 7, owner="Bilal")
    one = a_round(carla)
    plan = solved(one, by=carla)

    service.approve(one, plan.id, by=carla)

    assert (one.state, offer.taken) == (RoundState.APPROVED, 6)
    kept = db.session.query(CapacityReservation).one()
    assert (kept.need_id, kept.hours, kept.state) == (served.id, 6, ReservationState.PROPOSED)
    good, bad = (mails_to(name.request.author.email)[-1] for name in (served, left))
    assert good.subject == "Een wijkteam heeft tijd voor “Wandelen”"
    assert "Wijkteam Noord houdt 6 uur vrij voor “Wandelen”" in good.text
    assert bad.subject == "Nog geen tijd van een wijkteam voor “Koffie”"
    assert "- Wandelen: 6 uur" in mails_to(petra.email)[-1].text


def fewer_hours(need: Need, offer: CapacityOffer) -> str:
    offer.taken = 5
    return "er waren 10 uur vrij, nu 5."


def hours_withdrawn(need: Need, offer: CapacityOffer) -> str:
    offer.withdrawn_at = clock.now()
    return "er is iets veranderd aan deze uren."


def other_need(need: Need, offer: CapacityOffer) -> str:
    need.hours = 5
    return "‘Wandelen’ vraagt nu iets anders."


def request_withdrawn(need: Need, offer: CapacityOffer) -> str:
    need.request.state = RequestState.WITHDRAWN
    return "‘Wandelen’ vraagt deze uren niet meer."


def other_team(need: Need, offer: CapacityOffer) -> str:
    offer.team.expertise = []
    return "er is iets veranderd aan deze uren."


@pytest.mark.parametrize(
    "change", [fewer_hours, hours_withdrawn, other_need, request_withdrawn, other_team]
)
def test_when_the_world_changed_nothing_is_kept_and_it_says_what(
    carla: User, change: Callable[[Need, CapacityOffer], str]
) -> None:
    offer, need = has_hours(hours=10), asks("Wandelen", 6)
    one = a_round(carla)
    plan = solved(one, by=carla)
    sentence = change(need, offer)
    db.session.commit()

    with pytest.raises(service.WorldChanged) as refusal:
        service.approve(one, plan.id, by=carla)

    assert any(sentence in one for one in refusal.value.sentences)
    db.session.rollback()
    assert one.state is RoundState.PROPOSED
    assert db.session.query(CapacityReservation).count() == 0


def test_new_hours_and_a_new_request_later_are_told_apart(carla: User) -> None:
    has_hours()
    asks("Wandelen")
    one = a_round(carla)
    plan = solved(one, by=carla)
    asks("Later")
    has_hours("Wijkteam Nieuw")
    db.session.commit()

    with pytest.raises(service.WorldChanged) as refusal:
        service.approve(one, plan.id, by=carla)

    assert len(refusal.value.sentences) == 1
    assert "Wijkteam Nieuw" in refusal.value.sentences[0]


def test_who_is_part_of_an_initiative_leaves_it_to_a_colleague() -> None:
    has_hours()
    carla = a_coordinator(a_town().north)
    asks("Wandelen", owner="Carla")
    one = a_round(carla)
    plan = solved(one, by=carla)

    with pytest.raises(NotAllowed, match="Je hoort zelf bij ‘Wandelen’"):
        service.approve(one, plan.id, by=carla)


def test_another_plan_or_a_running_trial_is_not_approved(carla: User) -> None:
    offer, need = has_hours(), asks("Wandelen")
    one = a_round(carla)
    plan = solved(one, by=carla)
    with pytest.raises(OutOfDate, match="intussen veranderd"):
        service.approve(one, plan.id + 1, by=carla)
    db.session.rollback()
    tried(one, need, offer, ChoiceKind.PIN, by=carla)

    with pytest.raises(OutOfDate, match="Er loopt nog een proef"):
        service.approve(one, plan.id, by=carla)


def test_a_second_click_hears_that_it_is_done(carla: User) -> None:
    has_hours()
    asks("Wandelen")
    one = a_round(carla)
    plan = solved(one, by=carla)
    service.approve(one, plan.id, by=carla)
    db.session.commit()

    with pytest.raises(OutOfDate, match="was je voor"):
        service.approve(one, plan.id, by=carla)

    assert db.session.query(CapacityReservation).count() == 1


def test_a_coordinator_elsewhere_does_not_approve(carla: User) -> None:
    has_hours()
    asks("Wandelen")
    one = a_round(carla)
    plan = solved(one, by=carla)

    with pytest.raises(NotAllowed):
        service.approve(one, plan.id, by=a_coordinator(a_town().south, "Cor"))


def test_after_approval_the_need_is_in_no_other_round(carla: User) -> None:
    has_hours(hours=20)
    asks("Wandelen")
    first, second = a_round(carla), a_round(carla)
    plans = [solved(one, by=carla) for one in (first, second)]
    service.approve(first, plans[0].id, by=carla)
    worked_off(first)

    with pytest.raises(service.WorldChanged, match="vraagt deze uren niet meer"):
        service.approve(second, plans[1].id, by=carla)
