"""Which tasks fit a volunteer, and which volunteers to ask for a task. Both sides choose themselves.

The value belongs to a pair and orders a short list; it is no score of a person and is not kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.matching.engine import checks
from app.matching.engine.explain import Explanation
from app.matching.engine.results import Part
from app.matching.engine.score import parts_of
from app.matching.engine.volunteers import eligibility
from app.matching.engine.volunteers.problem import Match, Moment, Volunteer
from app.matching.engine.volunteers.score import FACTS, SHARES
from app.matching.engine.volunteers.weights import WEIGHTS

NEVER = datetime.min.replace(tzinfo=UTC)
WISHED = frozenset({"likes", "learns"})  # what somebody has to have said before we ask


@dataclass(frozen=True, slots=True)
class Fit:
    """A moment that fits a volunteer, with the parts of its value."""

    match: Match
    parts: tuple[Part, ...]

    @property
    def value(self) -> int:
        return sum(part.points for part in self.parts)

    @property
    def is_wished(self) -> bool:
        """Tell whether the volunteer named this kind of work."""
        return any(part.points for part in self.parts if part.code in WISHED)


def tasks_for(volunteer: Volunteer, moments: Iterable[Moment], most: int) -> tuple[Fit, ...]:
    """Return at most ``most`` tasks that fit, each with its best moment, the best one first.

    Equal values by time, the soonest first, then by the number of the moment: any order of
    ``moments`` gives the same answer. Raises ``ValueError`` when two moments have one number.
    O(moments x rules), plus sorting.
    """
    offered = list(moments)
    checks.unique("Moment.id", [moment.id for moment in offered])
    fits = sorted(_fitting(Match(volunteer, moment) for moment in offered), key=_best_first)
    best: dict[int, Fit] = {}
    for fit in fits:
        best.setdefault(fit.match.moment.task, fit)
    return tuple(best.values())[:most]


def volunteers_for(moments: Iterable[Moment], volunteers: Iterable[Volunteer]) -> tuple[int, ...]:
    """Return the numbers of who could be asked for one of ``moments``, in the order to ask them.

    Only who named this kind of work. Who was never asked comes first, then who was asked longest
    ago, so that it goes round; then by the value of the best moment, then by number.
    O(moments x volunteers x rules), plus sorting.
    """
    offered = list(moments)
    asked: list[tuple[datetime, int, int]] = []
    for volunteer in volunteers:
        fits = _fitting(Match(volunteer, moment) for moment in offered)
        if wished := [fit.value for fit in fits if fit.is_wished]:
            asked.append((volunteer.asked_at or NEVER, -max(wished), volunteer.id))
    checks.unique("Volunteer.id", [number for _at, _value, number in asked])
    return tuple(number for _at, _value, number in sorted(asked))


def why(fit: Fit) -> tuple[Explanation, ...]:
    """Return a reason for each part that gave points, the most points first."""
    earned = sorted((part for part in fit.parts if part.points), key=lambda part: -part.points)
    return tuple(Explanation(part.code, FACTS[part.code](fit.match)) for part in earned)


def _fitting(matches: Iterable[Match]) -> list[Fit]:
    return [
        Fit(match, parts_of(match, WEIGHTS, SHARES))
        for match in matches
        if not eligibility.blocked(match)
    ]


def _best_first(fit: Fit) -> tuple[int, datetime, int]:
    return -fit.value, fit.match.moment.starts_at, fit.match.moment.id
