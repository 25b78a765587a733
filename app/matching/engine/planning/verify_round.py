"""Check a plan for a round without trusting who made it: rules, values and hours are worked out again."""

from collections import Counter
from collections.abc import Iterator

from app.matching.engine.choices import Choices
from app.matching.engine.planning.outcome import Outcome, PlannedLine
from app.matching.engine.problem import Line, Problem, Request, Supply
from app.matching.engine.verify import broken, points
from app.matching.engine.weights import WEIGHTS, Weights


def verify_round(
    outcome: Outcome, question: Problem, choices: Choices, weights: Weights = WEIGHTS
) -> tuple[str, ...]:
    """Return every fault in ``outcome``, in English, for the log; nothing when it is right."""
    return tuple(_faults(outcome, question, choices, weights))


def _faults(
    outcome: Outcome, question: Problem, choices: Choices, weights: Weights
) -> Iterator[str]:
    asked = {line.id: (request, line) for request in question.requests for line in request.lines}
    if [line.line_id for line in outcome.lines] != sorted(asked):
        yield "does not have every line once, in the order of their ids"
        return
    room = {supply.id: supply for supply in question.supplies}
    for line in outcome.lines:
        if line.supply_id is None:
            if line.value or line.parts:
                yield f"line {line.line_id} gets nothing and is worth something"
        elif line.supply_id not in room:
            yield f"line {line.line_id} is served by {line.supply_id}, which is not there"
        else:
            supply = room[line.supply_id]
            yield from _of_line(line, *asked[line.line_id], supply, question, weights)
    yield from _together(outcome, room, choices)


def _together(outcome: Outcome, room: dict[str, Supply], choices: Choices) -> Iterator[str]:
    chosen = {(line.line_id, line.supply_id) for line in outcome.lines if line.supply_id}
    yield from (f"leaves out the pin {match}" for match in sorted(choices.pins - chosen))
    yield from (f"has {match}, which was ruled out" for match in sorted(choices.vetoes & chosen))
    used: Counter[str] = Counter()
    for line in outcome.lines:
        used[line.supply_id or ""] += line.hours
    for supply_id, supply in room.items():
        if used[supply_id] > (supply.free_hours or 0):
            yield f"{supply_id} gives {used[supply_id]} and has {supply.free_hours}"
    if outcome.value != sum(line.value for line in outcome.lines):
        yield "is worth something else than its lines together"
    if outcome.value > outcome.bound:
        yield f"is worth more than its bound {outcome.bound}"


def _of_line(
    line: PlannedLine,
    request: Request,
    need: Line,
    supply: Supply,
    question: Problem,
    weights: Weights,
) -> Iterator[str]:
    if failed := broken(request, need, supply, question.context):
        yield f"line {need.id} is served by {supply.id}, which fails {failed}"
    if line.hours != need.hours:
        yield f"line {need.id} gets {line.hours} and asked {need.hours}"
    expected = points(request, need, supply, question.context, weights)
    if [(part.code, part.points) for part in line.parts] != list(expected.items()):
        yield f"line {need.id} has other parts than {expected}"
    if line.value != (sum(expected.values()) or 1):
        yield f"line {need.id} has another value than the sum of its parts"
