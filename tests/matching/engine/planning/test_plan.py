"""A plan keeps its own count of hours, and greed takes the best that fits."""

import numpy as np
from hypothesis import given, settings

from app.matching.engine.planning.plan import Plan, greedy
from matching.engine.planning.rounds import Rows, some_rows

RIVALS = Rows(2, ((4,),), ((0, 0, 10, (3,)), (1, 0, 10, (3,))))


def test_equals_are_served_in_published_order():
    problem = RIVALS.problem()

    assert greedy(problem, problem.value).pair_of.tolist() == [0, -1]


def test_what_is_taken_can_be_given_back():
    problem = RIVALS.problem()
    plan = Plan(problem)

    plan.take(np.array([1]))
    assert (plan.value, plan.free.tolist(), plan.chosen.tolist()) == (10, [[1]], [1])

    plan.drop(np.array([1]))
    assert (plan.value, plan.free.tolist(), plan.chosen.tolist()) == (0, [[4]], [])


@settings(deadline=None, max_examples=60)
@given(some_rows())
def test_greed_keeps_every_limit_and_leaves_nothing_that_fits(rows):
    problem = rows.problem()

    plan = greedy(problem, problem.value)

    assert (plan.free >= 0).all()
    for pair in range(problem.pairs):
        if plan.pair_of[problem.line[pair]] < 0:
            assert (problem.use[pair] > plan.free[problem.supply[pair]]).any()
