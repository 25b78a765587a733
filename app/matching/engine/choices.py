"""What people decided about a plan before it is made: pairs that must be in it, pairs that may not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.matching.engine import eligibility
from app.matching.engine.problem import Line, Pair, Problem, Request, Supply, order_of

Match = tuple[int, str]  # the id of a line and of a supply


@dataclass(frozen=True, slots=True)
class Choices:
    """Pairs that people pinned, and pairs that they ruled out."""

    pins: frozenset[Match] = field(default_factory=frozenset)
    vetoes: frozenset[Match] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a pin cannot be kept.

    ``both``: it is ruled out as well. ``gone``: the line or the supply is no part of the question.
    ``twice``: the line is pinned elsewhere too. ``rule``: it fails the rules in ``blocked``.
    ``full``: the pins on this supply ask for more hours than it has free.
    """

    match: Match
    code: str
    blocked: tuple[str, ...] = ()


def faults(question: Problem, choices: Choices) -> tuple[Fault, ...]:
    """Return why pins cannot be kept, one reason each, in published order; nothing when all can."""
    return tuple(_faults(question, choices))


def lines_of(question: Problem) -> dict[int, tuple[Request, Line]]:
    """Return every line with its request, by the id of the line."""
    return {line.id: (request, line) for request in question.requests for line in request.lines}


def supplies_of(question: Problem) -> dict[str, Supply]:
    """Return every supply, by its id in published order."""
    return {one.id: one for one in sorted(question.supplies, key=lambda one: order_of(one.id))}


def _faults(question: Problem, choices: Choices) -> Iterator[Fault]:
    lines, supplies = lines_of(question), supplies_of(question)
    times = Counter(line_id for line_id, _supply_id in choices.pins)
    asked: Counter[str] = Counter()
    for line_id, supply_id in choices.pins:
        asked[supply_id] += lines[line_id][1].hours if line_id in lines else 0
    for match in sorted(choices.pins, key=lambda match: (match[0], order_of(match[1]))):
        line_id, supply_id = match
        if match in choices.vetoes:
            yield Fault(match, "both")
        elif line_id not in lines or supply_id not in supplies:
            yield Fault(match, "gone")
        elif times[line_id] > 1:
            yield Fault(match, "twice")
        else:
            pair = Pair(*lines[line_id], supplies[supply_id], question.context)
            yield from _of_pair(match, pair, asked[supply_id])


def _of_pair(match: Match, pair: Pair, asked: int) -> Iterator[Fault]:
    if blocked := eligibility.blocked(pair):
        yield Fault(match, "rule", blocked)
    elif asked > (pair.supply.free_hours or 0):
        yield Fault(match, "full")
