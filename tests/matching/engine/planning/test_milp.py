"""HiGHS finds the best plan of a small question, and what it says is checked."""

import numpy as np
from hypothesis import given, settings

from app.matching.engine.planning.milp import Limits, solve_pairs
from app.matching.engine.planning.plan import greedy
from matching.engine.planning.rounds import a_round, best_by_trying, some_rows

ENOUGH = Limits(nodes=1_000, checks=10_000)
NOTHING = np.zeros(0, np.int64)


def always():
    return True


@settings(deadline=None, max_examples=40)
@given(some_rows())
def test_the_best_plan_of_a_small_question_is_found(rows):
    problem = rows.problem()
    fits = np.flatnonzero((problem.use <= problem.capacity[problem.supply]).all(axis=1))

    answer = solve_pairs(problem, fits, problem.capacity, NOTHING, ENOUGH, always)

    assert answer.optimal
    assert problem.value[answer.chosen].sum() == answer.bound == best_by_trying(problem)


def test_the_start_is_kept_when_there_is_no_time():
    problem = a_round(3, lines=30).problem()
    start = greedy(problem, problem.value).chosen

    answer = solve_pairs(
        problem, np.arange(problem.pairs), problem.capacity, start, Limits(0, 1), always
    )

    assert problem.value[answer.chosen].sum() >= problem.value[start].sum()
    assert answer.bound is None or answer.bound >= problem.value[answer.chosen].sum()
    assert not answer.optimal


def test_only_the_hours_that_are_free_are_given():
    problem = a_round(3, lines=30).problem()
    free = problem.capacity // 2

    answer = solve_pairs(problem, np.arange(problem.pairs), free, NOTHING, ENOUGH, always)

    used = np.zeros_like(free)
    np.add.at(used, problem.supply[answer.chosen], problem.use[answer.chosen])
    assert (used <= free).all()
    assert len(answer.chosen) > 0
