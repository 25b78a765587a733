"""The pairs of a question by supply: what each supply could take, side by side."""

from dataclasses import dataclass

import numpy as np

from app.matching.engine.planning.knapsack import Filling, fill
from app.matching.engine.planning.problem import Mask, Problem, Whole


@dataclass(frozen=True, slots=True, eq=False)
class Shelves:
    """Pairs ("items") in the order of their supplies. None is larger than the room of its supply."""

    pair: Whole  # of each item: its place in the question
    line: Whole
    supply: Whole
    use: Whole  # items x periods
    capacity: Whole  # supplies x periods
    edges: tuple[int, ...]  # the items of supply s are those from edges[s] up to edges[s + 1]

    @classmethod
    def of(cls, problem: Problem) -> "Shelves":
        """Return the pairs of a question by supply, then by line."""
        order = np.lexsort((problem.line, problem.supply))
        supply = problem.supply[order]
        edges = np.searchsorted(supply, np.arange(len(problem.capacity) + 1))
        return cls(
            order, problem.line[order], supply, problem.use[order], problem.capacity, tuple(edges)
        )

    def own(self, supply: int) -> slice:
        """Return where the items of a supply are."""
        return slice(self.edges[supply], self.edges[supply + 1])

    def fill(
        self, supply: int, profit: Whole, prices: Whole, start: Mask, most_cells: int
    ) -> Filling:
        """Fill one supply; ``profit`` and ``start`` are of its own items, ``prices`` of its hours."""
        own = self.own(supply)
        return fill(self.use[own], self.capacity[supply], profit, prices, start, most_cells)

    def settle(self, profit: Whole, prices: Whole, highest: int) -> Whole:
        """Return prices of hours at which each supply is asked for just what it has.

        Period by period, from ``prices``, none above ``highest``. For one period they are the best
        there are; for more, no period alone can do better.
        """
        prices = prices.copy()
        for period in range(prices.shape[1]):
            others = self.use * prices[self.supply]
            others[:, period] = 0
            left = profit - others.sum(axis=1)
            some = np.flatnonzero((left > 0) & (self.use[:, period] > 0))
            ratio = left[some] // self.use[some, period]
            owner = self.supply[some]
            rank = np.lexsort((-ratio, owner))
            some, ratio = some[rank], ratio[rank]
            asked = np.cumsum(self.use[some, period])
            before = np.concatenate([[0], asked])[np.searchsorted(owner, np.arange(len(prices)))]
            over = np.flatnonzero(asked - before[owner] > self.capacity[owner, period])
            over = over[np.diff(owner[over], prepend=-1) > 0]
            prices[:, period] = 0
            prices[owner[over], period] = ratio[over]
        return np.minimum(prices, highest)
