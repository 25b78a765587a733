"""The only place that talks to HiGHS, which solves small questions exactly and larger ones for a while.

HiGHS may stop at a number of nodes or of checks it makes, never at a number of seconds: the same
question gives the same answer on a slow machine. It computes with floating point numbers, so every
plan it gives is checked in whole numbers before it is used, and its bound is rounded outward.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

import highspy
import numpy as np

from app.matching.engine.planning.problem import Problem, Whole

VERSION = f"highspy {version('highspy')}"
SOLVED = {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty}
TOLERANCE = 1e-6  # of HiGHS's bound, taken outward


@dataclass(frozen=True, slots=True)
class Limits:
    """How much work HiGHS may do."""

    nodes: int
    checks: int  # moments at which HiGHS asks whether to go on
    spare: float = 0.999  # that much value may be left: plans are worth whole thousandths
    presolve: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The best pairs HiGHS found among those it was asked about, and what no choice of them exceeds."""

    chosen: Whole  # pairs of the problem
    bound: int | None  # nothing when HiGHS was stopped before it knew
    optimal: bool
    nodes: int
    checks: int


def solve_pairs(
    problem: Problem,
    some: Whole,
    free: Whole,
    start: Whole,
    limits: Limits,
    go_on: Callable[[], bool],
) -> Answer:
    """Choose among the pairs ``some`` (ascending), at most one for each line, within ``free`` hours.

    ``start`` are pairs among ``some`` that fit. Raises ``RuntimeError`` when HiGHS refuses the model.
    """
    highs = _model(problem, some, free)
    highs.setOptionValue("mip_max_nodes", limits.nodes)
    highs.setOptionValue("mip_abs_gap", limits.spare)
    highs.setOptionValue("presolve", "on" if limits.presolve else "off")
    solution = highspy.HighsSolution()
    solution.col_value = np.isin(some, start).astype(float).tolist()
    highs.setSolution(solution)
    checks = 0

    def check(event: highspy.highs.HighsCallbackEvent) -> None:
        nonlocal checks
        checks += 1
        if checks >= limits.checks or not go_on():
            event.interrupt()

    highs.cbMipInterrupt.subscribe(check)
    if highs.run() == highspy.HighsStatus.kError:
        raise RuntimeError(f"HiGHS failed: {highs.modelStatusToString(highs.getModelStatus())}")
    chosen = _checked(problem, some, free, start, np.array(highs.getSolution().col_value))
    info, optimal = highs.getInfo(), highs.getModelStatus() in SOLVED and limits.spare < 1
    value = int(problem.value[chosen].sum())
    bound = value if optimal else _outward(info.mip_dual_bound, value)
    return Answer(chosen, bound, optimal, max(int(info.mip_node_count), 0), checks)


def _model(problem: Problem, some: Whole, free: Whole) -> highspy.Highs:
    """Return the question as HiGHS wants it: a row for each line, then one for each scarce quarter."""
    use = problem.use[some]
    lines, line_row = np.unique(problem.line[some], return_inverse=True)
    periods = free.shape[1]
    asked = np.zeros(free.shape)
    for period in range(periods):
        asked[:, period] = np.bincount(problem.supply[some], use[:, period], minlength=len(free))
    scarce = np.flatnonzero((asked > free).ravel())
    row_of = np.full(free.size, -1)
    row_of[scarce] = len(lines) + np.arange(len(scarce))
    unit = _units(problem, some, free.size)
    pair, quarter = np.nonzero(use)
    resource = problem.supply[some][pair] * periods + quarter
    counted = row_of[resource] >= 0
    pair, quarter, resource = pair[counted], quarter[counted], resource[counted]
    column = np.concatenate([np.arange(len(some)), pair])
    row = np.concatenate([line_row, row_of[resource]])
    entry = np.concatenate([np.ones(len(some)), use[pair, quarter] // unit[resource]])
    order = np.lexsort((row, column))
    lp = highspy.HighsLp()
    rows = len(lines) + len(scarce)
    lp.num_col_, lp.num_row_ = len(some), rows
    lp.sense_ = highspy.ObjSense.kMaximize
    lp.col_cost_ = problem.value[some].astype(float)
    lp.col_lower_, lp.col_upper_ = np.zeros(len(some)), np.ones(len(some))
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(some)
    lp.row_lower_ = np.full(rows, -highspy.kHighsInf)
    lp.row_upper_ = np.concatenate(
        [np.ones(len(lines)), (free.ravel()[scarce] // unit[scarce]).astype(float)]
    )
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = np.searchsorted(column[order], np.arange(len(some) + 1))
    lp.a_matrix_.index_ = row[order]
    lp.a_matrix_.value_ = entry[order]
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in OPTIONS.items():
        highs.setOptionValue(name, value)
    if highs.passModel(lp) == highspy.HighsStatus.kError:
        raise RuntimeError("HiGHS does not take this model")
    return highs


OPTIONS: dict[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 0,
    "mip_rel_gap": 0.0,
}


def _units(problem: Problem, some: Whole, rows: int) -> Whole:
    """Return by how much each row can be divided without losing anything: whole hours, often."""
    unit = np.zeros(rows, np.int64)
    periods = problem.use.shape[1]
    for period in range(periods):
        np.gcd.at(unit, problem.supply[some] * periods + period, problem.use[some, period])
    return np.maximum(unit, 1)


def _checked(
    problem: Problem, some: Whole, free: Whole, start: Whole, columns: np.ndarray
) -> Whole:
    """Return the pairs HiGHS chose, or ``start`` when they do not fit or give less."""
    if len(columns) != len(some):
        return start
    chosen = some[columns > 0.5]
    left = free.copy()
    np.subtract.at(left, problem.supply[chosen], problem.use[chosen])
    once = len(np.unique(problem.line[chosen])) == len(chosen)
    better = problem.value[chosen].sum() > problem.value[start].sum()
    return chosen if better and once and (left >= 0).all() else start


def _outward(bound: float, value: int) -> int | None:
    if not np.isfinite(bound) or abs(bound) > 1e300:
        return None
    return max(value, int(np.floor(bound * (1 + 1e-9) + TOLERANCE)))
