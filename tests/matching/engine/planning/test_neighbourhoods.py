"""Sharing out anew never makes a plan worse, and finds what greed did not."""

import numpy as np

from app.matching.engine.planning.neighbourhoods import share_anew
from app.matching.engine.planning.plan import Plan, greedy
from matching.engine.planning.rounds import Rows, a_round

ALL = {"largest": 40, "most": 30, "patience": 10, "missing": 0, "go_on": lambda: True}


def test_a_plan_gets_better_and_still_fits():
    problem = a_round(2).problem()
    plan = greedy(problem, problem.value)
    before = plan.value

    done = share_anew(plan, np.arange(problem.pairs), **ALL)

    assert plan.value > before
    assert (plan.free >= 0).all()
    used = np.zeros_like(problem.capacity)
    np.add.at(used, problem.supply[plan.chosen], problem.use[plan.chosen])
    assert (problem.capacity - used == plan.free).all()
    assert 10 <= done.tried <= 30


def test_a_pair_outside_the_kernel_stays_but_is_never_new():
    problem = Rows(1, ((4,), (4,)), ((0, 0, 5, (1,)), (0, 1, 9, (1,)))).problem()
    plan = Plan(problem)
    plan.take(np.array([0]))

    share_anew(plan, np.zeros(0, np.int64), **ALL)

    assert plan.chosen.tolist() == [0]


def test_the_whole_is_shared_out_only_once():
    problem = a_round(2, lines=10).problem()
    plan = greedy(problem, problem.value)

    done = share_anew(plan, np.arange(problem.pairs), **{**ALL, "largest": 1_000})

    assert done.tried == 1


def test_it_stops_when_asked():
    problem = a_round(2).problem()
    plan = greedy(problem, problem.value)

    done = share_anew(plan, np.arange(problem.pairs), **{**ALL, "go_on": lambda: False})

    assert done.tried == 0
