"""Simpler ways to share out hours, to compare the engine with."""

from collections.abc import Callable

import numpy as np

from app.matching.engine.planning.milp import Limits, solve_pairs
from app.matching.engine.planning.plan import greedy
from app.matching.engine.planning.problem import Problem

NO_LIMIT = Limits(nodes=2**30, checks=2**30)


def first_come(problem: Problem) -> int:
    """Return the value when each line in turn gets the best supply that still has the hours."""
    turn = -problem.line * (int(problem.value.max(initial=0)) + 1) + problem.value
    return greedy(problem, turn).value


def highs_alone(problem: Problem, go_on: Callable[[], bool]) -> tuple[int, int | None]:
    """Return the value and the bound of HiGHS on all pairs, from the greedy plan."""
    fits = np.flatnonzero((problem.use <= problem.capacity[problem.supply]).all(axis=1))
    start = greedy(problem, problem.value).chosen
    answer = solve_pairs(problem, fits, problem.capacity, start, NO_LIMIT, go_on)
    return int(problem.value[answer.chosen].sum()), answer.bound
