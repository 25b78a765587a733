"""A round: collect what is asked, let a job make a plan, put it aside."""

from datetime import timedelta

import pytest

from app.accounts.models import User
from app.audit.models import Entry
from app.capacity.models import CapacityReservation
from app.core import clock
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.matching import queries, service
from app.matching.lifecycle import RoundState
from app.matching.models import Plan
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.rounds import a_round, asks, given, has_hours, solved, standing, worked_off


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


def test_what_is_asked_in_the_area_is_shared_out(carla: User) -> None:
    has_hours(hours=10)
    asks("Wandelen", 6)
    asks("Koffie", 4)
    asks("In het zuiden", 4, area=a_town().park)
    one = a_round(carla)

    plan = solved(one, by=carla)

    assert one.state is RoundState.PROPOSED
    assert given(plan) == {"Wandelen": "Wijkteam Noord", "Koffie": "Wijkteam Noord"}
    assert (plan.value, plan.gap_pct, plan.is_verified) == (plan.bound, 0, True)
    assert plan.solver.startswith("highspy")
    log = db.session.query(Entry).filter_by(subject_type="match_rounds").order_by(Entry.id)
    assert [entry.action for entry in log] == [
        "match_rounds.start",
        "match_rounds.solve",
        "match_rounds.propose",
    ]
    assert db.session.query(CapacityReservation).count() == 0


def test_a_round_of_the_municipality_takes_every_neighbourhood() -> None:
    carla = a_coordinator()
    has_hours("Team Samen", 20, a_town().north, a_town().south)
    asks("Noord", 4)
    asks("Zuid", 4, area=a_town().park)

    plan = solved(a_round(carla, area=a_town().municipality), by=carla)

    assert set(given(plan)) == {"Noord", "Zuid"}


def test_a_round_with_nothing_in_it_says_so(carla: User) -> None:
    one = a_round(carla)

    with pytest.raises(Refused, match="geen open vragen om uren"):
        service.solve_round(one, by=carla)

    assert one.state is RoundState.OPEN


@pytest.mark.parametrize(("free", "asked"), [(0, 6), (40, 10_000)])
def test_when_no_hours_fit_the_plan_gives_nothing(carla: User, free: int, asked: int) -> None:
    has_hours(hours=free)
    asks("Wandelen", asked)

    plan = solved(a_round(carla), by=carla)

    assert given(plan) == {"Wandelen": None}
    assert (plan.value, plan.bound) == (0, 0)


def test_two_people_who_begin_at_once_the_second_hears_who_was_first(carla: User) -> None:
    asks("Wandelen")
    one = a_round(carla)
    service.solve_round(one, by=carla)
    db.session.commit()

    with pytest.raises(OutOfDate, match="Carla was je voor"):
        service.solve_round(one, by=a_coordinator(a_town().north, "Bea"))

    assert db.session.query(Plan).count() == 1


def test_who_stops_the_work_can_begin_again(carla: User) -> None:
    has_hours()
    asks("Wandelen")
    one = a_round(carla)
    service.solve_round(one, by=carla)
    service.stop_solving(one, by=carla)
    worked_off(one)
    assert (one.state, queries.standing_plan(one)) == (RoundState.OPEN, None)

    assert given(solved(one, by=carla)) == {"Wandelen": "Wijkteam Noord"}


def test_a_round_that_is_put_aside_has_no_plan_any_more(carla: User) -> None:
    asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)

    service.discard(one, by=carla, reason="Te vroeg.")

    assert (one.state, queries.standing_plan(one)) == (RoundState.DISCARDED, None)


def test_a_day_that_is_past_is_refused(carla: User) -> None:
    with pytest.raises(Refused, match="die nog komt"):
        service.start_round(a_town().north, clock.today() - timedelta(days=1), by=carla)


@pytest.mark.parametrize("name", ["Cor", "Anna"])
def test_nobody_else_begins_a_round_or_solves_it(carla: User, name: str) -> None:
    asks("Wandelen")
    one = a_round(carla)
    other = a_coordinator(a_town().south, "Cor") if name == "Cor" else a_person("Anna")

    with pytest.raises(NotAllowed):
        service.start_round(a_town().north, clock.today(), by=other)
    with pytest.raises(NotAllowed):
        service.solve_round(one, by=other)


def test_what_is_sent_in_after_the_day_of_the_round_is_not_in_it(carla: User) -> None:
    early, late = asks("Vroeg"), asks("Laat")
    late.request.submitted_at = clock.now() + timedelta(days=9)
    one = a_round(carla)

    question = queries.problem_for(one, clock.now() + timedelta(days=20))

    assert [request.id for request in question.requests] == [early.request_id]


def test_the_plan_that_stands_is_there_once(carla: User) -> None:
    asks("Wandelen")
    one = a_round(carla)
    plan = solved(one, by=carla)

    assert standing(one) is plan
    assert queries.pending_plan(one) is None
