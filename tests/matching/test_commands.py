"""A plan is solved again from what was kept of it."""

import pytest
from flask import Flask

from app.core.db import db
from app.matching.models import ChoiceKind, Plan
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.rounds import a_round, asks, has_hours, solved, tried


@pytest.fixture
def plan() -> Plan:
    """A plan with a pin, in a round of two plans for ten hours."""
    carla = a_coordinator(a_town().north)
    offer, need = has_hours(hours=10), asks("Wandelen", 6)
    asks("Koffie", 5)
    one = a_round(carla)
    solved(one, by=carla)
    plan = tried(one, need, offer, ChoiceKind.PIN, by=carla)
    db.session.commit()
    return plan


def replay(app: Flask, plan_id: int) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["matching", "replay", str(plan_id)])
    return result.exit_code, result.output


def test_a_plan_is_solved_again_with_the_same_answer(app: Flask, plan: Plan) -> None:
    plan.lines[0].need.hours = 1  # what happened since does not matter
    db.session.commit()

    code, output = replay(app, plan.id)

    assert code == 0
    assert output.startswith(f"the same plan: value {plan.value}, bound {plan.bound}, highspy")


def test_an_answer_that_differs_is_told(app: Flask, plan: Plan) -> None:
    plan.lines[0].offer_id = None
    db.session.commit()

    code, output = replay(app, plan.id)

    assert code == 1
    assert f"need {plan.lines[0].need_id}: was None, is offer:1" in output


def test_a_question_that_was_changed_is_told(app: Flask, plan: Plan) -> None:
    plan.question = plan.question.replace('"hours":6', '"hours":7')
    db.session.commit()

    assert replay(app, plan.id)[0] == 1
    assert "not the one that was asked" in replay(app, plan.id)[1]


def test_an_unknown_plan_is_told(app: Flask) -> None:
    code, output = replay(app, 999)

    assert code == 2
    assert "no plan with this number was solved" in output
