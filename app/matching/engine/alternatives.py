"""What else could serve a line in a plan: which rule stops it, or what its hours went to."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.matching.engine import eligibility
from app.matching.engine.choices import Match, lines_of, supplies_of
from app.matching.engine.problem import Line, Pair, Problem, order_of
from app.matching.engine.results import Part
from app.matching.engine.score import load, score
from app.matching.engine.weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class Alternative:
    """One supply beside one line of a plan.

    ``blocked`` are the rules it fails; without any it has parts. ``left`` are the hours that the
    plan leaves, ``taken`` the other lines that it gives hours to, the ones with most hours first.
    """

    supply_id: str
    blocked: tuple[str, ...]
    parts: tuple[Part, ...]
    load: int
    left: int
    taken: tuple[int, ...]

    @property
    def points(self) -> int:
        """What the pair is worth."""
        return sum(part.points for part in self.parts)


def alternatives(
    question: Problem, given: Mapping[int, str], line_id: int
) -> tuple[Alternative, ...]:
    """Return every supply of the question: those that pass the rules first, the most points first.

    ``given`` is the plan: by line the supply that serves it. Of the others, those that fail the
    fewest rules come first. O(supplies x rules + lines).
    """
    lines = lines_of(question)
    request, line = lines[line_id]
    found = []
    for supply in supplies_of(question).values():
        served = [one for one, supply_id in given.items() if supply_id == supply.id]
        hours = {one: lines[one][1].hours for one in served}
        pair = Pair(request, line, supply, question.context)
        blocked = eligibility.blocked(pair)
        found.append(
            Alternative(
                supply.id,
                blocked,
                () if blocked else score(pair, WEIGHTS),
                load(pair),
                (supply.free_hours or 0) - sum(hours.values()),
                tuple(
                    sorted(
                        (one for one in served if one != line_id),
                        key=lambda one: (-hours[one], one),
                    )
                ),
            )
        )
    found.sort(key=lambda one: (len(one.blocked), -one.points, order_of(one.supply_id)))
    return tuple(found)


def would_fit(line: Line, found: tuple[Alternative, ...], vetoed: frozenset[Match]) -> int:
    """Return with how many hours the line would fit in the plan as it is; 0 when it would not."""
    possible = [
        one.left
        for one in found
        if set(one.blocked) <= {"hours"} and (line.id, one.supply_id) not in vetoed
    ]
    return max([0, *(left for left in possible if left < line.hours)])


def later(line: Line, found: tuple[Alternative, ...], vetoed: frozenset[Match]) -> list[str]:
    """Return what has hours enough left for the line and is only there at another time."""
    return [
        one.supply_id
        for one in found
        if one.blocked == ("period",)
        and one.left >= line.hours
        and (line.id, one.supply_id) not in vetoed
    ]
