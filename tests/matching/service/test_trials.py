"""Somebody tries a change: what it brings is there before it is kept."""

import pytest

from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.matching import queries, service
from app.matching.lifecycle import RoundState
from app.matching.models import ChoiceKind
from app.matching.service import Change
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.rounds import a_round, asks, given, has_hours, solved, standing, tried, worked_off

PIN, MOVE, VETO = ChoiceKind.PIN, ChoiceKind.MOVE, ChoiceKind.VETO


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


def test_a_pin_takes_hours_from_others_and_is_kept_by_who_saw_it(carla: User) -> None:
    offer = has_hours(hours=10)
    large = asks("Groot", 8)
    asks("Klein", 5)
    asks("Kleiner", 5)
    one = a_round(carla)
    before = solved(one, by=carla)
    assert given(before) == {"Groot": None, "Klein": "Wijkteam Noord", "Kleiner": "Wijkteam Noord"}

    trial = tried(one, large, offer, PIN, by=carla)

    assert (one.state, standing(one)) == (RoundState.UNDER_REVIEW, before)
    assert given(trial) == {"Groot": "Wijkteam Noord", "Klein": None, "Kleiner": None}
    assert trial.value < before.value
    service.keep(one, trial.id, by=carla)
    assert (standing(one), queries.pending_plan(one)) == (trial, None)
    pinned = db.session.query(Entry).filter_by(action="match_plans.pin").one()
    assert (pinned.actor_id, pinned.reason) == (carla.id, "Zij kennen elkaar.")


def test_a_veto_and_a_move_send_a_need_to_another_team(carla: User) -> None:
    north, wide = has_hours(), has_hours("Wijkteam Breed", 10, a_town().north, a_town().south)
    need = asks("Wandelen")
    one = a_round(carla)
    assert given(solved(one, by=carla)) == {"Wandelen": "Wijkteam Noord"}

    vetoed = tried(one, need, north, VETO, by=carla)
    assert given(vetoed) == {"Wandelen": "Wijkteam Breed"}
    service.drop(one, vetoed.id, by=carla)

    moved = tried(one, need, wide, MOVE, by=carla)
    assert given(moved) == {"Wandelen": "Wijkteam Breed"}
    assert [choice.kind for choice in queries.choices_of(moved)] == [MOVE]


def test_a_later_move_takes_the_place_of_an_earlier_pin(carla: User) -> None:
    north, wide = has_hours(), has_hours("Wijkteam Breed", 10, a_town().north, a_town().south)
    need = asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)
    service.keep(one, tried(one, need, north, PIN, by=carla).id, by=carla)

    moved = tried(one, need, wide, MOVE, by=carla)

    assert [(one.kind, one.offer_id) for one in queries.choices_of(moved)] == [(MOVE, wide.id)]


@pytest.mark.parametrize(("first", "then"), [(PIN, VETO), (VETO, PIN)])
def test_a_pin_and_a_veto_of_the_same_hours_are_refused(
    carla: User, first: ChoiceKind, then: ChoiceKind
) -> None:
    offer, need = has_hours(), asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)
    service.keep(one, tried(one, need, offer, first, by=carla).id, by=carla)

    with pytest.raises(Refused, match=f"Carla koos het tegendeel: {first.label.lower()}"):
        service.try_change(one, Change(need.id, offer.id, then, "Toch niet."), by=carla)


def test_pins_that_need_more_hours_than_there_are_name_who_pinned(carla: User) -> None:
    offer = has_hours(hours=10)
    first, second = asks("Wandelen", 6), asks("Koffie", 6)
    one = a_round(carla)
    solved(one, by=carla)
    service.keep(one, tried(one, first, offer, PIN, by=carla).id, by=carla)
    bea = a_coordinator(a_town().north, "Bea")

    with pytest.raises(Refused) as refusal:
        service.try_change(one, Change(second.id, offer.id, PIN, "Ook nodig."), by=bea)

    assert "Carla zette ‘Wandelen’ vast bij Wijkteam Noord" in refusal.value.message
    assert "Bea zette ‘Koffie’ vast bij Wijkteam Noord" in refusal.value.message
    assert "te weinig uren" in refusal.value.message
    assert queries.pending_plan(one) is None


def test_a_pin_that_breaks_a_rule_says_which(carla: User) -> None:
    has_hours()
    south, need = has_hours("Wijkteam Zuid", 10, a_town().south), asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)

    with pytest.raises(Refused, match=r"Dat kan niet\. Werkt niet in dit gebied\."):
        service.try_change(one, Change(need.id, south.id, PIN, "Zij kunnen het."), by=carla)


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [("", "Schrijf waarom"), ("  ", "Schrijf waarom"), ("Ja.", "uit de lijst")],
)
def test_a_change_needs_a_reason_and_hours_of_the_list(
    carla: User, reason: str, sentence: str
) -> None:
    has_hours()
    need = asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)

    with pytest.raises(Refused, match=sentence):
        service.try_change(one, Change(need.id, 9_999, VETO, reason), by=carla)


def test_one_change_is_tried_at_a_time(carla: User) -> None:
    offer, need = has_hours(), asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)
    plan = service.try_change(one, Change(need.id, offer.id, PIN, "Goed."), by=carla)
    bea = a_coordinator(a_town().north, "Bea")

    with pytest.raises(OutOfDate, match="Carla probeert al een verandering"):
        service.try_change(one, Change(need.id, offer.id, VETO, "Nee."), by=bea)
    with pytest.raises(OutOfDate, match="nog aan het rekenen"):
        service.keep(one, plan.id, by=bea)
    service.drop(one, plan.id, by=bea)
    service.drop(one, plan.id, by=bea)
    with pytest.raises(OutOfDate, match="Deze proef is er niet meer"):
        service.keep(one, plan.id, by=carla)
    worked_off(one)
    assert plan.solved_at is None


def test_again_asks_what_is_there_now_and_keeps_what_was_chosen(carla: User) -> None:
    offer, need = has_hours(hours=10), asks("Wandelen", 6)
    one = a_round(carla)
    solved(one, by=carla)
    kept = tried(one, need, offer, PIN, by=carla)
    service.keep(one, kept.id, by=carla)
    asks("Koffie", 4)

    again = service.solve_again(one, {choice.id for choice in queries.choices_of(kept)}, by=carla)
    worked_off(one)

    assert given(again) == {"Wandelen": "Wijkteam Noord", "Koffie": "Wijkteam Noord"}
    assert [choice.kind for choice in queries.choices_of(again)] == [PIN]


def test_again_refuses_a_pin_that_cannot_be_kept_any_more_and_goes_on_without_it(
    carla: User,
) -> None:
    offer, need = has_hours(hours=10), asks("Wandelen", 6)
    one = a_round(carla)
    solved(one, by=carla)
    kept = tried(one, need, offer, PIN, by=carla)
    service.keep(one, kept.id, by=carla)
    offer.taken = 8
    chosen = {choice.id for choice in queries.choices_of(kept)}

    with pytest.raises(Refused, match=r"Carla zette ‘Wandelen’ vast .* Vrij is nog 2 uur\."):
        service.solve_again(one, chosen, by=carla)

    again = service.solve_again(one, set(), by=carla)
    worked_off(one)
    assert given(again) == {"Wandelen": None}
