"""What a plan that is tried changes: beside the plan that stands, need by need."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.core.db import db
from app.matching import queries, words
from app.matching.models import Plan, PlanLine
from app.matching.queries import Totals


@dataclass(frozen=True)
class Difference:
    """A need that gets something else; ``before`` and ``now`` are words."""

    need_id: int
    title: str
    before: str
    now: str


@dataclass(frozen=True)
class Comparison:
    """Two plans side by side; the lines that differ, those that lose their hours first."""

    standing: Totals
    tried: Totals
    differences: list[Difference]


def compare(standing: Plan, tried: Plan) -> Comparison:
    """Return what keeping ``tried`` would change."""
    old, new = _lines(standing), _lines(tried)
    changed = [
        need_id
        for need_id in sorted(old.keys() | new.keys())
        if _what(old.get(need_id)) != _what(new.get(need_id))
    ]
    changed.sort(key=lambda need_id: _gets(new.get(need_id)))
    return Comparison(
        queries.totals(standing),
        queries.totals(tried),
        [_difference(old.get(need_id), new.get(need_id)) for need_id in changed],
    )


def _lines(plan: Plan) -> dict[int, PlanLine]:
    shown = queries.lines_with_all(queries.shown_with(plan))
    return {line.need_id: line for line in db.session.scalars(shown)}


def _difference(before: PlanLine | None, now: PlanLine | None) -> Difference:
    line = now or before
    if line is None:
        raise ValueError("a need is in one of the two plans")
    title = line.need.request.initiative.title
    return Difference(line.need_id, title, _words(before), _words(now))


def _what(line: PlanLine | None) -> tuple[int | None, int] | None:
    return (line.offer_id, line.hours) if line else None


def _gets(line: PlanLine | None) -> bool:
    return line is not None and line.offer_id is not None


def _words(line: PlanLine | None) -> str:
    if line is None:
        return str(_("Doet niet mee"))
    if line.offer is None:
        return str(_("Geen uren"))
    return str(_("%(hours)s uur van %(team)s", hours=line.hours, team=words.hours_of(line.offer)))
