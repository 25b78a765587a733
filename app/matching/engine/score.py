"""How well a supply that passes the rules fits: a sum of parts that can each be read.

A share says how much of its weight a part earns, 0-1000, rounded down; points are
weight times share, rounded half up. Whole numbers only, so that every run is the same.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from app.matching.engine.problem import Pair, Supply
from app.matching.engine.results import Part
from app.matching.engine.weights import Weights

T = TypeVar("T")
Share = Callable[[Pair], int]

WHOLE = 1000
PRESSING_DAYS = 90


def score(pair: Pair, weights: Weights) -> tuple[Part, ...]:
    """Return the parts of the value in published order; the value is the sum of their points.

    Raises ``ValueError`` when ``weights`` names a part that does not exist.
    """
    return parts_of(pair, weights, SHARES)


def parts_of(
    pair: T, weights: Weights, shares: Mapping[str, Callable[[T], int]]
) -> tuple[Part, ...]:
    """Return what each weighed part of ``shares`` earns for ``pair``, in published order."""
    parts = []
    for code, weight in weights.thousandths.items():
        if code not in shares:
            raise ValueError(f"Weights.{code} weighs a part that does not exist")
        share = shares[code](pair)
        parts.append(Part(code, share, (weight * share + WHOLE // 2) // WHOLE))
    return tuple(parts)


def load(pair: Pair) -> int:
    """Return which share of the provider's hours is promised: 1000 is all, 0 also for uncounted."""
    supply, context = pair.supply, pair.context
    known = context.load.get(supply.provider_id)
    if known is not None:
        return min(known, WHOLE)
    if supply.total_hours is None or supply.free_hours is None:
        return 0
    if supply.total_hours == 0:
        return WHOLE
    return WHOLE - supply.free_hours * WHOLE // supply.total_hours


def load_of(supplies: Iterable[Supply]) -> dict[str, int]:
    """Return which share of the hours of a team is promised, over all its offers that stand."""
    total: dict[str, int] = defaultdict(int)
    free: dict[str, int] = defaultdict(int)
    for supply in supplies:
        if supply.total_hours is not None and not supply.withdrawn:
            total[supply.provider_id] += supply.total_hours
            free[supply.provider_id] += supply.free_hours or 0
    return {one: WHOLE - free[one] * WHOLE // hours for one, hours in total.items() if hours}


def expertise(pair: Pair) -> int:
    """Earn the share of the asked and welcome expertise that the supply has."""
    topics = pair.line.topics
    return WHOLE * len(topics & pair.supply.expertise) // len(topics) if topics else 0


def nearness(pair: Pair) -> int:
    """Earn all for working here only, half for working here and elsewhere, nothing for everywhere."""
    if pair.supply.areas is None:
        return 0
    return WHOLE if len(pair.supply.areas) == 1 else WHOLE // 2


def knows(pair: Pair) -> int:
    """Earn all when the provider worked with this initiative before."""
    return WHOLE if pair.request.initiative_id in pair.supply.knows else 0


def theme(pair: Pair) -> int:
    """Earn the share of the themes of the request that the supply is meant for."""
    themes = pair.request.themes
    return WHOLE * len(themes & pair.supply.themes) // len(themes) if themes else 0


def urgency(pair: Pair) -> int:
    """Earn half for being there by the wanted date, and more the nearer that date is."""
    if pair.request.wanted_by is None:
        return 0
    if pair.supply.starts_on and pair.supply.starts_on > max(
        pair.request.wanted_by, pair.context.today
    ):
        return 0
    days = min(max((pair.request.wanted_by - pair.context.today).days, 0), PRESSING_DAYS)
    return WHOLE // 2 + WHOLE // 2 * (PRESSING_DAYS - days) // PRESSING_DAYS


def spread(pair: Pair) -> int:
    """Earn the share of the provider's hours that is not promised yet."""
    return WHOLE - load(pair)


def goal(pair: Pair) -> int:
    """Earn all when the plan contributes to a goal of the district; the same for every supply."""
    return WHOLE if pair.request.goal_ids else 0


def first_support(pair: Pair) -> int:
    """Earn all for the first help in a neighbourhood, half for the second; the same for all."""
    return WHOLE // (1 + pair.context.support_received.get(pair.request.neighbourhood, 0))


SHARES: dict[str, Share] = {
    "expertise": expertise,
    "nearness": nearness,
    "knows": knows,
    "theme": theme,
    "urgency": urgency,
    "spread": spread,
    "goal": goal,
    "first_support": first_support,
}
