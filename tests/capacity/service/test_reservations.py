"""Hours are kept, confirmed, given back and spent."""

from datetime import timedelta

import pytest

from app.audit.queries import history
from app.capacity import service
from app.capacity.lifecycle import ReservationState
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.support import service as support
from app.support.lifecycle import RequestState
from app.support.models import Need
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.capacity import a_lead, a_professional, a_team, an_offer, reserved
from factories.notifications import mails_to
from factories.support import a_decider, a_judgement, a_plot, a_request, proposed, team_hours


def a_wish(hours: int = 6, state: RequestState = RequestState.SUBMITTED) -> Need:
    return a_request(needs=[team_hours(hours)], state=state).needs[0]


def test_reserving_takes_the_hours_and_writes_who_did_it() -> None:
    offer, need = an_offer(hours=10), a_wish()
    petra = a_professional(offer.team.organisation)

    reservation = service.reserve(offer, need, 6, by=petra)

    assert (reservation.state, reservation.hours, reservation.by) == (
        ReservationState.PROPOSED,
        6,
        petra,
    )
    assert (offer.taken, offer.free) == (6, 4)
    events = history("capacity_reservations", reservation.id)
    assert [(event.who, event.action) for event in events] == [
        ("Petra", "capacity_reservations.reserve")
    ]


def test_all_hours_can_be_reserved_but_not_one_more() -> None:
    offer = an_offer(hours=10)
    reserved(offer, a_wish(), 6)

    with pytest.raises(Refused) as refusal:
        reserved(offer, a_wish(), 5)
    assert (refusal.value.message, refusal.value.field) == (
        "Er zijn nog 4 uur vrij. Kies minder uren.",
        "hours",
    )

    reserved(offer, a_wish(), 4)
    assert offer.free == 0


def test_a_coordinator_of_the_place_may_reserve_and_a_neighbour_may_not() -> None:
    offer, need = an_offer(), a_wish()

    assert reserved(offer, need, 2, by=a_coordinator(a_town().north)).hours == 2
    for person in (a_person("Noor"), a_coordinator(a_town().south, "Cor")):
        with pytest.raises(NotAllowed):
            reserved(offer, need, 2, by=person)


def test_what_does_not_fit_is_refused_at_its_field() -> None:
    town = a_town()
    offer = an_offer()
    petra = a_professional(offer.team.organisation)
    plot = a_request(needs=[a_plot()]).needs[0]
    early, late = a_wish(), a_wish()
    early.ends_on = offer.starts_on - timedelta(days=1)
    late.starts_on = offer.ends_on + timedelta(days=1)
    south = an_offer(a_team("Wijkteam Zuid", town.south))

    for wished, need, hours, field in (
        (offer, plot, 6, "need_id"),
        (offer, early, 6, "offer_id"),
        (offer, late, 6, "offer_id"),
        (offer, a_wish(), 0, "hours"),
        (offer, a_wish(), 7, "hours"),
    ):
        with pytest.raises(Refused) as refusal:
            service.reserve(wished, need, hours, by=petra)
        assert refusal.value.field == field
    with pytest.raises(Refused) as refusal:
        service.reserve(south, a_wish(), 6, by=a_coordinator())
    assert refusal.value.field == "offer_id"
    assert (offer.taken, south.taken) == (0, 0)


def test_a_period_that_touches_is_enough() -> None:
    offer, need = an_offer(), a_wish()
    need.starts_on = need.ends_on = offer.ends_on

    assert reserved(offer, need).hours == 6


@pytest.mark.parametrize("state", [RequestState.GRANTED, RequestState.WITHDRAWN])
def test_an_answered_request_needs_no_hours(state: RequestState) -> None:
    with pytest.raises(OutOfDate):
        reserved(an_offer(), a_wish(state=state))


def test_hours_of_a_withdrawn_or_ended_offer_are_not_there() -> None:
    withdrawn, ended = an_offer(withdrawn=True), an_offer(a_team("Team Samen"))
    ended.starts_on = clock.today() - timedelta(days=90)
    ended.ends_on = clock.today() - timedelta(days=1)

    for offer in (withdrawn, ended):
        with pytest.raises(Refused):
            reserved(offer, a_wish())


def test_releasing_gives_back_once_and_tells_the_team() -> None:
    offer = an_offer()
    reservation = reserved(offer, a_wish())
    lea, anna = a_lead(offer.team), reservation.need.request.author

    service.release(reservation, by=lea, reason="Ziek.")

    assert (offer.taken, reservation.state) == (0, ReservationState.RELEASED)
    assert mails_to(anna.email)[-1].subject == "Uren gaan niet door"
    with pytest.raises(NotAllowed):
        service.release(reservation, by=anna)
    db.session.commit()
    with pytest.raises(OutOfDate, match="Lea was je voor"):
        service.release(reservation, by=lea)


def test_granting_confirms_and_tells_who_reserved() -> None:
    reservation = reserved(an_offer(), a_wish())
    proposed(reservation.need.request, by=a_coordinator())

    support.decide(
        reservation.need.request, a_judgement(agreement="Zes uur advies."), by=a_decider()
    )

    assert (reservation.state, reservation.offer.taken) == (ReservationState.CONFIRMED, 6)
    assert mails_to(reservation.by.email)[-1].subject == "Uren staan vast"


def test_refusing_gives_back_and_tells_who_reserved() -> None:
    reservation = reserved(an_offer(), a_wish())
    proposed(reservation.need.request, by=a_coordinator())

    support.decide(reservation.need.request, a_judgement("refuse"), by=a_decider())

    assert (reservation.state, reservation.offer.taken) == (ReservationState.RELEASED, 0)
    assert mails_to(reservation.by.email)[-1].subject == "Uren zijn weer vrij"


def test_a_team_that_withdraws_its_request_frees_the_hours() -> None:
    reservation = reserved(an_offer(), a_wish())
    request = reservation.need.request

    support.withdraw(request, by=request.author)

    assert (reservation.state, reservation.offer.taken) == (ReservationState.RELEASED, 0)


def test_spent_hours_stay_taken() -> None:
    offer = an_offer()
    reservation, lea = reserved(offer, a_wish()), a_lead(offer.team)
    db.session.commit()
    with pytest.raises(OutOfDate):
        service.spend(reservation, by=lea)
    service.confirm(reservation, by=lea)

    service.spend(reservation, by=lea)

    assert (reservation.state, offer.taken) == (ReservationState.SPENT, 6)
    with pytest.raises(NotAllowed):
        service.spend(reservation, by=reservation.by)
