"""What could take the place of hours that a need lost: at most two ways, the nearest to what it had first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.matching.engine.problem import Context, Line, Pair, Request, Supply, order_of
from app.matching.engine.results import LeftOut, Part
from app.matching.engine.score import score
from app.matching.engine.suggest import suggest
from app.matching.engine.weights import WEIGHTS

MOST = 2


class Way(StrEnum):
    """How a replacement differs: the same hours as early, all of them later, or fewer of them."""

    NOW = "now"
    LATER = "later"
    FEWER = "fewer"


@dataclass(frozen=True, slots=True)
class Replacement:
    """Hours that could be kept instead. ``left`` is what the supply has free after that."""

    supply_id: str
    way: Way
    hours: int
    left: int
    parts: tuple[Part, ...]


def replacements(
    request: Request,
    line: Line,
    supplies: Iterable[Supply],
    context: Context,
    *,
    lost: str,
    began: date,
) -> tuple[Replacement, ...]:
    """Return at most two ways to replace the hours that ``line`` had of ``lost``, from ``began`` on.

    Other hours that are there as early come before hours that begin later, and those before fewer
    hours; of one provider only the first. Early ones stand by value, later ones by their first day,
    fewer by how many are left. Later hours may begin after the last day that was asked; every other
    rule holds. O(supplies x rules).
    """
    as_early = max(began, context.today)
    by_id = {one.id: one for one in supplies if one.id != lost}
    answer = suggest(replace(request, lines=(line,)), by_id.values(), context).lines[0]
    full = [by_id[one.supply_id] for one in answer.places]
    now = [one for one in full if not _begins_after(one, as_early)]
    later = [one for one in full if _begins_after(one, as_early)]
    later += [
        one for one in _only(answer.left_out, "period", by_id) if _begins_after(one, as_early)
    ]
    fewer = [
        one
        for one in _only(answer.left_out, "hours", by_id)
        if one.free_hours and not _begins_after(one, as_early)
    ]
    later.sort(key=lambda one: (one.starts_on or as_early, order_of(one.id)))
    fewer.sort(key=lambda one: (-(one.free_hours or 0), order_of(one.id)))
    ways = [(Way.NOW, now), (Way.LATER, later), (Way.FEWER, fewer)]
    found: dict[str, Replacement] = {}
    for way, those in ways:
        for supply in those:
            if supply.provider_id not in found:
                pair = Pair(request, line, supply, context)
                found[supply.provider_id] = _as(way, pair)
    return tuple(found.values())[:MOST]


def _only(left_out: Iterable[LeftOut], rule: str, supplies: dict[str, Supply]) -> list[Supply]:
    """Return what fails one rule and no other."""
    return [supplies[one.supply_id] for one in left_out if one.blocked == (rule,)]


def _begins_after(supply: Supply, day: date) -> bool:
    return supply.starts_on is not None and supply.starts_on > day


def _as(way: Way, pair: Pair) -> Replacement:
    free = pair.supply.free_hours or 0
    hours = min(free, pair.line.hours)
    return Replacement(pair.supply.id, way, hours, free - hours, score(pair, WEIGHTS))
