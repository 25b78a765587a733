"""At the same moment: a team is asked once, and hours are given once."""

from collections.abc import Callable

import pytest
from flask import Flask

from app.accounts.models import User
from app.capacity import service as capacity
from app.capacity.lapsed import LapsedHours
from app.capacity.models import CapacityOffer, CapacityReservation
from app.core.db import db
from app.matching import service
from app.matching.lifecycle import RoundState
from app.matching.models import Invitation, Plan, Round
from app.notifications.models import Message
from app.support.models import SupportRequest
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.capacity import a_lead
from factories.matching import a_professional, a_request, a_team, an_offer
from factories.races import at_once
from factories.rounds import a_round, asks, has_hours, solved


def asking(request: SupportRequest, supply: str, by: User) -> Callable[[], object]:
    request_id, person_id = request.id, by.id
    return lambda: service.invite(
        db.session.get_one(SupportRequest, request_id),
        supply,
        by=db.session.get_one(User, person_id),
    )


def test_clicks_at_the_same_moment_ask_once_and_send_one_message(app: Flask) -> None:
    coordinators = [a_coordinator(a_town().north, name) for name in ("Carla", "Cor", "Cas")]
    team, request = a_team("Wijkteam Noord"), a_request()
    supply = f"offer:{an_offer(team).id}"
    a_professional(team.organisation, a_town().north)

    outcomes = at_once(app, [asking(request, supply, by=one) for one in coordinators])

    assert outcomes == ["done", "done", "done"]
    assert db.session.query(Invitation).count() == 1
    assert db.session.query(Message).count() == 1


def approving(
    one: Round, plan: Plan, by: User, district_id: int | None = None
) -> Callable[[], object]:
    round_id, plan_id, person_id = one.id, plan.id, by.id
    return lambda: service.approve(
        db.session.get_one(Round, round_id),
        plan_id,
        by=db.session.get_one(User, person_id),
        district_id=district_id,
    )


@pytest.mark.parametrize("attempt", range(3))
def test_two_plans_for_the_same_hours_one_is_approved_and_the_other_hears_what_changed(
    app: Flask, attempt: int
) -> None:
    carla, bea = (a_coordinator(a_town().north, name) for name in ("Carla", "Bea"))
    offer = has_hours(hours=12)
    for number in range(3):
        asks(f"Plan {number}", 4)
    rounds = [a_round(person) for person in (carla, bea)]
    plans = [solved(one, by=carla) for one in rounds]

    outcomes = at_once(
        app,
        [
            approving(one, plan, by)
            for one, plan, by in zip(rounds, plans, (carla, bea), strict=True)
        ],
    )

    assert outcomes == ["WorldChanged", "done"]
    assert sorted(one.state for one in rounds) == [RoundState.APPROVED, RoundState.PROPOSED]
    kept = db.session.query(CapacityReservation).all()
    assert (len({one.need_id for one in kept}), len(kept), offer.taken) == (3, 3, 12)


@pytest.mark.parametrize("attempt", range(3))
def test_one_plan_is_approved_once(app: Flask, attempt: int) -> None:
    carla, bea = (a_coordinator(a_town().north, name) for name in ("Carla", "Bea"))
    offer = has_hours(hours=12)
    asks("Wandelen", 4)
    one = a_round(carla)
    plan = solved(one, by=carla)

    outcomes = at_once(app, [approving(one, plan, by) for by in (carla, bea)])

    assert outcomes == ["OutOfDate", "done"]
    assert offer.taken == 4


@pytest.mark.parametrize("attempt", range(3))
def test_one_district_is_approved_once_and_another_at_the_same_moment(
    app: Flask, attempt: int
) -> None:
    town = a_town()
    carla, bea, cas = (a_coordinator(None, name) for name in ("Carla", "Bea", "Cas"))
    offer = has_hours("Wijkteam Breed", 12, town.north, town.south)
    asks("Wandelen", 4)
    asks("Koffie", 5, area=town.park)
    one = a_round(carla, area=town.municipality)
    plan = solved(one, by=carla)
    whom = [(carla, town.north.id), (bea, town.north.id), (cas, town.south.id)]

    outcomes = at_once(app, [approving(one, plan, by, place) for by, place in whom])

    assert outcomes.count("done") == 2
    assert sorted(outcomes)[0] == "OutOfDate"
    assert (one.state, offer.taken) == (RoundState.APPROVED, 9)


@pytest.mark.parametrize("attempt", range(3))
def test_hours_that_are_taken_back_at_that_moment_are_in_no_plan(app: Flask, attempt: int) -> None:
    carla = a_coordinator(a_town().north)
    offer = has_hours(hours=12)
    asks("Wandelen", 4)
    one = a_round(carla)
    plan = solved(one, by=carla)
    lea_id, offer_id = a_lead(offer.team).id, offer.id

    def withdraw() -> None:
        capacity.withdraw_hours(
            db.session.get_one(CapacityOffer, offer_id),
            by=db.session.get_one(User, lea_id),
            reason="Grote drukte.",
        )

    at_once(app, [approving(one, plan, carla), withdraw])

    assert (offer.withdrawn_at is not None, offer.taken) == (True, 0)


@pytest.mark.parametrize("attempt", range(3))
@pytest.mark.parametrize(
    ("hours", "outcomes"), [((6, 6), ["done"] * 2), ((6, 5), ["OutOfDate", "done"])]
)
def test_hours_that_lapsed_are_replaced_once(
    app: Flask, attempt: int, hours: tuple[int, int], outcomes: list[str]
) -> None:
    carla, bea = (a_coordinator(a_town().north, name) for name in ("Carla", "Bea"))
    first, other = has_hours(), has_hours("Wijkteam Breed", 20)
    capacity.reserve(first, asks("Wandelen", 6), 6, by=carla)
    capacity.withdraw_hours(first, by=a_lead(first.team), reason="Grote drukte.")
    lapsed_id, offer_id = db.session.query(LapsedHours).one().id, other.id

    def choosing(by: User, many: int) -> Callable[[], object]:
        person_id = by.id
        return lambda: service.replace_lapsed(
            db.session.get_one(LapsedHours, lapsed_id),
            offer_id,
            many,
            by=db.session.get_one(User, person_id),
        )

    came = at_once(app, [choosing(by, many) for by, many in zip((carla, bea), hours, strict=True)])

    assert sorted(came) == outcomes
    lapsed = db.session.get_one(LapsedHours, lapsed_id)
    assert lapsed.replacement is not None
    assert other.taken == lapsed.replacement.hours
