"""A supply is filled as well as trying everything would, whatever the prices that steer."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.engine.planning.knapsack import fill

PLENTY = 10**9


def best_of(use, room, profit):
    best = 0
    for bits in range(2 ** len(profit)):
        some = [row for row in range(len(profit)) if bits >> row & 1]
        if (use[some].sum(axis=0) <= room).all():
            best = max(best, int(profit[some].sum()))
    return best


@st.composite
def shelves(draw):
    """Draw a supply with its items, profits of any sign, any prices, and a choice that fits."""
    room = np.array(draw(st.tuples(*[st.integers(0, 9)] * 2)))
    count = draw(st.integers(0, 7))
    use = [tuple(draw(st.integers(0, int(most))) for most in room) for _ in range(count)]
    profit = draw(st.lists(st.integers(-5, 30), min_size=count, max_size=count))
    prices = np.array(draw(st.tuples(*[st.integers(0, 9)] * 2)))
    start = np.zeros(count, np.bool_)
    start[: draw(st.integers(0, min(1, count)))] = True
    return np.array(use, np.int64).reshape(count, 2), room, np.array(profit, int), prices, start


@settings(deadline=None, max_examples=200)
@given(shelves())
def test_the_best_filling_is_found_and_fits(shelf):
    use, room, profit, prices, start = shelf

    filling = fill(use, room, profit, prices, start, PLENTY)

    assert filling.value == filling.bound == best_of(use, room, profit)
    assert profit[filling.chosen].sum() == filling.value
    assert (use[filling.chosen].sum(axis=0) <= room).all()
    assert filling.ceiling >= filling.bound


@settings(deadline=None, max_examples=100)
@given(shelves())
def test_without_work_the_bound_still_holds(shelf):
    use, room, profit, prices, start = shelf

    filling = fill(use, room, profit, prices, start, 0)

    assert filling.value <= best_of(use, room, profit) <= filling.bound


def test_a_choice_that_is_known_already_is_never_made_worse():
    use, room, profit = np.array([[6], [5], [5]]), np.array([10]), np.array([12, 7, 7])

    filling = fill(use, room, profit, np.array([0]), np.array([False, True, True]), 0)

    assert filling.chosen.tolist() == [False, True, True]
