"""Check a plan without trusting who made it: with plain sums, and no word of the solver."""

from collections import defaultdict
from collections.abc import Iterator

from app.matching.engine.planning.problem import Problem
from app.matching.engine.planning.results import Result


def verify(result: Result, problem: Problem) -> tuple[str, ...]:
    """Return every fault in ``result``, in English, for the log; nothing when it is right.

    That the bound is right cannot be seen without solving; that the plan does not exceed it can.
    """
    return tuple(_faults(result, problem))


def _faults(result: Result, problem: Problem) -> Iterator[str]:
    if result.fingerprint != problem.fingerprint():
        yield "answers another question"
        return
    pairs = {
        (problem.line_ids[line], problem.supply_ids[supply]): row
        for row, (line, supply) in enumerate(
            zip(problem.line.tolist(), problem.supply.tolist(), strict=True)
        )
    }
    served: defaultdict[str, int] = defaultdict(int)
    used: defaultdict[tuple[str, int], int] = defaultdict(int)
    value = 0
    for match in result.matches:
        if match not in pairs:
            yield f"{match[1]} may not serve {match[0]}"
            continue
        served[match[0]] += 1
        value += int(problem.value[pairs[match]])
        for period, hours in enumerate(problem.use[pairs[match]].tolist()):
            used[match[1], period] += hours
    yield from (f"{line} is served {times} times" for line, times in served.items() if times > 1)
    yield from _overfull(used, problem)
    if value != result.value:
        yield f"is worth {value}, not {result.value}"
    if result.value > result.bound:
        yield f"is worth more than its bound {result.bound}"
    order = {line: place for place, line in enumerate(problem.line_ids)}
    places = [order.get(line, -1) for line, _ in result.matches]
    if places != sorted(places):
        yield "is not in published order"


def _overfull(used: dict[tuple[str, int], int], problem: Problem) -> Iterator[str]:
    room = dict(zip(problem.supply_ids, problem.capacity.tolist(), strict=True))
    for (supply, period), hours in used.items():
        if hours > room[supply][period]:
            yield f"{supply} gives {hours} in period {period} and has {room[supply][period]}"
