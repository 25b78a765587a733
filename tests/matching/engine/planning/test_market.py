"""Any prices of lines prove a bound, which is tighter than that of hours, and say who cannot matter."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.engine.planning import prices
from app.matching.engine.planning.components import part
from app.matching.engine.planning.market import Effort, request_prices
from app.matching.engine.planning.problem import ask
from matching.engine.planning.rounds import a_round, best_by_trying, some_rows


def always():
    return True


def effort(rounds):
    return Effort(rounds=rounds, quick=rounds // 2, cells=100, cells_later=10**6)


def fitting(rows):
    problem = rows.problem()
    fits = (problem.use <= problem.capacity[problem.supply]).all(axis=1)
    return part(problem, np.flatnonzero(fits))


@settings(deadline=None, max_examples=80)
@given(some_rows(), st.integers(0, 40), st.integers(0, 20))
def test_bounds_hold_after_any_number_of_rounds_to_any_target(rows, rounds, target):
    problem = fitting(rows)
    scale = prices.Scale.of(problem)
    bound, hours = prices.hour_prices(problem, scale, target, rounds, always)

    market = request_prices(problem, scale, hours, target, effort(rounds), always)

    assert best_by_trying(problem) <= market.bound <= bound


@settings(deadline=None, max_examples=60)
@given(some_rows(), st.integers(0, 30))
def test_a_pair_that_is_ruled_out_is_in_no_plan_that_good(rows, rounds):
    """A plan with the pair is worth at most the bound less its loss."""
    problem = fitting(rows)
    scale = prices.Scale.of(problem)
    hours = prices.hour_prices(problem, scale, 0, rounds, always)[1]

    market = request_prices(problem, scale, hours, 0, effort(rounds), always)

    for pair in range(problem.pairs):
        others = problem.line != problem.line[pair]
        left = problem.capacity.copy()
        left[problem.supply[pair]] -= problem.use[pair]
        rest = part(problem, np.flatnonzero(others))
        rest_room = left[np.unique(problem.supply[others])]
        without = ask(
            rest.line_ids, rest.supply_ids, capacity=rest_room.reshape(-1, 2), line=rest.line,
            supply=rest.supply, value=rest.value, use=rest.use,
        )  # fmt: skip
        forced = int(problem.value[pair]) + best_by_trying(without)
        assert forced << scale.shift < ((market.bound + 1) << scale.shift) - int(market.loss[pair])


def test_request_prices_prove_more_than_hour_prices():
    problem = a_round(1).problem()
    scale = prices.Scale.of(problem)

    bound, hours = prices.hour_prices(problem, scale, 0, 300, always)
    market = request_prices(problem, scale, hours, 0, effort(60), always)

    assert market.bound < bound < problem.value.sum()
    assert (market.hours >= 0).all()


def test_knapsacks_that_are_searched_in_the_last_rounds_prove_more():
    problem = a_round(1).problem()
    scale = prices.Scale.of(problem)
    hours = prices.hour_prices(problem, scale, 0, 300, always)[1]
    never = Effort(rounds=60, quick=60, cells=0, cells_later=10**6)
    last = Effort(rounds=60, quick=40, cells=0, cells_later=10**6)

    bounds = [
        request_prices(problem, scale, hours, 0, each, always).bound for each in (never, last)
    ]

    assert bounds[1] < bounds[0]


def test_a_pair_is_sold_as_often_as_its_supply_wants_its_line():
    """The first pair is that of the second supply: pairs go by line, shelves by supply."""
    problem = ask(
        ["line:1", "line:2"],
        ["supply:1", "supply:2"],
        capacity=np.array([[2, 0], [2, 0]]),
        line=np.array([0, 1]),
        supply=np.array([1, 0]),
        value=np.array([900, 0]),
        use=np.array([[2, 0]] * 2),
    )
    scale = prices.Scale.of(problem)

    market = request_prices(problem, scale, np.zeros((2, 2), np.int64), 0, effort(20), always)

    assert market.sold[0] > 0.5
    assert market.sold[1] == 0


def test_no_round_is_done_when_it_is_time_to_stop():
    problem = a_round(1).problem()
    scale = prices.Scale.of(problem)
    hours = np.zeros_like(problem.capacity)

    market = request_prices(problem, scale, hours, 0, effort(60), lambda: False)

    assert market.rounds == 1
