"""Improve a plan supply by supply: free the hours of one and fill them anew, also with others' lines.

A line that a colleague has costs what it is worth there, less most of the price of the hours that come
free. Some chance in what pairs give, less of it in every sweep, keeps it from stopping too soon.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from app.matching.engine.planning.plan import Plan
from app.matching.engine.planning.prices import Scale, surplus
from app.matching.engine.planning.problem import Whole
from app.matching.engine.planning.shelves import Shelves

SEED = 20_260_102  # a plan can be made again
FREED = 600  # thousandths of the price of hours that come free
CHANCE = 300  # thousandths of the price of its hours that a pair may give more or less at first


@dataclass(slots=True)
class Refilling:
    """What was done."""

    sweeps: int = 0
    cells: int = 0


def refill(
    plan: Plan,
    scale: Scale,
    hours: Whole,
    *,
    sweeps: int,
    most_cells: int,
    go_on: Callable[[], bool],
    seed: int = 0,
) -> Refilling:
    """Improve ``plan`` in place along the prices of ``hours``; it never gets worse.

    Another ``seed`` gives another plan.

    O(cells of a knapsack for every supply) for each sweep.
    """
    crew = _Crew(plan, scale, hours, most_cells)
    chance = np.random.Generator(np.random.PCG64(SEED + seed))
    best, value, done = plan.chosen, plan.value, Refilling()
    while done.sweeps < sweeps and go_on():
        heat = CHANCE * (sweeps - 1 - done.sweeps) // max(sweeps - 1, 1)
        luck = crew.cost // 1000 * chance.integers(-heat, heat + 1, len(crew.cost))
        for supply in chance.permutation(len(hours)).tolist():
            done.cells += crew.refill(supply, luck)
        done.sweeps += 1
        if plan.value > value:
            best, value = plan.chosen, plan.value
    plan.drop(plan.chosen)
    plan.take(best)
    return done


class _Crew:
    """Supplies that take over lines from each other."""

    def __init__(self, plan: Plan, scale: Scale, hours: Whole, most_cells: int) -> None:
        problem = plan.problem
        self.plan, self.hours, self.most_cells = plan, hours, most_cells
        self.shelves = Shelves.of(problem)
        self.gives = problem.value << scale.shift
        self.cost = self.gives - surplus(problem, scale, hours)
        self.worth = self.gives - self.cost // 1000 * FREED

    def refill(self, supply: int, luck: Whole) -> int:
        """Fill the hours of one supply anew; return how many cells were looked at."""
        plan, own = self.plan, self.shelves.own(supply)
        pairs = self.shelves.pair[own]
        holder = plan.pair_of[self.shelves.line[own]]
        mine = holder == pairs
        taken = (holder >= 0) & ~mine
        profit = self.gives[pairs] + luck[pairs] - np.where(taken, self.worth[holder], 0)
        filling = self.shelves.fill(supply, profit, self.hours[supply], mine, self.most_cells)
        plan.drop(holder[mine | (taken & filling.chosen)])
        plan.take(pairs[filling.chosen])
        return filling.cells
