"""A job solves: a worker that dies leaves nothing behind, and what is wrong is not kept."""

import logging
from datetime import timedelta

import pytest
from flask import Flask

from app.accounts.models import User
from app.core import clock, jobs
from app.core.db import db
from app.core.jobs import Job
from app.matching import queries, service, solving
from app.matching.lifecycle import RoundState
from app.matching.models import ChoiceKind, Plan, PlanLine
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.races import at_once
from factories.rounds import a_round, asks, given, has_hours, solved, standing, tried, worked_off


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


def test_a_worker_that_dies_in_the_middle_leaves_no_half_plan_and_another_begins_again(
    carla: User,
) -> None:
    has_hours()
    asks("Wandelen")
    one = a_round(carla)
    plan = service.solve_round(one, by=carla)
    db.session.commit()

    lease = jobs._take()  # and then it dies

    assert lease is not None
    worked_off(one)
    assert (one.state, plan.solved_at) == (RoundState.SOLVING, None)
    assert db.session.query(PlanLine).count() == 0
    db.session.get_one(Job, lease.job_id).leased_until = clock.now() - timedelta(seconds=1)
    worked_off(one)
    assert (one.state, given(standing(one))) == (
        RoundState.PROPOSED,
        {"Wandelen": "Wijkteam Noord"},
    )


def test_two_workers_on_the_same_plan_keep_it_once(app: Flask, carla: User) -> None:
    has_hours()
    asks("Wandelen")
    one = a_round(carla)
    plan_id = service.solve_round(one, by=carla).id

    def solve() -> None:
        solving.solve_plan(plan_id, app)

    assert at_once(app, [solve, solve]) == ["done", "done"]
    assert db.session.query(PlanLine).count() == 1
    assert one.state is RoundState.PROPOSED


def test_the_steps_are_told_while_it_is_solved_and_a_plan_nobody_wants_ends(
    app: Flask, carla: User
) -> None:
    asks("Wandelen")
    one = a_round(carla)
    plan = service.solve_round(one, by=carla)
    db.session.commit()
    watch = solving.Watch(app, plan.id)
    watch.looks_at = 0

    assert [watch.go_on(), watch.go_on()] == [True, True]
    db.session.rollback()  # this test looked before the step was told
    assert plan.steps == 1
    service.stop_solving(one, by=carla)
    db.session.commit()
    watch.looks_at = 0
    assert watch.go_on() is False


def test_hours_that_are_withdrawn_while_it_is_solved_are_found_at_the_approval(
    carla: User,
) -> None:
    offer, _need = has_hours(), asks("Wandelen")
    one = a_round(carla)
    service.solve_round(one, by=carla)
    offer.withdrawn_at = clock.now()
    plan = standing(worked_off(one))

    with pytest.raises(service.WorldChanged):
        service.approve(one, plan.id, by=carla)


@pytest.mark.parametrize("is_first", [True, False])
def test_a_plan_that_does_not_pass_the_check_is_not_kept(
    carla: User,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    is_first: bool,
) -> None:
    offer, need = has_hours(), asks("Wandelen")
    one = a_round(carla)
    if not is_first:
        solved(one, by=carla)
    monkeypatch.setattr(solving, "verify_round", lambda *_: ("gives too much",))

    with caplog.at_level(logging.ERROR):
        if is_first:
            service.solve_round(one, by=carla)
            worked_off(one)
        else:
            tried(one, need, offer, ChoiceKind.PIN, by=carla)

    failed = queries.last_failed(one)
    assert failed is not None
    assert (failed.is_verified, failed.solved_at) == (False, None)
    assert f"plan {failed.id}: gives too much" in caplog.text
    assert one.state is (RoundState.OPEN if is_first else RoundState.UNDER_REVIEW)
    assert queries.pending_plan(one) is None
    assert db.session.query(PlanLine).filter_by(plan_id=failed.id).count() == 0


def test_the_same_question_gives_the_same_plan(carla: User) -> None:
    for number in range(6):
        has_hours(f"Team {number}", 5 + number)
    for number in range(12):
        asks(f"Plan {number}", 3 + number % 4)
    one = a_round(carla)
    first = solved(one, by=carla)

    again = service.solve_again(one, set(), by=carla)
    worked_off(one)

    assert given(again) == given(first)
    assert (again.value, again.bound) == (first.value, first.bound)
    assert db.session.query(Plan).count() == 2
