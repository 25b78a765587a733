"""The question of a round: what is asked there, what is on offer, at a fixed number of statements."""

import pytest

from app.accounts.models import User
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityReservation, ResponseKind
from app.core import clock
from app.core.db import db
from app.matching import queries
from app.matching.engine.fingerprint import fingerprint
from app.matching.models import Round
from app.support.lifecycle import RequestState
from app.support.models import SupportKind
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.counting import statements
from factories.matching import a_need, a_request, a_response, a_walking_group
from factories.rounds import a_round, asks, has_hours


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


def asked(one: Round) -> dict[int, int]:
    question = queries.problem_for(one, clock.now())
    return {line.id: line.hours for request in question.requests for line in request.lines}


def test_only_open_needs_for_hours_of_teams_are_asked(carla: User) -> None:
    wanted = a_need(hours=6)
    a_request(needs=[wanted, a_need(SupportKind.SPACE, hours=0), a_need(hours=0)])
    a_request(needs=[a_need(SupportKind.COACHING)])
    for state in (RequestState.DRAFT, RequestState.GRANTED, RequestState.WITHDRAWN):
        a_request(state=state)

    one = a_round(carla)

    assert asked(one) == {wanted.id: 6}
    assert queries.waiting_in(one) == 1


@pytest.mark.parametrize(
    ("state", "left"),
    [
        (ReservationState.PROPOSED, {1: 2}),
        (ReservationState.CONFIRMED, {1: 2}),
        (ReservationState.RELEASED, {1: 6}),
    ],
)
def test_hours_that_are_reserved_are_not_asked_again(
    carla: User, state: ReservationState, left: dict[int, int]
) -> None:
    offer, need = has_hours(), asks("Wandelen", 6)
    db.session.add(CapacityReservation(offer=offer, need=need, hours=4, by=carla, state=state))

    assert asked(a_round(carla)) == left


def test_a_request_with_all_its_hours_does_not_wait(carla: User) -> None:
    offer, need = has_hours(), asks("Wandelen", 6)
    asks("Koken", 3)
    db.session.add(CapacityReservation(offer=offer, need=need, hours=6, by=carla))

    assert queries.waiting_in(a_round(carla)) == 1


def test_a_no_counts_for_that_request_and_work_of_before_for_that_initiative(carla: User) -> None:
    offer, plan = has_hours(), a_walking_group()
    old = a_request(plan, state=RequestState.GRANTED)
    a_response(old, offer.team.organisation)
    new = a_request(plan)
    other = asks("Koffie")
    a_response(other.request, offer.team.organisation, ResponseKind.WE_DO_NOT)

    question = queries.problem_for(a_round(carla), clock.now())

    assert question.supplies[0].knows == {plan.id}
    declined = {one.id: one.lines[0].declined for one in question.requests}
    assert declined == {new.id: frozenset(), other.request_id: {f"offer:{offer.id}"}}
    assert question.context.support_received == {a_town().mill.code: 1}


def test_the_same_world_has_the_same_fingerprint_and_another_has_not(carla: User) -> None:
    offer = has_hours()
    asks("Wandelen")
    one, now = a_round(carla), clock.now()
    first = fingerprint(queries.problem_for(one, now))
    db.session.expire_all()
    assert fingerprint(queries.problem_for(one, now)) == first

    offer.taken = 1

    assert fingerprint(queries.problem_for(one, now)) != first


def test_many_needs_cost_as_many_statements_as_few(carla: User) -> None:
    has_hours()
    asks("Plan 0")
    round_id = a_round(carla).id

    def ask() -> None:
        db.session.expunge_all()
        queries.problem_for(db.session.get_one(Round, round_id), clock.now())

    few = statements(ask)
    for number in range(1, 20):
        asks(f"Plan {number}")
        has_hours(f"Team {number}")

    assert statements(ask) == few
    assert few <= 12
