"""The hours of a team: offered, changed, withdrawn."""

import pytest

from app.audit.queries import history
from app.capacity import service
from app.capacity.lifecycle import ReservationState
from app.capacity.models import OfferKind
from app.capacity.quarters import Quarter
from app.core.errors import NotAllowed, OutOfDate, Refused
from factories.accounts import a_coordinator
from factories.capacity import a_lead, a_professional, a_team, an_offer, reserved
from factories.notifications import mails_to
from factories.support import a_request, team_hours

WINTER = Quarter(2027, 1)


def test_a_lead_offers_the_hours_of_the_whole_team() -> None:
    team = a_team()

    offer = service.offer_hours(
        team, WINTER, OfferKind.ADVICE, 40, by=a_lead(team), note="Ook op zaterdag"
    )

    assert (offer.starts_on, offer.ends_on) == (WINTER.starts_on, WINTER.ends_on)
    assert (offer.hours, offer.taken, offer.free, offer.note) == (40, 0, 40, "Ook op zaterdag")
    assert [event.action for event in history("capacity_offers", offer.id)] == [
        "capacity_offers.offer"
    ]


def test_hours_can_become_fewer_but_not_fewer_than_are_given() -> None:
    offer = an_offer(hours=10)
    lea = a_lead(offer.team)
    reserved(offer, a_request(needs=[team_hours()]).needs[0])

    service.change_hours(offer, 6, by=lea, note="Minder tijd")
    assert (offer.hours, offer.free, offer.note) == (6, 0, "Minder tijd")

    with pytest.raises(Refused) as refusal:
        service.change_hours(offer, 5, by=lea)
    assert (refusal.value.message, refusal.value.field) == (
        "Er zijn al 6 uur vergeven. Minder kan niet.",
        "hours",
    )


def test_withdrawing_frees_what_was_not_spent_and_tells_everybody() -> None:
    carla = a_coordinator()
    offer = an_offer(hours=20)
    lea = a_lead(offer.team)
    requests = [a_request(needs=[team_hours()], coordinator=carla) for _ in range(3)]
    proposed, confirmed, spent = (reserved(offer, one.needs[0]) for one in requests)
    for reservation in (confirmed, spent):
        service.confirm(reservation, by=lea)
    service.spend(spent, by=lea)

    service.withdraw_hours(offer, by=lea, reason="Grote drukte.")

    assert [one.state for one in (proposed, confirmed, spent)] == [
        ReservationState.RELEASED,
        ReservationState.RELEASED,
        ReservationState.SPENT,
    ]
    assert (offer.taken, offer.free) == (6, 0)
    told = [mail.text for mail in mails_to(carla.email)]
    assert len(told) == 2
    assert "Op dit moment heeft geen ander team genoeg tijd." in told[0]


def test_what_is_withdrawn_cannot_be_changed_or_withdrawn() -> None:
    offer = an_offer(withdrawn=True)
    lea = a_lead(offer.team)

    with pytest.raises(OutOfDate):
        service.withdraw_hours(offer, by=lea, reason="Nog eens")
    with pytest.raises(OutOfDate):
        service.change_hours(offer, 20, by=lea)


def test_only_the_lead_of_the_team_sets_its_hours() -> None:
    offer = an_offer()
    for person in (a_professional(offer.team.organisation), a_coordinator()):
        for change in (
            lambda by: service.offer_hours(offer.team, WINTER, OfferKind.ADVICE, 1, by=by),
            lambda by: service.change_hours(offer, 1, by=by),
            lambda by: service.withdraw_hours(offer, by=by, reason="Zomaar"),
        ):
            with pytest.raises(NotAllowed):
                change(person)
