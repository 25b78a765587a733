"""One district of a plan is approved while the rest stays proposed."""

import pytest

from app.accounts.models import User
from app.audit.models import Entry
from app.capacity import service as capacity
from app.capacity.models import CapacityOffer, CapacityReservation
from app.core.db import db
from app.core.errors import NotFound, OutOfDate, Refused
from app.matching import queries, service
from app.matching.lifecycle import RoundState
from app.matching.models import ChoiceKind, Round
from app.matching.service import Change
from app.support.models import Need
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.matching import a_professional
from factories.notifications import mails_to
from factories.rounds import a_round, asks, given, has_hours, solved, standing, tried, worked_off

Scene = tuple[Round, CapacityOffer, Need, Need]


@pytest.fixture
def carla() -> User:
    return a_coordinator(None)


@pytest.fixture
def scene(carla: User) -> Scene:
    """A round of the whole town: both districts ask 6 hours, of a team that has 15."""
    town = a_town()
    offer = has_hours("Wijkteam Breed", 15, town.north, town.south)
    north, south = asks("Wandelen"), asks("Koffie", area=town.park, owner="Bilal")
    one = a_round(carla, area=town.municipality)
    solved(one, by=carla)
    return one, offer, north, south


def approved(one: Round, *, by: User, district_id: int | None = None) -> None:
    service.approve(one, standing(one).id, by=by, district_id=district_id)
    db.session.commit()


def outcomes_told(need: Need) -> int:
    return len([one for one in mails_to(need.request.author.email) if "wijkteam" in one.subject])


def test_one_district_gets_its_hours_and_hears_it_and_the_rest_follows_once(
    carla: User, scene: Scene
) -> None:
    one, offer, north, south = scene
    town = a_town()
    petra = a_professional(offer.team.organisation, town.north)

    approved(one, by=carla, district_id=town.north.id)

    assert (one.state, offer.taken) == (RoundState.UNDER_REVIEW, 6)
    assert (outcomes_told(north), outcomes_told(south)) == (1, 0)
    assert "Koffie" not in mails_to(petra.email)[-1].text
    assert [len(queries.outcomes_of(need.request)) for need in (north, south)] == [1, 0]
    rows = queries.by_district(standing(one))
    assert {row.area_id: row.approved_by for row in rows} == {
        town.north.id: "Carla",
        town.south.id: "",
    }
    line = queries.outcomes_of(north.request)[0]
    assert line.reservation == db.session.query(CapacityReservation).one()

    approved(one, by=carla)

    assert (one.state, offer.taken) == (RoundState.APPROVED, 12)
    assert (outcomes_told(north), outcomes_told(south)) == (1, 1)
    logged = db.session.query(Entry).filter_by(action="match_rounds.approve_district")
    assert sorted(entry.reason for entry in logged) == ["Noord", "Zuid"]


def test_a_district_is_approved_once_and_another_is_not_known(carla: User, scene: Scene) -> None:
    one, offer, *_needs = scene
    approved(one, by=carla, district_id=a_town().north.id)
    bea = a_coordinator(None, "Bea")

    with pytest.raises(OutOfDate, match="Carla was je voor, op"):
        approved(one, by=bea, district_id=a_town().north.id)
    with pytest.raises(NotFound, match="Deze wijk doet niet mee"):
        approved(one, by=bea, district_id=a_town().mill.id)

    assert offer.taken == 6


def test_hours_that_were_given_back_after_an_approval_change_the_world_for_the_rest(
    carla: User, scene: Scene
) -> None:
    one, *_rest = scene
    approved(one, by=carla, district_id=a_town().north.id)
    capacity.release(db.session.query(CapacityReservation).one(), by=carla)
    db.session.commit()

    with pytest.raises(service.WorldChanged, match="er waren 9 uur vrij, nu 15"):
        approved(one, by=carla)


def test_a_trial_leaves_what_was_approved_alone(carla: User, scene: Scene) -> None:
    one, offer, north, south = scene
    approved(one, by=carla, district_id=a_town().north.id)
    with pytest.raises(OutOfDate, match="Deze vraag is al goedgekeurd"):
        service.try_change(one, Change(north.id, offer.id, ChoiceKind.VETO, "Nee."), by=carla)

    trial = tried(one, south, offer, ChoiceKind.VETO, by=carla)
    assert given(trial) == {"Koffie": None}
    service.keep(one, trial.id, by=carla)
    approved(one, by=carla)

    assert (one.state, offer.taken) == (RoundState.APPROVED, 6)
    assert (outcomes_told(north), outcomes_told(south)) == (1, 1)
    shown = queries.totals(standing(one))
    assert (shown.asked, shown.served, shown.hours_served) == (2, 1, 6)


def test_made_again_the_plan_is_about_what_was_not_approved_and_new_requests(
    carla: User, scene: Scene
) -> None:
    one, offer, north, south = scene
    service.keep(one, tried(one, north, offer, ChoiceKind.PIN, by=carla).id, by=carla)
    approved(one, by=carla, district_id=a_town().north.id)
    asks("Later", 5, owner="Cem")
    kept = {choice.id for choice in queries.choices_of(standing(one))}

    again = service.solve_again(one, kept, by=carla)
    worked_off(one)

    assert set(given(again)) == {"Koffie", "Later"}
    assert queries.choices_of(again) == []
    service.keep(one, again.id, by=carla)
    districts = [(row.area_id, row.approved_by) for row in queries.by_district(again)]
    noord, zuid = a_town().north.id, a_town().south.id
    assert sorted(districts) == [(noord, ""), (noord, "Carla"), (zuid, "")]
    approved(one, by=carla)
    assert (one.state, outcomes_told(north), outcomes_told(south)) == (RoundState.APPROVED, 1, 1)


def test_putting_the_rest_aside_keeps_what_was_approved(carla: User, scene: Scene) -> None:
    one, offer, north, south = scene
    approved(one, by=carla, district_id=a_town().north.id)

    service.discard(one, by=carla, reason="Er komt een nieuwe ronde.")

    assert (one.state, offer.taken) == (RoundState.DISCARDED, 6)
    assert [len(queries.outcomes_of(need.request)) for need in (north, south)] == [1, 0]
    assert [row.area_id for row in queries.approved_districts(one)] == [a_town().north.id]


def test_with_nothing_left_the_plan_is_not_made_again(carla: User, scene: Scene) -> None:
    one, _offer, _north, south = scene
    approved(one, by=carla, district_id=a_town().north.id)
    south.hours = 0
    db.session.commit()

    with pytest.raises(Refused, match="geen open vragen"):
        service.solve_again(one, set(), by=carla)
