"""The numbers that belong to a part of the value or to a rule, for one need and one supply.

The same code always has the same names, so that its sentence can count on them.
"""

from collections.abc import Callable
from typing import Any

from app.matching.engine.problem import Pair
from app.matching.engine.score import load

Facts = dict[str, Any]  # a whole number, a code, a day, a sorted tuple of codes, or None


def _topics(pair: Pair) -> Facts:
    return {
        "has": tuple(sorted(pair.line.topics & pair.supply.expertise)),
        "asked": len(pair.line.topics),
    }


def _nearness(pair: Pair) -> Facts:
    return {"areas": len(pair.supply.areas or ())}


def _themes(pair: Pair) -> Facts:
    return {
        "has": tuple(sorted(pair.request.themes & pair.supply.themes)),
        "asked": len(pair.request.themes),
    }


def _urgency(pair: Pair) -> Facts:
    days = (pair.request.wanted_by - pair.context.today).days if pair.request.wanted_by else None
    return {"wanted_by": pair.request.wanted_by, "days": days}


def _spread(pair: Pair) -> Facts:
    counted = pair.supply.total_hours is not None or pair.supply.provider_id in pair.context.load
    return {"load": load(pair) if counted else None}


def _received(pair: Pair) -> Facts:
    return {"times": pair.context.support_received.get(pair.request.neighbourhood, 0)}


def _offered_kinds(pair: Pair) -> Facts:
    return {"asked": pair.line.kind, "offered": tuple(sorted(pair.supply.kinds))}


def _periods(pair: Pair) -> Facts:
    return {
        "today": pair.context.today,
        "asked_from": pair.line.starts_on,
        "asked_until": pair.line.ends_on,
        "offered_from": pair.supply.starts_on,
        "offered_until": pair.supply.ends_on,
    }


def _missing_conditions(pair: Pair) -> Facts:
    return {"missing": tuple(sorted(pair.supply.conditions - pair.request.meets))}


def _nothing(_pair: Pair) -> Facts:
    return {}


PART_FACTS: dict[str, Callable[[Pair], Facts]] = {
    "expertise": _topics,
    "nearness": _nearness,
    "knows": _nothing,
    "theme": _themes,
    "urgency": _urgency,
    "spread": _spread,
    "goal": lambda pair: {"goals": len(pair.request.goal_ids)},
    "first_support": _received,
}

RULE_FACTS: dict[str, Callable[[Pair], Facts]] = {
    "kind": _offered_kinds,
    "area": lambda pair: {"district": pair.request.district},
    "expertise": lambda pair: {"asked": pair.line.expertise},
    "language": lambda pair: {"asked": pair.line.language},
    "period": _periods,
    "hours": lambda pair: {"asked": pair.line.hours, "free": pair.supply.free_hours},
    "budget": lambda pair: {"asked": pair.line.cents, "free": pair.supply.free_cents},
    "ceiling": lambda pair: {"asked": pair.line.cents, "most": pair.supply.max_cents},
    "pieces": lambda pair: {"asked": pair.line.pieces, "free": pair.supply.pieces},
    "conditions": _missing_conditions,
    "legal_basis": _nothing,
    "conflict": _nothing,
    "declined": _nothing,
    "withdrawn": _nothing,
}
