"""Why a need gets hours in a plan, or none: worked out once, for the coordinator and for residents."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.matching.engine import explain
from app.matching.engine.alternatives import Alternative, alternatives, later, would_fit
from app.matching.engine.choices import lines_of, supplies_of
from app.matching.engine.explain import Explanation
from app.matching.engine.frozen import thaw
from app.matching.engine.problem import Line, Pair, Problem, Request
from app.matching.engine.results import Part, Place
from app.matching.engine.suggest import suggest
from app.matching.models import Plan, PlanChoice, PlanLine


@dataclass(frozen=True)
class Reasons:
    """What decided about one need, for the sentences of ``words``.

    With hours: ``because`` has the parts that gave points, and ``is_pinned`` tells that somebody
    chose these hours. Without: ``gap`` has what stops every team, ``is_ruled_out`` tells that somebody
    ruled out all hours that pass; with neither, the hours went to others. ``fits_with`` hours would
    still fit (0: none would), and from ``later`` on a team has enough hours left.
    """

    because: tuple[Explanation, ...] = ()
    is_pinned: bool = False
    gap: tuple[Explanation, ...] = ()
    is_ruled_out: bool = False
    is_best: bool = False
    has_choices: bool = False
    fits_with: int = 0
    later: date | None = None


class Explained:
    """A plan with its question as it was asked, to tell about each of its needs."""

    def __init__(
        self, plan: Plan, lines: Iterable[PlanLine], choices: Iterable[PlanChoice]
    ) -> None:
        self.plan = plan
        self.question: Problem = thaw(plan.question)
        self.supplies = supplies_of(self.question)
        self.asked = lines_of(self.question)
        self.given = {one.need_id: f"offer:{one.offer_id}" for one in lines if one.offer_id}
        chosen = [(one.is_veto, (one.need_id, f"offer:{one.offer_id}")) for one in choices]
        self.pins = frozenset(match for is_veto, match in chosen if not is_veto)
        self.vetoes = frozenset(match for is_veto, match in chosen if is_veto)

    def reasons(self, line: PlanLine, found: tuple[Alternative, ...] | None = None) -> Reasons:
        """Return why ``line`` has its hours, or none; ``found`` when the alternatives are known."""
        if line.offer_id:
            match = (line.need_id, f"offer:{line.offer_id}")
            return Reasons(self._because(line), is_pinned=match in self.pins)
        return self._left_out(line.need_id, found or self.alternatives(line.need_id))

    def alternatives(self, need_id: int) -> tuple[Alternative, ...]:
        """Return everything that could serve a need, or what stops it."""
        return alternatives(self.question, self.given, need_id)

    def _because(self, line: PlanLine) -> tuple[Explanation, ...]:
        request, asked = self.asked[line.need_id]
        supply_id = f"offer:{line.offer_id}"
        parts = tuple(Part(code, 0, points) for code, points in line.parts.items())
        pair = Pair(request, asked, self.supplies[supply_id], self.question.context)
        return explain.why(Place(1, supply_id, line.value, 0, parts), pair)

    def _left_out(self, need_id: int, found: tuple[Alternative, ...]) -> Reasons:
        request, asked = self.asked[need_id]
        possible = [one for one in found if not one.blocked]
        ruled_out = all((need_id, one.supply_id) in self.vetoes for one in possible)
        others = later(asked, found, self.vetoes)
        days = [self.supplies[supply_id].starts_on for supply_id in others]
        return Reasons(
            gap=() if possible else self._gap(request, asked),
            is_ruled_out=bool(possible) and ruled_out,
            is_best=self.plan.value == self.plan.bound,
            has_choices=bool(self.pins or self.vetoes),
            fits_with=would_fit(asked, found, self.vetoes),
            later=min(
                (day for day in days if day and asked.ends_on and day > asked.ends_on),
                default=None,
            ),
        )

    def _gap(self, request: Request, asked: Line) -> tuple[Explanation, ...]:
        alone = replace(request, lines=(asked,))
        gap = suggest(alone, self.supplies.values(), self.question.context).lines[0].gap
        return explain.why_nobody(gap) if gap else ()
