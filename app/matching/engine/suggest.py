"""Rank what could answer one support request, and say of everything else why it could not."""

from collections.abc import Iterable

from app.matching.engine import checks, eligibility
from app.matching.engine.problem import Context, Line, Pair, Request, Supply, order_of
from app.matching.engine.results import Gap, LeftOut, LineSuggestion, Part, Place, Suggestion
from app.matching.engine.score import load, score
from app.matching.engine.weights import WEIGHTS, Weights


def suggest(
    request: Request, supplies: Iterable[Supply], context: Context, weights: Weights = WEIGHTS
) -> Suggestion:
    """Return for each need every supply exactly once: ranked, or left out with its rules.

    Places stand by value, the highest first; equal values by load, the smallest first; then by
    the published order of ids. Left out stand by number of rules, the fewest first; then by id.
    Lines stand by id. The same values in any row order give the same answer, bit for bit.

    Raises ``ValueError`` when two supplies have one id, or a weight has no part.
    O(lines x supplies x rules), plus sorting.
    """
    ordered = sorted(supplies, key=lambda supply: order_of(supply.id))
    checks.unique("Supply.id", [supply.id for supply in ordered])
    lines = sorted(request.lines, key=lambda line: line.id)
    return Suggestion(
        request.id,
        eligibility.VERSION,
        weights.version,
        tuple(_answer(request, line, ordered, context, weights) for line in lines),
    )


def _answer(
    request: Request, line: Line, supplies: list[Supply], context: Context, weights: Weights
) -> LineSuggestion:
    scored: list[tuple[int, int, str, tuple[Part, ...]]] = []
    left_out: list[LeftOut] = []
    for supply in supplies:
        pair = Pair(request, line, supply, context)
        blocked = eligibility.blocked(pair)
        if blocked:
            left_out.append(LeftOut(supply.id, blocked))
        else:
            parts = score(pair, weights)
            value = sum([part.points for part in parts])
            scored.append((value, load(pair), supply.id, parts))
    # Supplies come in the order of their ids and sorting is stable: ids settle what stays equal.
    scored.sort(key=lambda row: (-row[0], row[1]))
    left_out.sort(key=lambda out: len(out.blocked))
    places = tuple(
        Place(rank, supply_id, value, busy, parts)
        for rank, (value, busy, supply_id, parts) in enumerate(scored, 1)
    )
    return LineSuggestion(line.id, places, tuple(left_out), None if places else _gap(left_out))


def _gap(left_out: list[LeftOut]) -> Gap:
    alone = [out.blocked[0] for out in left_out if len(out.blocked) == 1]
    return Gap(
        supplies=len(left_out),
        of_kind=sum("kind" not in out.blocked for out in left_out),
        if_dropped=tuple((rule, alone.count(rule)) for rule in eligibility.RULES if rule in alone),
    )
