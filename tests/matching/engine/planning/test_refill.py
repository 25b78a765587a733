"""Refilling never makes a plan worse, keeps every limit, and finds what greed did not."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.engine.planning import prices
from app.matching.engine.planning.components import part
from app.matching.engine.planning.plan import Plan, greedy
from app.matching.engine.planning.refill import refill
from matching.engine.planning.rounds import Rows, a_round, some_rows

SOME = {"sweeps": 4, "most_cells": 10**6, "go_on": lambda: True}


def used(plan):
    hours = np.zeros_like(plan.problem.capacity)
    np.add.at(hours, plan.problem.supply[plan.chosen], plan.problem.use[plan.chosen])
    return hours


@settings(deadline=None, max_examples=60)
@given(some_rows(), st.integers(0, 2**30))
def test_limits_are_kept_and_nothing_is_lost_whatever_the_prices(rows, price):
    problem = rows.problem()
    fits = (problem.use <= problem.capacity[problem.supply]).all(axis=1)
    problem = part(problem, np.flatnonzero(fits))
    plan = greedy(problem, problem.value)
    before = plan.value

    refill(plan, prices.Scale.of(problem), np.full_like(problem.capacity, price), **SOME)

    assert plan.value >= before
    assert (problem.capacity - used(plan) == plan.free).all()
    assert (plan.free >= 0).all()


def test_a_plan_gets_better_than_greed_makes_it():
    problem = a_round(2).problem()
    plan = greedy(problem, problem.value)
    before = plan.value

    done = refill(plan, prices.Scale.of(problem), np.zeros_like(problem.capacity), **SOME)

    assert plan.value > before
    assert (done.sweeps, done.cells > 0) == (4, True)


def test_a_colleague_takes_over_a_line_so_that_both_can_be_served():
    problem = Rows(2, ((4,), (4,)), ((0, 0, 9, (4,)), (0, 1, 8, (4,)), (1, 0, 7, (4,)))).problem()
    plan = Plan(problem)
    plan.take(np.array([0]))
    worth_it = np.array([[prices.Scale.of(problem).whole(np.array(9.0 / 4))], [0]])

    refill(plan, prices.Scale.of(problem), worth_it, **SOME)

    assert plan.chosen.tolist() == [1, 2]


def test_it_stops_when_asked():
    problem = a_round(2).problem()
    plan = greedy(problem, problem.value)

    done = refill(
        plan, prices.Scale.of(problem), np.zeros_like(problem.capacity),
        **{**SOME, "go_on": lambda: False},
    )  # fmt: skip

    assert done.sweeps == 0
