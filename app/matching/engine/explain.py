"""Turn an answer into reasons: a code with the numbers that matter. The room finds the Dutch words."""

from dataclasses import dataclass

from app.matching.engine.facts import PART_FACTS, RULE_FACTS, Facts
from app.matching.engine.problem import Pair
from app.matching.engine.results import Gap, LeftOut, Place


@dataclass(frozen=True, slots=True)
class Explanation:
    """One reason. ``facts`` always has the same names for the same code."""

    code: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Difference:
    """What one part gave to the higher and to the lower of two places."""

    part: str
    higher: int
    lower: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Why one place stands above another: the largest differences first, also those against."""

    higher_id: str
    lower_id: str
    lead: int
    differences: tuple[Difference, ...]
    decided_by: str  # value, load or order


def why(place: Place, pair: Pair) -> tuple[Explanation, ...]:
    """Return a reason for each part that gave points, the most points first.

    The code is that of the part. Every reason has ``points``.
    """
    earned = sorted((part for part in place.parts if part.points), key=lambda part: -part.points)
    return tuple(
        Explanation(
            part.code,
            {"points": part.points, **PART_FACTS[part.code](pair)},
        )
        for part in earned
    )


def why_not(left_out: LeftOut, pair: Pair) -> tuple[Explanation, ...]:
    """Return a reason for each rule that stops the supply, in published order; the code is the rule."""
    return tuple(Explanation(rule, RULE_FACTS[rule](pair)) for rule in left_out.blocked)


def why_nobody(gap: Gap) -> tuple[Explanation, ...]:
    """Return the structural reason that a need has no places.

    ``no_supply``: nothing is on offer at all. ``no_kind``: nobody offers this kind. ``only_<rule>``:
    ``supplies`` of this kind would pass if that rule alone were dropped. ``several``: ``supplies``
    offer this kind, and each fails more than one rule.
    """
    if gap.supplies == 0:
        return (Explanation("no_supply", {}),)
    if gap.of_kind == 0:
        return (Explanation("no_kind", {}),)
    single = tuple(
        Explanation(f"only_{rule}", {"supplies": supplies})
        for rule, supplies in gap.if_dropped
        if rule != "kind"
    )
    return single or (Explanation("several", {"supplies": gap.of_kind}),)


def compare(higher: Place, lower: Place) -> Comparison:
    """Return why ``higher`` stands above ``lower``: for "why this place and not higher".

    Both places come from the same line of the same answer.
    """
    differences = [
        Difference(up.code, up.points, down.points)
        for up, down in zip(higher.parts, lower.parts, strict=True)
        if up.points != down.points
    ]
    differences.sort(key=lambda each: -abs(each.higher - each.lower))
    lead = higher.value - lower.value
    tie = "load" if higher.load != lower.load else "order"
    return Comparison(
        higher.supply_id, lower.supply_id, lead, tuple(differences), "value" if lead else tie
    )
