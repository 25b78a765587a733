"""How good the plans of the matching engine are, and what they cost: one JSON line for each case.

Without settings every invented city is solved with the engine's own limits on work. ``CASES`` chooses some
("town mid:0:0.75"), ``ALONE=1`` lets HiGHS alone try each case as well, ``GAP`` is a folder of public
instances instead, and ``SECONDS`` ends each solve after that much processor time.
"""

import json
import os
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from itertools import product
from multiprocessing import get_context
from pathlib import Path

from app.matching.engine.planning.plan import greedy
from app.matching.engine.planning.solve import solve
from app.matching.engine.planning.verify import verify
from app.matching.engine.planning.work import Work
from tests.bench.cities import CITIES, city
from tests.bench.gap import Instance, instances
from tests.bench.rivals import NO_LIMIT, first_come, highs_alone

SEEDS = (0, 1, 2)
SCARCITY = (0.5, 0.75, 1.0)
Line = dict[str, str | int | float | None]


def main() -> None:
    """Measure what is asked for, and print each line when it is there."""
    seconds = float(os.environ["SECONDS"]) if "SECONDS" in os.environ else None
    if "GAP" in os.environ:
        lines = (place(each, seconds) for each in instances(Path(os.environ["GAP"])))
    else:
        lines = shares(os.environ.get("CASES", " ".join(CITIES)), seconds, "ALONE" in os.environ)
    for line in lines:
        print(json.dumps(line), flush=True)


def shares(wanted: str, seconds: float | None, alone: bool) -> Iterator[Line]:
    """Measure each city in a process of its own, so that its memory is its own as well."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as apart:
        for case in cases(wanted):
            yield apart.submit(share, case, seconds, alone).result()


def cases(wanted: str) -> Iterator[str]:
    """Return each case as size:seed:scarcity; a size alone is all its cases."""
    for each in wanted.split():
        if ":" in each:
            yield each
        else:
            yield from (f"{each}:{seed}:{share}" for seed, share in product(SEEDS, SCARCITY))


def share(case: str, seconds: float | None, alone: bool) -> Line:
    """Solve a round of an invented city, and compare with simpler ways."""
    size, seed, scarcity = case.split(":")
    problem = city(size, int(seed), float(scarcity))
    before = time.process_time()
    result = solve(problem, work(seconds), until(seconds))
    cpu = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if faults := verify(result, problem):
        raise RuntimeError(f"{case}: {faults}")

    def gap(value: int) -> float:
        return round(100 * (result.bound - value) / result.bound, 3)

    line: Line = {
        "case": case,
        "pairs": problem.pairs,
        "value": result.value,
        "bound": result.bound,
        "gap_pct": gap(result.value),
        "greedy_gap_pct": gap(greedy(problem, problem.value).value),
        "first_come_gap_pct": gap(first_come(problem)),
        "cpu_s": round(cpu, 2),
        "peak_mb": round(peak),
        "sha": sha256(json.dumps(result.matches).encode()).hexdigest()[:12],
    }
    if alone:
        before = time.process_time()
        value, bound = highs_alone(problem, until(seconds))
        line |= {
            "highs_gap_pct": gap(value),
            "highs_bound": bound,
            "highs_cpu_s": round(time.process_time() - before, 2),
            "highs_peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }
    return line


def place(instance: Instance, seconds: float | None) -> Line:
    """Solve a public instance; its cost is nothing when a job has no place."""
    before = time.process_time()
    result = solve(instance.problem, work(seconds), until(seconds))
    cpu = time.process_time() - before
    if faults := verify(result, instance.problem):
        raise RuntimeError(f"{instance.name}: {faults}")
    whole = len(result.matches) == len(instance.problem.line_ids)
    cost = instance.cost(result.value) if whole else None
    best = instance.best_known
    return {
        "instance": instance.name,
        "cost": cost,
        "bound": instance.cost(result.bound),
        "best_known": best,
        "gap_pct": None if cost is None else round(100 * (cost - best) / best, 4),
        "cpu_s": round(cpu, 2),
    }


def work(seconds: float | None) -> Work:
    """Return the engine's own limits; with a limit on time HiGHS gets all that is left of it."""
    return Work() if seconds is None else Work(last_try=NO_LIMIT)


def until(seconds: float | None) -> Callable[[], bool]:
    """Return what the engine asks between counted steps: is there processor time left?"""
    end = float("inf") if seconds is None else time.process_time() + seconds
    return lambda: time.process_time() < end


if __name__ == "__main__":
    main()
