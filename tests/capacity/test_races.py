"""Teams that promise hours at the same moment: no hour is promised twice, none gets lost."""

import pytest
from flask import Flask

from app.accounts.models import User
from app.capacity import service
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, CapacityReservation
from app.core.db import db
from app.support import service as support
from app.support.models import Need, SupportRequest
from factories.accounts import a_coordinator
from factories.capacity import a_lead, a_professional, an_offer, reserved
from factories.races import Deed, at_once
from factories.support import a_decider, a_judgement, a_request, proposed, team_hours

SOME = 5  # times each race is run
HOLDS = {ReservationState.PROPOSED, ReservationState.CONFIRMED, ReservationState.SPENT}


def reserving(offer: CapacityOffer, need: Need, hours: int, by: User) -> Deed:
    offer_id, need_id, person_id = offer.id, need.id, by.id
    return lambda: service.reserve(
        db.session.get_one(CapacityOffer, offer_id),
        db.session.get_one(Need, need_id),
        hours,
        by=db.session.get_one(User, person_id),
    )


def releasing(reservation: CapacityReservation, by: User) -> Deed:
    reservation_id, person_id = reservation.id, by.id
    return lambda: service.release(
        db.session.get_one(CapacityReservation, reservation_id),
        by=db.session.get_one(User, person_id),
    )


def withdrawing(offer: CapacityOffer, by: User) -> Deed:
    offer_id, person_id = offer.id, by.id
    return lambda: service.withdraw_hours(
        db.session.get_one(CapacityOffer, offer_id),
        by=db.session.get_one(User, person_id),
        reason="Grote drukte.",
    )


def check_hours(offer: CapacityOffer) -> None:
    kept = db.session.query(CapacityReservation).filter_by(offer_id=offer.id)
    assert offer.taken == sum(one.hours for one in kept if one.state in HOLDS)
    assert 0 <= offer.taken <= offer.hours


@pytest.mark.parametrize("attempt", range(SOME))
def test_sc8_b_six_and_five_of_ten_hours_exactly_one_is_kept(app: Flask, attempt: int) -> None:
    offer = an_offer(hours=10)
    petra = a_professional(offer.team.organisation)
    needs = [a_request(needs=[team_hours()]).needs[0] for _ in range(2)]

    outcomes = at_once(
        app,
        [reserving(offer, need, hours, petra) for need, hours in zip(needs, (6, 5), strict=True)],
    )

    assert outcomes == ["Refused", "done"]
    assert offer.taken in {5, 6}
    check_hours(offer)


def test_twenty_at_once_get_no_more_than_there_is(app: Flask) -> None:
    offer = an_offer(hours=10)
    petra = a_professional(offer.team.organisation)
    needs = [a_request(needs=[team_hours()]).needs[0] for _ in range(20)]

    outcomes = at_once(app, [reserving(offer, need, 3, petra) for need in needs])

    assert outcomes == ["Refused"] * 17 + ["done"] * 3
    assert offer.taken == 9
    check_hours(offer)


@pytest.mark.parametrize("attempt", range(SOME))
def test_hours_that_are_given_back_twice_come_back_once(app: Flask, attempt: int) -> None:
    offer = an_offer(hours=10, taken=0)
    petra = a_professional(offer.team.organisation)
    reservation = reserved(offer, a_request(needs=[team_hours()]).needs[0], by=petra)
    other = reserved(offer, a_request(needs=[team_hours()]).needs[0], 4, by=petra)

    outcomes = at_once(app, [releasing(reservation, petra), releasing(reservation, petra)])

    assert outcomes == ["OutOfDate", "done"]
    assert offer.taken == other.hours
    check_hours(offer)


@pytest.mark.parametrize("attempt", range(SOME))
def test_nobody_keeps_hours_of_an_offer_that_is_withdrawn(app: Flask, attempt: int) -> None:
    offer = an_offer(hours=10)
    petra, lea = a_professional(offer.team.organisation), a_lead(offer.team)
    need = a_request(needs=[team_hours()]).needs[0]

    at_once(app, [reserving(offer, need, 6, petra), withdrawing(offer, lea)])

    assert (offer.taken, offer.free) == (0, 0)
    check_hours(offer)


@pytest.mark.parametrize("step", ["grant", "refuse"])
@pytest.mark.parametrize("attempt", range(SOME))
def test_a_decision_and_a_withdrawal_of_hours_leave_no_promise_without_hours(
    app: Flask, attempt: int, step: str
) -> None:
    offer = an_offer(hours=10)
    petra, lea = a_professional(offer.team.organisation), a_lead(offer.team)
    request = a_request(needs=[team_hours()])
    reservation = reserved(offer, request.needs[0], by=petra)
    proposed(request, by=a_coordinator())
    request_id, decider_id = request.id, a_decider().id

    def decide() -> None:
        support.decide(
            db.session.get_one(SupportRequest, request_id),
            a_judgement(step, agreement="Zes uur." if step == "grant" else ""),
            by=db.session.get_one(User, decider_id),
        )

    outcomes = at_once(app, [decide, withdrawing(offer, lea)])

    assert "done" in outcomes
    if reservation.state is ReservationState.CONFIRMED:
        assert offer.withdrawn_at is None
    check_hours(offer)
