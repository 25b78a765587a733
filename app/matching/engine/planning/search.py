"""The search for a plan of one part of a question: from prices, through neighbourhoods, to HiGHS."""

from collections.abc import Callable

import numpy as np

from app.matching.engine.planning import market, milp, prices
from app.matching.engine.planning.neighbourhoods import share_anew
from app.matching.engine.planning.plan import Plan, greedy
from app.matching.engine.planning.problem import Problem, Whole
from app.matching.engine.planning.refill import refill
from app.matching.engine.planning.results import Counts
from app.matching.engine.planning.work import Work

MILLION = 1_000_000


class Search:
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
        for turn, size in enumerate(self.work.sizes):
            self._share_anew(self.plan, traded, size, self.work.neighbourhoods)
            if turn == 0 and len(self._possible(traded)) > self.work.large:
                self.join(self._others(greedy(self.problem, sold), traded, size))
        possible = self._possible(traded)
        if self.may_improve and len(possible) <= self.work.large:
            self._ask_highs(possible, self.work.last_try)

    def _possible(self, traded: market.Market) -> Whole:
        """Return the pairs that the prices could not rule out."""
        missing = (traded.bound - self.plan.value) << self.scale.shift
        return np.flatnonzero(traded.loss < missing)

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

    def _others(self, begin: Plan, traded: market.Market, size: int) -> list[Plan]:
        """Return plans that were made like the first one, with other chances and half the work."""
        others = []
        for seed in range(1, self.work.others + 1):
            other = begin.copy()
            self._refill(other, traded.hours, seed)
            self._share_anew(other, traded, size, self.work.neighbourhoods // 2, seed)
            others.append(other)
        return others

    def join(self, others: list[Plan]) -> None:
        """Keep the best plan HiGHS finds with the pairs of these plans and of the best so far.

        The plans agree about most lines, so that little is left to choose (optimised crossover:
        Aggarwal, Orlin and Tai 1997).
        """
        if not self.may_improve:
            return
        plans = [self.plan, *others]
        start = max(plans, key=lambda plan: plan.value).chosen
        some = np.unique(np.concatenate([plan.chosen for plan in plans]))
        answer = milp.solve_pairs(
            self.problem, some, self.problem.capacity, start, self.work.joining, self.go_on
        )
        self.plan = Plan(self.problem)
        self.plan.take(answer.chosen)
        self.counts += Counts(nodes=answer.nodes, checks=answer.checks)

    def _refill(self, plan: Plan, hours: Whole, seed: int = 0) -> None:
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
            seed=seed,
        )
        self.counts += Counts(sweeps=done.sweeps, cells=done.cells)
        self._keep(plan)

    def _share_anew(
        self, plan: Plan, traded: market.Market, size: int, most: int, seed: int = 0
    ) -> None:
        """Improve a plan with the pairs that were sold now and then."""
        if not self.may_improve:
            return
        done = share_anew(
            plan,
            np.flatnonzero(traded.sold >= self.work.kernel),
            largest=size,
            most=most,
            patience=self.work.patience,
            missing=self.bound - plan.value,
            go_on=self.go_on,
            seed=seed,
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
