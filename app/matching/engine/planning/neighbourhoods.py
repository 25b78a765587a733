"""Improve a plan where supplies meet: free some that compete for the same lines, and share out anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from app.matching.engine.planning.milp import Limits, solve_pairs
from app.matching.engine.planning.plan import Plan
from app.matching.engine.planning.problem import Problem, Whole

LIMITS = Limits(nodes=30, checks=2_000, presolve=False)
SPARE = 0.1  # of what a neighbourhood may lack
SEED = 20_260_101  # a plan can be made again


@dataclass(slots=True)
class Sharing:
    """How many neighbourhoods were tried, and the nodes HiGHS needed for them."""

    tried: int = 0
    nodes: int = 0


def share_anew(
    plan: Plan,
    kernel: Whole,
    *,
    largest: int,
    most: int,
    patience: int,
    missing: int,
    go_on: Callable[[], bool],
    seed: int = 0,
) -> Sharing:
    """Improve ``plan`` in place with pairs of ``kernel`` (ascending); it never gets worse.

    A neighbourhood grows to ``largest`` pairs. It ends after ``most``, after ``patience`` of them in a
    row that gave nothing, or when one was the whole. ``missing`` is how far the plan is below its
    bound: part of the share of a neighbourhood in it may be left. Another ``seed`` gives other
    neighbourhoods.
    """
    town = _Town(plan.problem, kernel)
    chance = np.random.Generator(np.random.PCG64(SEED + seed))
    done, idle = Sharing(), 0
    while done.tried < most and idle < patience and go_on():
        supplies, some = town.neighbourhood(plan, largest, chance)
        mine = plan.chosen[supplies[plan.problem.supply[plan.chosen]]]
        free = plan.free.copy()
        np.add.at(free, plan.problem.supply[mine], plan.problem.use[mine])
        some = np.union1d(some, mine)
        spare = max(LIMITS.spare, SPARE * missing * supplies.sum() / len(supplies))
        limits = replace(LIMITS, spare=float(spare))
        answer = solve_pairs(plan.problem, some, free, mine, limits, go_on)
        gain = plan.problem.value[answer.chosen].sum() - plan.problem.value[mine].sum()
        if gain > 0:
            plan.drop(mine)
            plan.take(answer.chosen)
        idle = 0 if gain > 0 else idle + 1
        done.tried, done.nodes = done.tried + 1, done.nodes + answer.nodes
        if supplies.all():
            break
    return done


class _Town:
    """Who meets whom among the pairs of a kernel."""

    def __init__(self, problem: Problem, kernel: Whole) -> None:
        self.problem = problem
        self.by_line = kernel
        self.by_supply = kernel[np.argsort(problem.supply[kernel], kind="stable")]
        lines, supplies = len(problem.line_ids), len(problem.supply_ids)
        self.line_edges = np.searchsorted(problem.line[self.by_line], np.arange(lines + 1))
        self.supply_edges = np.searchsorted(problem.supply[self.by_supply], np.arange(supplies + 1))

    def neighbourhood(
        self, plan: Plan, largest: int, chance: np.random.Generator
    ) -> tuple[np.ndarray, Whole]:
        """Return which supplies are in, and the pairs they may take: nobody's lines and their own."""
        supplies = np.zeros(len(self.problem.supply_ids), np.bool_)
        meets = np.zeros(len(supplies), np.int64)
        newest = int(chance.integers(len(supplies)))
        holder = np.where(plan.pair_of >= 0, self.problem.supply[plan.pair_of], -1)
        some = np.zeros(0, np.int64)
        while len(some) < largest and not supplies.all():
            supplies[newest] = True
            inside = np.flatnonzero(supplies)
            some = self._of(self.by_supply, self.supply_edges, inside)
            held = holder[self.problem.line[some]]
            some = np.sort(some[(held < 0) | supplies[held]])
            meets += self._meets(newest)
            odds = np.cumsum(np.where(supplies, 0, meets))
            if odds[-1] == 0:
                odds = np.cumsum(~supplies)
            if odds[-1]:
                newest = int(np.searchsorted(odds, chance.integers(odds[-1]), side="right"))
        return supplies, some

    def _meets(self, supply: int) -> Whole:
        """Return for each supply how many lines it has in common with this one."""
        own = self._of(self.by_supply, self.supply_edges, np.array([supply]))
        rivals = self._of(self.by_line, self.line_edges, self.problem.line[own])
        return np.bincount(self.problem.supply[rivals], minlength=len(self.problem.supply_ids))

    @staticmethod
    def _of(pairs: Whole, edges: Whole, rows: Whole) -> Whole:
        size = edges[rows + 1] - edges[rows]
        first = np.repeat(edges[rows] - np.cumsum(size) + size, size)
        return pairs[first + np.arange(len(first))]
