"""A team takes hours back: a coordinator chooses other hours, or says that there are none."""

import pytest

from app.accounts.models import User
from app.audit.models import Entry
from app.capacity import queries as capacity
from app.capacity.lapsed import LapsedHours
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, CapacityReservation
from app.capacity.service import reserve, withdraw_hours
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.matching import service
from app.support.lifecycle import RequestState
from app.support.models import Need
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.capacity import a_lead, an_offer
from factories.matching import a_professional
from factories.notifications import mails_to
from factories.rounds import asks, has_hours


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


@pytest.fixture
def need() -> Need:
    return asks("Wandelen", 6)


@pytest.fixture
def lost(carla: User, need: Need) -> LapsedHours:
    """Six hours for Wandelen that Wijkteam Noord took back."""
    offer = has_hours()
    reserve(offer, need, 6, by=carla)
    withdraw_hours(offer, by=a_lead(offer.team), reason="Grote drukte.")
    return db.session.query(LapsedHours).one()


@pytest.fixture
def wide() -> CapacityOffer:
    return has_hours("Wijkteam Breed", 10, a_town().north, a_town().south)


def waiting(person: User) -> list[LapsedHours]:
    return list(db.session.scalars(capacity.lapsed_for(person)))


def test_the_coordinator_there_is_asked_and_nobody_else(carla: User, lost: LapsedHours) -> None:
    cor = a_coordinator(a_town().south, "Cor")

    assert (waiting(carla), waiting(cor)) == ([lost], [])
    mail = mails_to(carla.email)[-1]
    assert "Wat nu? Kies andere uren" in mail.text
    assert mail.link.endswith("/uren-vervallen")


def test_other_hours_come_in_their_place_once_and_everybody_hears_it(
    carla: User, need: Need, lost: LapsedHours, wide: CapacityOffer
) -> None:
    petra = a_professional(wide.team.organisation, a_town().north)

    for _click in range(2):
        service.replace_lapsed(lost, wide.id, 6, by=carla)

    kept = lost.replacement
    assert kept is not None
    assert (kept.offer_id, kept.hours, kept.state) == (wide.id, 6, ReservationState.PROPOSED)
    assert (wide.taken, waiting(carla)) == (6, [])
    mails = [one for one in mails_to(need.request.author.email) if "heeft tijd" in one.subject]
    assert len(mails) == 1
    assert "Wijkteam Breed houdt 6 uur vrij voor “Wandelen”" in mails[0].text
    assert "Dit komt in de plaats van de uren van Wijkteam Noord." in mails[0].text
    assert "Deze uren zijn voor jullie vastgelegd: 6 uur" in mails_to(petra.email)[-1].text
    assert db.session.query(Entry).filter_by(action="lapsed_hours.replace").count() == 1


def test_fewer_hours_are_said_and_those_of_a_granted_request_are_promised_again(
    carla: User, need: Need, lost: LapsedHours, wide: CapacityOffer
) -> None:
    need.request.state = RequestState.GRANTED

    service.replace_lapsed(lost, wide.id, 4, by=carla)

    assert lost.replacement is not None
    assert lost.replacement.state is ReservationState.CONFIRMED
    text = mails_to(need.request.author.email)[-1].text
    assert "Dat is 2 uur minder dan eerst." in text
    assert "zodra de gemeente besluit" not in text


def test_hours_that_are_gone_and_another_answer_are_refused(
    carla: User, lost: LapsedHours, wide: CapacityOffer
) -> None:
    wide.taken = 8
    with pytest.raises(OutOfDate, match="Er zijn nog 2 uur vrij"):
        service.replace_lapsed(lost, wide.id, 6, by=carla)
    with pytest.raises(OutOfDate, match="zijn er niet meer"):
        service.replace_lapsed(lost, 9_999, 6, by=carla)
    service.replace_lapsed(lost, wide.id, 2, by=carla)
    bea = a_coordinator(a_town().north, "Bea")

    with pytest.raises(OutOfDate, match="Carla was je voor"):
        service.close_lapsed(lost, "Er is niets.", by=bea)

    assert wide.taken == 10


def test_residents_hear_that_there_are_none_and_why_once(
    carla: User, need: Need, lost: LapsedHours
) -> None:
    with pytest.raises(Refused, match="Schrijf waarom"):
        service.close_lapsed(lost, " ", by=carla)

    for _click in range(2):
        service.close_lapsed(lost, "Tot maart is er niemand.", by=carla)

    mails = [one for one in mails_to(need.request.author.email) if "Nog geen tijd" in one.subject]
    assert len(mails) == 1
    assert "Tot maart is er niemand." in mails[0].text
    assert "Grote drukte." not in mails[0].text
    assert waiting(carla) == []


def test_what_a_need_has_again_in_another_way_waits_no_longer(
    carla: User, need: Need, lost: LapsedHours, wide: CapacityOffer
) -> None:
    reserve(wide, need, 6, by=carla)

    assert waiting(carla) == []
    with pytest.raises(OutOfDate, match="geen andere uren meer nodig"):
        service.replace_lapsed(lost, an_offer(wide.team, 20).id, 6, by=carla)


def test_who_is_part_of_the_plan_leaves_it_to_a_colleague(
    lost: LapsedHours, wide: CapacityOffer
) -> None:
    anna = lost.reservation.need.request.author
    anna.assignments.extend(a_coordinator(a_town().north, "Cor").assignments)

    with pytest.raises(NotAllowed):
        service.replace_lapsed(lost, wide.id, 6, by=anna)

    assert db.session.query(CapacityReservation).count() == 1
