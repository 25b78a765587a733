"""Find a plan for a whole round, and prove how far from the best it can be at most."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from app.matching.engine.planning import market, milp, prices
from app.matching.engine.planning.components import components, part
from app.matching.engine.planning.neighbourhoods import share_anew
from app.matching.engine.planning.plan import Plan, greedy
from app.matching.engine.planning.problem import Problem, Whole
from app.matching.engine.planning.refill import refill
from app.matching.engine.planning.results import Counts, Result

MILLION = 1_000_000
FIRST_TRY = milp.Limits(nodes=1_000, checks=10_000)
LAST_TRY = milp.Limits(nodes=500, checks=5_000)
REQUEST_PRICES = market.Effort(rounds=45, quick=30, cells=2_000_000, cells_later=30_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How much work a plan may cost, counted: the same on every machine."""

    small: int = 1_000  # pairs: HiGHS tries these first
    first_try: milp.Limits = FIRST_TRY
    hour_rounds: int = 400
    request_prices: market.Effort = REQUEST_PRICES
    cells: int = 2_000_000  # of one knapsack, where supplies are filled anew
    sweeps: int = 20  # of refilling, with the first prices and again with better ones
    kernel: float = 0.05  # how often a pair has to be sold for neighbourhoods
    sizes: tuple[int, ...] = (80, 120, 160, 200)  # pairs of neighbourhoods, from small to large
    neighbourhoods: int = 700  # of each size
    patience: int = 120
    large: int = 6_000  # pairs: more is not for HiGHS
    last_try: milp.Limits = LAST_TRY


def solve(
    problem: Problem, work: Work | None = None, go_on: Callable[[], bool] = lambda: True
) -> Result:
    """Return a plan that keeps every limit, and a bound that no plan can exceed.

    Small parts are for HiGHS. Larger ones get prices, a plan along the prices, new plans for
    neighbourhoods in it, and HiGHS for the pairs that the prices could not rule out. The same question
    gives the same plan, in any row order, unless ``go_on`` (asked between counted steps) says no.
    """
    work = work or Work()
    fits = np.flatnonzero((problem.use <= problem.capacity[problem.supply]).all(axis=1))
    total = _Part(np.zeros(0, np.int64), 0)
    for pairs in components(part(problem, fits)):
        found = _solve_part(part(problem, fits[pairs]), work, go_on)
        total = _Part(
            np.append(total.chosen, fits[pairs][found.chosen]),
            total.bound + found.bound,
            total.counts + found.counts,
        )
    chosen = np.sort(total.chosen)
    return Result(
        fingerprint=problem.fingerprint(),
        solver=milp.VERSION,
        matches=tuple(
            (problem.line_ids[line], problem.supply_ids[supply])
            for line, supply in zip(
                problem.line[chosen].tolist(), problem.supply[chosen].tolist(), strict=True
            )
        ),
        value=int(problem.value[chosen].sum()),
        bound=total.bound,
        counts=total.counts,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """What was found for one part: its pairs and its bound."""

    chosen: Whole
    bound: int
    counts: Counts = field(default_factory=Counts)


def _solve_part(problem: Problem, work: Work, go_on: Callable[[], bool]) -> _Part:
    search = _Search(problem, work, go_on)
    search.try_small()
    if search.may_improve:
        search.search_by_prices()
    return _Part(search.plan.chosen, search.bound, search.counts)


class _Search:
    """The best plan and bound of one part so far, and the work they took."""

    def __init__(self, problem: Problem, work: Work, go_on: Callable[[], bool]) -> None:
        self.problem, self.work, self.go_on = problem, work, go_on
        self.scale = prices.Scale.of(problem)
        self.plan = greedy(problem, problem.value)
        best = np.zeros(len(problem.line_ids), np.int64)
        np.maximum.at(best, problem.line, problem.value)
        self.bound = int(best.sum())
        self.counts = Counts()

    @property
    def may_improve(self) -> bool:
        """The plan is not proven to be the best, and there is time."""
        return self.plan.value < self.bound and self.go_on()

    def try_small(self) -> None:
        """Let HiGHS try a small part for a moment."""
        if self.may_improve and self.problem.pairs <= self.work.small:
            self._ask_highs(np.arange(self.problem.pairs), self.work.first_try)

    def search_by_prices(self) -> None:
        """Find prices, refill and share out anew along them, and let HiGHS have the last word."""
        hours = self._sell_hours()
        self._refill(self.plan, hours)
        traded = self._sell_requests(hours)
        sold = np.rint(traded.sold * MILLION).astype(np.int64)
        self._refill(greedy(self.problem, sold), traded.hours)
        for size in self.work.sizes:
            self._share_anew(traded, size)
        missing = (traded.bound - self.plan.value) << self.scale.shift
        possible = np.flatnonzero(traded.loss < missing)
        if self.may_improve and len(possible) <= self.work.large:
            self._ask_highs(possible, self.work.last_try)

    def _sell_hours(self) -> Whole:
        """Keep the plan that goes by value above the price of hours, when it is better."""
        bound, hours = prices.hour_prices(
            self.problem, self.scale, self.plan.value, self.work.hour_rounds, self.go_on
        )
        self.bound = min(self.bound, bound)
        self._keep(greedy(self.problem, prices.surplus(self.problem, self.scale, hours)))
        return hours

    def _keep(self, plan: Plan) -> None:
        if plan.value > self.plan.value:
            self.plan = plan

    def _sell_requests(self, hours: Whole) -> market.Market:
        traded = market.request_prices(
            self.problem,
            self.scale,
            hours,
            self.plan.value,
            self.work.request_prices,
            self.go_on,
        )
        self.bound = min(self.bound, traded.bound)
        self.counts += Counts(rounds=traded.rounds, cells=traded.cells)
        return traded

    def _refill(self, plan: Plan, hours: Whole) -> None:
        """Refill a plan along the prices of hours, and keep it when it is better."""
        if not self.may_improve:
            return
        done = refill(
            plan,
            self.scale,
            hours,
            sweeps=self.work.sweeps,
            most_cells=self.work.cells,
            go_on=self.go_on,
        )
        self.counts += Counts(sweeps=done.sweeps, cells=done.cells)
        self._keep(plan)

    def _share_anew(self, traded: market.Market, size: int) -> None:
        """Improve the plan with the pairs that were sold now and then."""
        if not self.may_improve:
            return
        done = share_anew(
            self.plan,
            np.flatnonzero(traded.sold >= self.work.kernel),
            largest=size,
            most=self.work.neighbourhoods,
            patience=self.work.patience,
            missing=self.bound - self.plan.value,
            go_on=self.go_on,
        )
        self.counts += Counts(neighbourhoods=done.tried, nodes=done.nodes)

    def _ask_highs(self, pairs: Whole, limits: milp.Limits) -> None:
        start = self.plan.chosen
        answer = milp.solve_pairs(
            self.problem,
            np.union1d(pairs, start),
            self.problem.capacity,
            start,
            limits,
            self.go_on,
        )
        self.plan.drop(start)
        self.plan.take(answer.chosen)
        if answer.bound is not None:
            self.bound = min(self.bound, max(answer.bound, self.plan.value))
        self.counts += Counts(nodes=answer.nodes, checks=answer.checks)
