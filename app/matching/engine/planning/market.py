"""Sell lines instead of limiting them: every supply fills its own hours as well as it can.

It pays for the lines it takes; what all supplies then earn, with the lines that were for sale, is at
least what any plan is worth, for any prices. The prices step against what is sold too often or not at
all, to a level a little below the best bound; the level comes nearer when it is not reached.

Sources: Lagrangian relaxation for the generalised assignment problem (Fisher 1981), steps to a level
that moves (Goffin and Kiwiel 1999) with a remembered direction (Camerini, Fratta and Maffioli 1975).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.matching.engine.planning.knapsack import Filling
from app.matching.engine.planning.prices import Real, Scale, request_prices_of
from app.matching.engine.planning.problem import Problem, Whole
from app.matching.engine.planning.shelves import Shelves

PATIENCE = 10  # rounds in which a level must be reached
MEMORY = 0.8  # of the last direction that stays in the next


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """What the best request prices proved, by pair of the problem."""

    bound: int
    requests: Whole  # the price of each line
    hours: Whole  # supplies x periods: the prices inside each supply
    loss: Whole  # of each pair: a plan with it is worth at most the bound less this, in parts
    rounds: int
    cells: int


def request_prices(
    problem: Problem,
    scale: Scale,
    hours: Whole,
    target: int,
    rounds: int,
    most_cells: int,
    go_on: Callable[[], bool],
) -> Market:
    """Return a bound by request prices, starting at prices of hours; no worse than theirs.

    ``target`` is what some plan is worth, ``most_cells`` the work for one knapsack. At least one round
    is done. O(pairs x periods + cells of the knapsacks) for each round.
    """
    sale = _Sale(problem, scale, most_cells, hours)
    first = sale.round(request_prices_of(problem, scale, hours))
    level = _Level(first, scale, target)
    while level.distance >= 1 and sale.rounds < rounds and go_on():
        level.judge(sale.round(level.next()))
    best = level.best
    return Market(best.bound, best.requests, best.hours, sale.loss(best), sale.rounds, sale.cells)


@dataclass(frozen=True, slots=True, eq=False)
class _Round:
    """One round of selling lines."""

    bound: int
    requests: Whole
    hours: Whole
    fillings: list[Filling]  # of each supply
    left: Real  # of each line: 1 when nobody bought it, below 0 when several did


class _Level:
    """The best round so far, and steps to a level below its bound."""

    newest: _Round
    prices: Real  # of lines, in thousandths
    direction: Real
    reference: int  # the bound at which this distance began to be tried
    waited: int

    def __init__(self, first: _Round, scale: Scale, target: int) -> None:
        self.scale, self.best = scale, first
        self.distance = min(first.bound / 100, (first.bound - target) / 4)
        self._go_back()

    def next(self) -> Whole:
        """Return the prices to try now."""
        prices, left = self.prices, self.newest.left
        gradient = np.where((prices <= 0) & (left > 0), 0, left)
        self.direction = gradient + MEMORY * self.direction
        size = float(self.direction @ self.direction)
        if size > 0:
            missing = self.newest.bound - self.best.bound + self.distance
            self.prices = np.maximum(0, prices - missing / size * self.direction)
        return self.scale.whole(self.prices)

    def judge(self, newest: _Round) -> None:
        """Keep a better bound; come nearer, and go back to the best, when the level is not reached."""
        self.newest = newest
        if newest.bound < self.best.bound:
            self.best = newest
        self.waited += 1
        if self.best.bound <= self.reference - self.distance / 2:
            self.reference, self.waited = self.best.bound, 0
        elif self.waited >= PATIENCE:
            self.distance /= 2
            self._go_back()

    def _go_back(self) -> None:
        self.newest, self.reference, self.waited = self.best, self.best.bound, 0
        self.prices = self.scale.real(self.best.requests)
        self.direction = np.zeros(len(self.prices))


class _Sale:
    """Rounds in which lines are sold."""

    def __init__(self, problem: Problem, scale: Scale, most_cells: int, hours: Whole) -> None:
        self.shelves, self.scale, self.most_cells = Shelves.of(problem), scale, most_cells
        self.gives = problem.value[self.shelves.pair] << scale.shift
        self.hours = hours
        self.chosen = np.zeros(problem.pairs, np.bool_)
        self.rounds = self.cells = 0

    def round(self, prices: Whole) -> _Round:
        """Return what these prices of lines prove, and for each line how far it is from sold once."""
        shelves = self.shelves
        profit = self.gives - prices[shelves.line]
        self.hours = shelves.settle(profit, self.hours, self.scale.highest)
        fillings = []
        for supply, hours in enumerate(self.hours):
            own = shelves.own(supply)
            filling = shelves.fill(supply, profit[own], hours, self.chosen[own], self.most_cells)
            self.chosen[own] = filling.chosen
            self.cells += filling.cells
            fillings.append(filling)
        self.rounds += 1
        bound = self.scale.bound(prices, np.array([filling.bound for filling in fillings]))
        left: Real = np.ones(len(prices))
        left -= np.bincount(shelves.line[self.chosen], minlength=len(prices))
        return _Round(bound, prices, self.hours, fillings, left)

    def loss(self, best: _Round) -> Whole:
        """Return for each pair of the question what the bound loses when the pair is in the plan.

        That is what its reduced value is against it, less what the ceiling of its supply had to spare.
        """
        loss = np.empty(len(self.gives), np.int64)
        for supply, filling in enumerate(best.fillings):
            spare = filling.ceiling - filling.bound
            loss[self.shelves.pair[self.shelves.own(supply)]] = -filling.reduced - spare
        return np.maximum(loss, 0)
