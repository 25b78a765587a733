"""Find a plan for a whole round, and prove how far from the best it can be at most."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from app.matching.engine.planning import milp
from app.matching.engine.planning.components import components, part
from app.matching.engine.planning.problem import Problem, Whole
from app.matching.engine.planning.results import Counts, Result
from app.matching.engine.planning.search import Search
from app.matching.engine.planning.work import Work


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
    search = Search(problem, work, go_on)
    search.try_small()
    if search.may_improve:
        search.search_by_prices()
    return _Part(search.plan.chosen, search.bound, search.counts)
