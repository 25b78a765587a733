"""Any prices of at least 0 prove a bound, and better prices a better one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.engine.planning import prices
from app.matching.engine.planning.components import part
from app.matching.engine.planning.problem import ask
from matching.engine.planning.rounds import best_by_trying, some_rows


def always():
    return True


def fitting(rows):
    problem = rows.problem()
    fits = (problem.use <= problem.capacity[problem.supply]).all(axis=1)
    return part(problem, np.flatnonzero(fits))


@settings(deadline=None, max_examples=80)
@given(some_rows(), st.integers(0, 40), st.integers(0, 20))
def test_bounds_hold_after_any_number_of_rounds_to_any_target(rows, rounds, target):
    problem = fitting(rows)
    scale = prices.Scale.of(problem)

    bound, _ = prices.hour_prices(problem, scale, target, rounds, always)

    assert bound >= best_by_trying(problem)


def test_hours_nobody_is_short_of_are_free():
    problem = ask(
        ["line:1"], ["offer:1"], capacity=[[8]], line=[0], supply=[0], value=[700], use=[[5]]
    )
    scale = prices.Scale.of(problem)

    bound, hours = prices.hour_prices(problem, scale, 0, 50, always)

    assert (bound, hours.tolist()) == (700, [[0]])


def test_numbers_that_would_overflow_are_refused():
    large = 2**45
    problem = ask(
        ["line:1"], ["offer:1"], capacity=[[large]], line=[0], supply=[0], value=[large], use=[[1]]
    )

    with pytest.raises(ValueError, match="too large"):
        prices.Scale.of(problem)
