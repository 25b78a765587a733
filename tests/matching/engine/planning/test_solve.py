"""Whatever the question: the plan keeps every limit, the bound holds, and the answer is the same twice."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.engine.planning.market import Effort
from app.matching.engine.planning.milp import Limits
from app.matching.engine.planning.problem import ask
from app.matching.engine.planning.solve import solve
from app.matching.engine.planning.verify import verify
from app.matching.engine.planning.work import Work
from matching.engine.planning.rounds import Rows, a_round, best_by_trying, some_rows

NO_FIRST_TRY = Work(small=0, last_try=Limits(nodes=20, checks=200))
SHORT = replace(
    NO_FIRST_TRY,
    hour_rounds=50,
    request_prices=Effort(rounds=10, quick=5, cells=100, cells_later=100_000),
    sweeps=2,
    neighbourhoods=5,
    last_try=Limits(0, 1),
)


@settings(deadline=None, max_examples=60)
@given(some_rows(), st.sampled_from([Work(), NO_FIRST_TRY, SHORT]))
def test_limits_are_kept_and_the_best_lies_between_plan_and_bound(rows, work):
    problem = rows.problem()

    result = solve(problem, work)

    assert verify(result, problem) == ()
    assert result.value <= best_by_trying(problem) <= result.bound


@settings(deadline=None, max_examples=30)
@given(some_rows(), st.integers(0, 2), st.integers(1, 3))
def test_more_hours_never_make_the_best_plan_worse(rows, supply, more):
    supply %= len(rows.capacity)
    capacity = list(rows.capacity)
    capacity[supply] = tuple(hours + more for hours in capacity[supply])

    before, after = solve(rows.problem()), solve(replace(rows, capacity=tuple(capacity)).problem())

    assert before.is_optimal
    assert after.is_optimal
    assert after.value >= before.value


@settings(deadline=None, max_examples=6)
@given(st.integers(0, 1_000), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(seed, chance):
    rows = a_round(seed, lines=16, supplies=4)
    order = list(range(len(rows.pairs)))
    chance.shuffle(order)

    assert solve(rows.problem(order), SHORT) == solve(rows.problem(), SHORT)


def test_a_round_of_some_size_is_solved_the_same_by_every_road():
    problem = a_round(5, lines=24).problem()

    direct, by_prices = solve(problem, replace(Work(), small=10**6)), solve(problem, NO_FIRST_TRY)

    assert direct.counts.rounds == 0
    assert by_prices.counts.rounds > 0
    assert verify(by_prices, problem) == ()
    assert direct.value <= by_prices.bound
    assert by_prices.value <= direct.bound
    assert by_prices.gap_pct < 1


def test_it_can_be_stopped_at_any_moment():
    problem = a_round(5, lines=24).problem()
    for steps in (0, 1, 5, 60):
        left = iter(range(steps))

        result = solve(problem, NO_FIRST_TRY, lambda left=left: next(left, None) is not None)

        assert verify(result, problem) == ()
        assert result.bound >= result.value > 0


def test_an_empty_round_has_an_empty_plan():
    nothing = np.zeros((0, 1), int)
    problem = ask([], [], capacity=nothing, line=[], supply=[], value=[], use=nothing)

    result = solve(problem)

    assert (result.matches, result.value, result.bound, result.gap_pct) == ((), 0, 0, 0.0)


def test_nothing_eligible_and_no_hours_at_all_give_an_empty_plan():
    nobody = Rows(2, ((5,),), ())
    no_hours = Rows(2, ((0,),), ((0, 0, 5, (1,)), (1, 0, 5, (1,))))

    for rows in (nobody, no_hours):
        result = solve(rows.problem())
        assert (result.matches, result.value, result.is_optimal) == ((), 0, True)


def test_a_need_of_10_000_hours_is_left_out_and_the_rest_is_served():
    rows = Rows(2, ((40_000,),), ((0, 0, 9_000, (10_000_000,)), (1, 0, 5, (4_000,))))

    assert solve(rows.problem()).matches == (("line:1", "supply:0"),)


def test_everything_eligible_to_everyone_is_shared_out():
    pairs = tuple((line, supply, 100, (2,)) for line in range(20) for supply in range(5))

    result = solve(Rows(20, ((6,),) * 5, pairs).problem())

    assert (len(result.matches), result.value, result.is_optimal) == (15, 1_500, True)


def test_equal_lines_do_not_confuse_it():
    pairs = tuple((line, 0, 7, (3,)) for line in range(4))

    result = solve(Rows(4, ((7,),), pairs).problem())

    assert (result.value, result.is_optimal) == (14, True)


def test_what_is_too_large_for_highs_stays_with_the_prices():
    problem = a_round(5, lines=24).problem()

    result = solve(problem, replace(SHORT, large=0))

    assert result.counts.checks == 0
    assert result.counts.neighbourhoods > 0
    assert verify(result, problem) == ()
