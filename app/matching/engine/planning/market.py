"""Sell lines instead of limiting them: every supply fills its own hours as well as it can.

It pays for the lines it takes; what all supplies then earn, with the lines that were for sale, is at
least what any plan is worth, for any prices. The prices step against what is sold too often or not at
all, to a level a little below the best bound; the level comes nearer when it is not reached. How often
a supply bought a line lately is about its share in the best mixture of fillings, and shows good plans.

Sources: Lagrangian relaxation for the generalised assignment problem (Fisher 1981), steps to a level
that moves (Goffin and Kiwiel 1999) with a remembered direction (Camerini, Fratta and Maffioli 1975),
shares from what was chosen on the way (the volume algorithm, Barahona and Anbil 2000).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from app.matching.engine.planning.knapsack import Filling
from app.matching.engine.planning.prices import Real, Scale, request_prices_of
from app.matching.engine.planning.problem import Problem, Whole
from app.matching.engine.planning.shelves import Shelves

Number = TypeVar("Number", np.int64, np.float64)
PATIENCE = 10  # rounds in which a level must be reached
MEMORY = 0.8  # of the last direction that stays in the next
LATELY = 0.05  # weight of the newest round in what was sold


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How many rounds are done, and the most cells of one knapsack in the first ones and later."""

    rounds: int
    quick: int  # rounds in which large knapsacks are not solved
    cells: int
    cells_later: int


@dataclass(frozen=True, slots=True, eq=False)
class Market:
    """What the best request prices proved, by pair of the problem."""

    bound: int
    hours: Whole  # supplies x periods: the prices inside each supply
    loss: Whole  # of each pair: a plan with it is worth at most the bound less this, in parts
    sold: Real  # of each pair: how often its supply bought its line lately, from 0 to 1
    rounds: int
    cells: int


def request_prices(
    problem: Problem,
    scale: Scale,
    hours: Whole,
    target: int,
    effort: Effort,
    go_on: Callable[[], bool],
) -> Market:
    """Return a bound by request prices, starting at prices of hours; no worse than theirs.

    ``target`` is what some plan is worth. At least one round is done. O(pairs x periods + cells of the
    knapsacks) for each round.
    """
    sale = _Sale(problem, scale, effort, hours)
    first = sale.round(request_prices_of(problem, scale, hours))
    level = _Level(first, scale, target)
    while level.distance >= 1 and sale.rounds < effort.rounds and go_on():
        level.judge(sale.round(level.next()))
    best = level.best
    loss, sold = sale.loss(best), sale.by_pair(sale.sold)
    return Market(best.bound, best.hours, loss, sold, sale.rounds, sale.cells)


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

    def __init__(self, problem: Problem, scale: Scale, effort: Effort, hours: Whole) -> None:
        self.shelves, self.scale, self.effort = Shelves.of(problem), scale, effort
        self.gives = problem.value[self.shelves.pair] << scale.shift
        self.hours = hours
        self.chosen = np.zeros(problem.pairs, np.bool_)
        self.sold: Real = np.zeros(problem.pairs)
        self.rounds = self.cells = 0

    def round(self, prices: Whole) -> _Round:
        """Return what these prices of lines prove, and for each line how far it is from sold once."""
        shelves, effort = self.shelves, self.effort
        most_cells = effort.cells if self.rounds < effort.quick else effort.cells_later
        profit = self.gives - prices[shelves.line]
        self.hours = shelves.settle(profit, self.hours, self.scale.highest)
        fillings = []
        for supply, hours in enumerate(self.hours):
            own = shelves.own(supply)
            filling = shelves.fill(supply, profit[own], hours, self.chosen[own], most_cells)
            self.chosen[own] = filling.chosen
            self.cells += filling.cells
            fillings.append(filling)
        self.rounds += 1
        newest = max(LATELY, 1 / self.rounds)
        self.sold += newest * (self.chosen - self.sold)
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
            loss[self.shelves.own(supply)] = -filling.reduced - spare
        return self.by_pair(np.maximum(loss, 0))

    def by_pair(self, items: NDArray[Number]) -> NDArray[Number]:
        """Return numbers of the items on the shelves in the order of the pairs of the question."""
        pairs = np.empty_like(items)
        pairs[self.shelves.pair] = items
        return pairs
