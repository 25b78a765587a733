"""Every supply is filled as well as trying everything would, whatever the prices that steer."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.engine.planning.knapsack import Items, fill

PLENTY = 10**9


def best_of_one(use, capacity, profit):
    best = 0
    for bits in range(2 ** len(profit)):
        some = [row for row in range(len(profit)) if bits >> row & 1]
        if (use[some].sum(axis=0) <= capacity).all():
            best = max(best, int(profit[some].sum()))
    return best


@st.composite
def shelves(draw):
    """Draw two supplies with their items, profits of any sign, and any prices."""
    capacity = np.array(draw(st.lists(st.tuples(*[st.integers(0, 9)] * 2), min_size=2, max_size=2)))
    owner, use, profit = [], [], []
    for supply in range(2):
        for _ in range(draw(st.integers(0, 6))):
            takes = tuple(draw(st.integers(0, int(room))) for room in capacity[supply])
            owner.append(supply)
            use.append(takes)
            profit.append(draw(st.integers(-5, 30)))
    prices = np.array(draw(st.lists(st.tuples(*[st.integers(0, 9)] * 2), min_size=2, max_size=2)))
    uses = np.array(use, np.int64).reshape(len(use), 2)
    return Items.of(np.array(owner, np.int64), uses, capacity), np.array(profit, np.int64), prices


@settings(deadline=None, max_examples=150)
@given(shelves())
def test_the_best_filling_is_found_and_fits(shelf):
    items, profit, prices = shelf
    nothing = np.zeros(len(profit), np.bool_)

    filling = fill(items, profit, prices, nothing, PLENTY)

    for supply in range(2):
        own = items.supply == supply
        best = best_of_one(items.use[own], items.capacity[supply], profit[own])
        assert filling.value[supply] == filling.bound[supply] == best
        assert profit[own & filling.chosen].sum() == best
    assert (items.total(items.use * filling.chosen[:, None]) <= items.capacity).all()
    assert (filling.ceiling >= filling.bound).all()


@settings(deadline=None, max_examples=80)
@given(shelves())
def test_without_work_the_bound_still_holds(shelf):
    items, profit, prices = shelf
    nothing = np.zeros(len(profit), np.bool_)

    filling = fill(items, profit, prices, nothing, 0)

    for supply in range(2):
        own = items.supply == supply
        best = best_of_one(items.use[own], items.capacity[supply], profit[own])
        assert filling.value[supply] <= best <= filling.bound[supply]


def test_a_choice_that_is_known_already_is_never_made_worse():
    items = Items.of(np.zeros(3, np.int64), np.array([[6], [5], [5]]), np.array([[10]]))
    profit = np.array([12, 7, 7])

    filling = fill(items, profit, np.array([[0]]), np.array([False, True, True]), 0)

    assert filling.chosen.tolist() == [False, True, True]
