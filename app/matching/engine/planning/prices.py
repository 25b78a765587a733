"""Prices of hours that prove how good a plan can be at most, and steer who takes what.

Let hours be sold instead of being limited, and every line takes its best supply after paying; what is
then earned, with the hours that were for sale, is at least what any plan is worth. It holds for *any*
prices of at least 0, so they may be rounded freely as long as the sums are exact: they are whole here.

Sources: Lagrangian relaxation for the generalised assignment problem (Fisher 1981), subgradient
steps to a target (Polyak 1969) with a remembered direction (Camerini, Fratta and Maffioli 1975).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.matching.engine.planning.problem import Problem, Whole

Real = NDArray[np.float64]

PATIENCE = 12  # rounds without a better bound before steps get shorter
SHORTEST = 1e-3
MEMORY = 0.6  # of the last direction that stays in the next


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """Prices are whole numbers of parts of a thousandth, so small that rounding hardly matters."""

    shift: int
    highest: int  # a price above it would only chase everybody away

    @classmethod
    def of(cls, problem: Problem) -> "Scale":
        """Return the finest scale on which no sum of this problem can overflow."""
        value = int(problem.value.max(initial=1)) + 1
        room = problem.capacity.shape[1] * (int(problem.capacity.max(initial=1)) + 1)
        lines = len(problem.line_ids) + 1
        shift = 61 - (value * max(room, lines)).bit_length()
        if shift < 4:
            raise ValueError("values and hours are too large to price exactly")
        shift = min(shift, 24)
        return cls(shift, value << shift)

    def whole(self, prices: Real) -> Whole:
        """Round prices in thousandths to this scale."""
        return np.clip(np.rint(prices * 2.0**self.shift), 0, self.highest).astype(np.int64)

    def real(self, prices: Whole) -> Real:
        """Return prices of this scale in thousandths."""
        return prices / 2.0**self.shift

    def bound(self, *parts: Whole) -> int:
        """Add everything up exactly, and round down: plans are worth whole thousandths."""
        return sum(int(each) for part in parts for each in part.ravel().tolist()) >> self.shift


@dataclass(slots=True)
class Steps:
    """Steps against the gradient, shorter after rounds that did not help."""

    length: float
    direction: Real | None = None
    waited: int = 0

    def next(self, prices: Real, gradient: Real, missing: float) -> Real:
        """Return the prices after one step; ``missing`` is how far the bound is above the target."""
        gradient = np.where((prices <= 0) & (gradient > 0), 0, gradient)
        if self.direction is not None:
            gradient = gradient + MEMORY * self.direction
        self.direction = gradient
        size = float(gradient @ gradient)
        if size == 0:
            return prices
        return np.maximum(0, prices - self.length * missing / size * gradient)

    def judge(self, improved: bool) -> bool:
        """Count a round; return whether it is time to go back to the best prices."""
        self.waited = 0 if improved else self.waited + 1
        if self.waited < PATIENCE:
            return False
        self.waited, self.length, self.direction = 0, self.length / 2, None
        return True


def hour_prices(
    problem: Problem, scale: Scale, target: int, rounds: int, go_on: Callable[[], bool]
) -> tuple[int, Whole]:
    """Return a bound and the prices of hours (supplies x periods) that prove it.

    ``target`` is what some plan is worth. O(pairs x periods) for each round.
    """
    first = _first_of_each_line(problem)
    gives = problem.value << scale.shift
    weight = _weights(problem)
    prices = np.zeros(problem.capacity.size)
    best, best_prices = _sell_hours(problem, scale, gives, first, scale.whole(prices))[:2]
    steps = Steps(1.0)
    for _ in range(rounds):
        if best <= target or steps.length < SHORTEST or not go_on():
            break
        whole = scale.whole(prices * weight)
        bound, _, gradient = _sell_hours(problem, scale, gives, first, whole)
        improved = bound < best
        if improved:
            best, best_prices = bound, whole
        if steps.judge(improved):
            prices = scale.real(best_prices).ravel() / weight
        else:
            prices = steps.next(prices, gradient.ravel() * weight, max(bound - target, 1))
    return best, best_prices.reshape(problem.capacity.shape)


def _weights(problem: Problem) -> Real:
    """Return by which unit to step in each row: hours of a small and a large supply differ."""
    size: Real = np.sqrt(np.maximum(problem.capacity.ravel(), 1.0))
    return 1 / size


def _sell_hours(
    problem: Problem, scale: Scale, gives: Whole, first: Whole, prices: Whole
) -> tuple[int, Whole, Real]:
    by_row = prices.reshape(problem.capacity.shape)
    surplus = gives - (problem.use * by_row[problem.supply]).sum(axis=1)
    best = np.maximum.reduceat(surplus, first) if len(first) else surplus
    bound = scale.bound(np.maximum(best, 0), (problem.capacity * by_row).sum(axis=1))
    takes = np.flatnonzero(surplus == np.repeat(best, np.diff(first, append=problem.pairs)))
    takes = takes[np.diff(problem.line[takes], prepend=-1) > 0]
    takes = takes[surplus[takes] > 0]
    sold: Real = np.zeros(problem.capacity.shape)
    for period in range(problem.capacity.shape[1]):
        sold[:, period] = np.bincount(
            problem.supply[takes], problem.use[takes, period], minlength=len(sold)
        )
    return bound, by_row, problem.capacity - sold


def surplus(problem: Problem, scale: Scale, prices: Whole) -> Whole:
    """Return what each pair gives above the price of its hours, in parts of the scale."""
    cost: Whole = (problem.use * prices[problem.supply]).sum(axis=1)
    return (problem.value << scale.shift) - cost


def request_prices_of(problem: Problem, scale: Scale, hours: Whole) -> Whole:
    """Return for each line what its best supply would pay for it at these prices of hours."""
    prices = np.zeros(len(problem.line_ids), np.int64)
    np.maximum.at(prices, problem.line, surplus(problem, scale, hours))
    return prices


def _first_of_each_line(problem: Problem) -> Whole:
    return np.flatnonzero(np.diff(problem.line, prepend=-1))
