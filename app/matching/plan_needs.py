"""One need in a plan as a coordinator reads it: why these hours, why not others, what else could be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.capacity.models import CapacityOffer
from app.matching import queries, words
from app.matching.engine import explain
from app.matching.engine.alternatives import Alternative
from app.matching.engine.problem import Line, Pair, Request
from app.matching.engine.results import LeftOut
from app.matching.engine.weights import TABLE
from app.matching.lists import Reason
from app.matching.models import Plan, PlanChoice, PlanLine
from app.matching.reasons import Explained

MOST_NAMED = 5  # of the plans that hours went to


@dataclass(frozen=True)
class Option:
    """Hours that could serve the need, or what stops them; ``sentences`` say it."""

    offer_id: int
    name: str
    points: int
    sentences: list[str]


@dataclass(frozen=True)
class NeedInPlan:
    """A need with its line, the reasons for it, and every other possibility."""

    line: PlanLine
    given: str
    reasons: list[Reason]
    why_not: list[str]
    possible: list[Option]
    blocked: list[Option]
    choices: list[PlanChoice]

    @property
    def offers(self) -> list[tuple[int, str]]:
        """What the need can be pinned to, moved to, or kept away from."""
        own = [(self.line.offer_id, self.given)] if self.line.offer_id else []
        return [*own, *((one.offer_id, one.name) for one in self.possible)]


def need_in_plan(plan: Plan, need_id: int) -> NeedInPlan | None:
    """Return what there is to know about one need; ``None`` when it is no part of the plan."""
    lines = {line.need_id: line for line in queries.lines_of(plan)}
    if need_id not in lines:
        return None
    return _Page(plan, lines, queries.choices_of(plan)).of(need_id)


class _Page:
    """A plan with its question, to tell about one need."""

    def __init__(
        self, plan: Plan, lines: Mapping[int, PlanLine], choices: Sequence[PlanChoice]
    ) -> None:
        self.lines, self.choices = lines, choices
        self.explained = Explained(plan, lines.values(), choices)
        self.offers: dict[int, CapacityOffer] = queries.offers_by_id(
            {_number(supply_id) for supply_id in self.explained.supplies}
        )
        self.vetoes = {(one.need_id, one.offer_id): one for one in choices if one.is_veto}

    def of(self, need_id: int) -> NeedInPlan:
        line = self.lines[need_id]
        request, asked = self.explained.asked[need_id]
        found = self.explained.alternatives(need_id)
        others = [one for one in found if _number(one.supply_id) != line.offer_id]
        reasons = self.explained.reasons(line, found)
        return NeedInPlan(
            line=line,
            given=words.hours_of(line.offer) if line.offer else "",
            reasons=[
                Reason(words.part_name(why.code), why.facts["points"], words.because(why))
                for why in reasons.because
            ],
            why_not=[] if line.offer_id else [*words.why_not(reasons), *words.helps(reasons)],
            possible=[self._possible(one, need_id) for one in others if not one.blocked],
            blocked=[self._blocked(one, request, asked) for one in others if one.blocked],
            choices=[one for one in self.choices if one.need_id == need_id],
        )

    def _possible(self, one: Alternative, need_id: int) -> Option:
        sentences = [str(_("Er is nog %(left)s uur vrij.", left=one.left))]
        if veto := self.vetoes.get((need_id, _number(one.supply_id))):
            sentences.insert(
                0, str(_("%(who)s sloot dit uit: %(why)s", who=veto.by.name, why=veto.reason))
            )
        if one.taken:
            sentences.append(str(_("De andere uren gaan naar: %(plans)s.", plans=self._named(one))))
        return Option(_number(one.supply_id), self._name(one), one.points, sentences)

    def _blocked(self, one: Alternative, request: Request, asked: Line) -> Option:
        supply = self.explained.supplies[one.supply_id]
        pair = Pair(request, asked, supply, self.explained.question.context)
        reasons = explain.why_not(LeftOut(one.supply_id, one.blocked), pair)
        return Option(_number(one.supply_id), self._name(one), 0, [*map(words.obstacle, reasons)])

    def _name(self, one: Alternative) -> str:
        return words.hours_of(self.offers[_number(one.supply_id)])

    def _named(self, one: Alternative) -> str:
        taken = [self.lines[need_id] for need_id in one.taken[:MOST_NAMED]]
        named = [
            str(
                _(
                    "‘%(title)s’ (%(hours)s uur, %(points)s punten)",
                    title=line.need.request.initiative.title,
                    hours=line.hours,
                    points=line.value,
                )
            )
            for line in taken
        ]
        more = len(one.taken) - len(taken)
        return ", ".join([*named, *([str(_("en nog %(count)s", count=more))] if more else [])])


def weights() -> list[tuple[str, int]]:
    """Return what every part of the value counts for, as people read it."""
    return [(words.part_name(weight.part), weight.thousandths) for weight in TABLE]


def _number(supply_id: str) -> int:
    return int(supply_id.partition(":")[2])
