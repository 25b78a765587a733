"""Check an answer without trusting who made it.

Nothing here comes from the rules, the score or the ranking: every limit, every number and the
whole order are worked out again in another way. Only the values themselves are shared.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from math import floor, inf

from app.matching.engine.problem import Context, Line, Request, Supply
from app.matching.engine.results import LineSuggestion, Place, Suggestion
from app.matching.engine.weights import WEIGHTS, Weights

HALF = Fraction(1, 2)


def verify(
    suggestion: Suggestion,
    request: Request,
    supplies: Iterable[Supply],
    context: Context,
    weights: Weights = WEIGHTS,
) -> tuple[str, ...]:
    """Return every fault in ``suggestion``, in English, for the log; nothing when it is right."""
    by_id = {supply.id: supply for supply in supplies}
    needs = {line.id: line for line in request.lines}
    if suggestion.request_id != request.id:
        return (f"answers request {suggestion.request_id}, asked is {request.id}",)
    if [answer.line_id for answer in suggestion.lines] != sorted(needs):
        return ("does not answer every line once, in the order of their ids",)
    return tuple(
        f"line {answer.line_id}: {fault}"
        for answer in suggestion.lines
        for fault in _Check(request, needs[answer.line_id], by_id, context, weights).of(answer)
    )


def broken(request: Request, line: Line, supply: Supply, context: Context) -> tuple[str, ...]:
    """Return the rules that one supply fails for one line."""
    return _Check(request, line, {supply.id: supply}, context, WEIGHTS).broken[supply.id]


def points(
    request: Request, line: Line, supply: Supply, context: Context, weights: Weights
) -> dict[str, int]:
    """Return what each part of the value of one supply for one line is worth, in published order."""
    return _Check(request, line, {supply.id: supply}, context, weights).points(supply)


class _Check:
    """One line, worked out again."""

    def __init__(
        self,
        request: Request,
        line: Line,
        supplies: dict[str, Supply],
        context: Context,
        weights: Weights,
    ) -> None:
        self.request, self.line, self.context, self.weights = request, line, context, weights
        self.supplies = supplies
        self.broken = {key: self._broken(supply) for key, supply in supplies.items()}

    def of(self, answer: LineSuggestion) -> Iterator[str]:
        named = [place.supply_id for place in answer.places]
        named += [out.supply_id for out in answer.left_out]
        if sorted(named) != sorted(self.supplies):
            yield "does not name every supply exactly once"
            return
        for out in answer.left_out:
            if out.blocked != self.broken[out.supply_id]:
                yield f"{out.supply_id} fails {self.broken[out.supply_id]}, not {out.blocked}"
        for place in answer.places:
            yield from self._place(place)
        yield from self._order(answer)
        yield from self._gap(answer)

    def points(self, supply: Supply) -> dict[str, int]:
        """Return the points of each part."""
        shares = self._shares(supply)
        return {
            code: floor(Fraction(weight * shares[code], 1000) + HALF)
            for code, weight in self.weights.thousandths.items()
        }

    def _place(self, place: Place) -> Iterator[str]:
        if self.broken[place.supply_id]:
            yield f"{place.supply_id} has a place but fails {self.broken[place.supply_id]}"
        supply = self.supplies[place.supply_id]
        shares = self._shares(supply)
        expected = [(code, shares[code], gained) for code, gained in self.points(supply).items()]
        if [(part.code, part.share, part.points) for part in place.parts] != expected:
            yield f"{place.supply_id} has other parts than {expected}"
        if place.value != sum(gained for _, _, gained in expected):
            yield f"{place.supply_id} has another value than the sum of its parts"
        if place.load != 1000 - shares["spread"]:
            yield f"{place.supply_id} has another load than {1000 - shares['spread']}"

    def _order(self, answer: LineSuggestion) -> Iterator[str]:
        ladder = [(-place.value, place.load, *_by_id(place.supply_id)) for place in answer.places]
        if ladder != sorted(ladder):
            yield "places are not in order of value, load and id"
        if [place.rank for place in answer.places] != list(range(1, len(ladder) + 1)):
            yield "ranks are not 1, 2, 3, ..."
        queue = [(len(out.blocked), *_by_id(out.supply_id)) for out in answer.left_out]
        if queue != sorted(queue):
            yield "left out are not in order of number of rules and id"

    def _gap(self, answer: LineSuggestion) -> Iterator[str]:
        gap = answer.gap
        if gap is None or answer.places:
            if (gap is None) != bool(answer.places):
                yield "has a gap exactly when it should not"
            return
        failures = list(self.broken.values())
        single = [rules[0] for rules in failures if len(rules) == 1]
        if dict(gap.if_dropped) != {rule: single.count(rule) for rule in single}:
            yield "counts other supplies that one rule alone stops"
        offering = [rules for rules in failures if "kind" not in rules]
        if (gap.supplies, gap.of_kind) != (len(failures), len(offering)):
            yield "counts other supplies, or other supplies of this kind"

    def _broken(self, supply: Supply) -> tuple[str, ...]:
        request, line = self.request, self.line
        here = {request.neighbourhood, request.district, *request.own_areas}
        starts = [self.context.today, line.starts_on or date.min, supply.starts_on or date.min]
        ends = [line.ends_on or date.max, supply.ends_on or date.max]
        test = {
            "kind": {line.kind} <= supply.kinds,
            "area": supply.areas is None or len(here & supply.areas) > 0,
            "expertise": {line.expertise} - {""} <= supply.expertise,
            "language": {line.language} - {""} <= supply.languages,
            "period": max(starts) <= min(ends),
            "hours": line.hours <= _endless(supply.free_hours),
            "budget": line.cents <= _endless(supply.free_cents),
            "ceiling": line.cents <= _endless(supply.max_cents),
            "pieces": line.pieces <= _endless(supply.pieces),
            "conditions": not supply.conditions - request.meets,
            "legal_basis": supply.has_legal_basis,
            "conflict": not supply.organisation_ids & request.initiator_organisation_ids,
            "declined": not {supply.id} & line.declined,
            "withdrawn": supply.withdrawn is False,
        }
        return tuple(rule for rule, kept in test.items() if not kept)

    def _shares(self, supply: Supply) -> dict[str, int]:
        request, line, context = self.request, self.line, self.context
        received = context.support_received.get(request.neighbourhood, 0)
        exact = {
            "expertise": _overlap({*line.welcome, line.expertise} - {""}, supply.expertise),
            "nearness": self._nearness(supply),
            "knows": Fraction(len({request.initiative_id} & supply.knows)),
            "theme": _overlap(set(request.themes), supply.themes),
            "urgency": self._urgency(supply),
            "spread": self._free(supply),
            "goal": Fraction(len(request.goal_ids) > 0),
            "first_support": Fraction(1, received + 1),
        }
        return {code: floor(1000 * share) for code, share in exact.items()}

    def _nearness(self, supply: Supply) -> Fraction:
        if supply.areas is None:
            return Fraction(0)
        return HALF if len(supply.areas) != 1 else Fraction(1)

    def _urgency(self, supply: Supply) -> Fraction:
        wanted, today = self.request.wanted_by, self.context.today
        late = wanted and (supply.starts_on or today) > (today if today > wanted else wanted)
        if wanted is None or late:
            return Fraction(0)
        left = Fraction((wanted - today).days, 90)
        return HALF + HALF * (1 - sorted((Fraction(0), left, Fraction(1)))[1])

    def _free(self, supply: Supply) -> Fraction:
        if supply.provider_id in self.context.load:
            return 1 - min(Fraction(self.context.load[supply.provider_id], 1000), Fraction(1))
        if supply.total_hours is None or supply.free_hours is None:
            return Fraction(1)
        return Fraction(supply.free_hours, supply.total_hours or 1)


def _endless(limit: int | None) -> float:
    return inf if limit is None else limit


def _overlap(asked: set[str], offered: frozenset[str]) -> Fraction:
    return Fraction(len(asked & offered), len(asked)) if asked else Fraction(0)


def _by_id(key: str) -> tuple[str, int, str]:
    digits = ""
    while key.endswith(tuple("0123456789"), 0, len(key) - len(digits)):
        digits = key[len(key) - len(digits) - 1] + digits
    return key[: len(key) - len(digits)], int(digits) if digits else -1, key
