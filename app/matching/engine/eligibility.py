"""The hard rules: who could answer a need at all. What fails a rule is left out, and the rule is why."""

from collections.abc import Callable
from datetime import date

from app.matching.engine.problem import Pair

Predicate = Callable[[Pair], bool]

VERSION = "2026.1"


def blocked(pair: Pair) -> tuple[str, ...]:
    """Return the names of all rules that the supply fails, each tested alone, in published order."""
    return tuple([name for name, passes in RULES.items() if not passes(pair)])


def kind(pair: Pair) -> bool:
    """It offers the kind of support that is asked."""
    return pair.line.kind in pair.supply.kinds


def area(pair: Pair) -> bool:
    """It works in the neighbourhood, its district or an area of the municipality around it."""
    areas = pair.supply.areas
    return (
        areas is None
        or pair.request.district in areas
        or pair.request.neighbourhood in areas
        or not areas.isdisjoint(pair.request.own_areas)
    )


def expertise(pair: Pair) -> bool:
    """It has the expertise without which the need is not met."""
    return not pair.line.expertise or pair.line.expertise in pair.supply.expertise


def language(pair: Pair) -> bool:
    """It speaks the language that is asked for."""
    return not pair.line.language or pair.line.language in pair.supply.languages


def period(pair: Pair) -> bool:
    """From today on there is at least one day on which it is there and the help is needed."""
    first = pair.context.today
    for starts_on in (pair.line.starts_on, pair.supply.starts_on):
        if starts_on and starts_on > first:
            first = starts_on
    return _reaches(pair.line.ends_on, first) and _reaches(pair.supply.ends_on, first)


def hours(pair: Pair) -> bool:
    """It has that many hours free."""
    return _holds(pair.supply.free_hours, pair.line.hours)


def budget(pair: Pair) -> bool:
    """It has that much money left."""
    return _holds(pair.supply.free_cents, pair.line.cents)


def ceiling(pair: Pair) -> bool:
    """The amount is not above what one request may get."""
    return _holds(pair.supply.max_cents, pair.line.cents)


def pieces(pair: Pair) -> bool:
    """It has that many pieces."""
    return _holds(pair.supply.pieces, pair.line.pieces)


def conditions(pair: Pair) -> bool:
    """The request meets every condition, such as a permit or a certificate of conduct."""
    return pair.supply.conditions <= pair.request.meets


def legal_basis(pair: Pair) -> bool:
    """There is a legal basis to give it."""
    return pair.supply.has_legal_basis


def conflict(pair: Pair) -> bool:
    """Nobody answers a request of their own organisation."""
    return pair.supply.organisation_ids.isdisjoint(pair.request.initiator_organisation_ids)


def declined(pair: Pair) -> bool:
    """It did not already say no to this need."""
    return pair.supply.id not in pair.line.declined


def withdrawn(pair: Pair) -> bool:
    """The offer still stands."""
    return not pair.supply.withdrawn


def _holds(available: int | None, asked: int) -> bool:
    return available is None or available >= asked


def _reaches(ends_on: date | None, day: date) -> bool:
    return ends_on is None or ends_on >= day


RULES: dict[str, Predicate] = {
    "kind": kind,
    "area": area,
    "expertise": expertise,
    "language": language,
    "period": period,
    "hours": hours,
    "budget": budget,
    "ceiling": ceiling,
    "pieces": pieces,
    "conditions": conditions,
    "legal_basis": legal_basis,
    "conflict": conflict,
    "declined": declined,
    "withdrawn": withdrawn,
}
