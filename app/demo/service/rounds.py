"""A round that Femke began: a proposal by the engine itself waits for her under "Verdeling"."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.areas import queries as areas
from app.demo import cast
from app.demo.service.days import MINUTE
from app.demo.service.stage import Stage
from app.matching import queries
from app.matching.engine import eligibility
from app.matching.engine.choices import Choices
from app.matching.engine.fingerprint import canonical, fingerprint
from app.matching.engine.planning.outcome import Outcome
from app.matching.engine.planning.rounds import plan_round
from app.matching.engine.planning.verify_round import verify_round
from app.matching.engine.problem import Problem
from app.matching.engine.weights import WEIGHTS
from app.matching.lifecycle import ROUND_LIFE
from app.matching.models import Plan, PlanLine, Round

OPEN_FOR = timedelta(days=6)


@dataclass(frozen=True)
class Begun:
    """A round whose first plan was asked for."""

    round_id: int
    area_id: int
    by: int
    asked_at: datetime


def begin(stage: Stage) -> Begun:
    """Let Femke begin a round of her district and ask for a plan, yesterday afternoon."""
    place = areas.by_code(cast.DISTRICT)
    if place is None:
        raise ValueError(f"{cast.DISTRICT} is no area of the town")
    thing, at = stage.log.begin(Round, ROUND_LIFE), stage.days.ago(0.3)
    begun = Begun(thing.id, place.id, stage.people.coordinators[cast.DISTRICT], at + MINUTE)
    stage.log.line(thing, "start", at=at, by=begun.by)
    stage.log.step(ROUND_LIFE, thing, "solve", at=begun.asked_at, by=begun.by)
    stage.log.step(ROUND_LIFE, thing, "propose", at=begun.asked_at + MINUTE, by=None)
    stage.rows.add(
        Round,
        id=begun.round_id,
        area_id=begun.area_id,
        until=stage.days.today + OPEN_FOR,
        state=thing.state,
        by_id=begun.by,
        created_at=at,
    )
    return begun


def propose(stage: Stage, begun: Begun) -> None:
    """Write the plan: of what was asked then, once requests and hours are written and counted."""
    one = Round(area_id=begun.area_id, until=stage.days.today + OPEN_FOR)
    question = queries.problem_for(one, begun.asked_at)
    outcome = plan_round(question, Choices())
    if wrong := verify_round(outcome, question, Choices()):
        raise RuntimeError("; ".join(wrong))
    _write_lines(stage, _write_plan(stage, begun, question, outcome), outcome)


def _write_plan(stage: Stage, begun: Begun, question: Problem, outcome: Outcome) -> int:
    ready_at = begun.asked_at + MINUTE
    return stage.rows.add(
        Plan,
        round_id=begun.round_id,
        question=canonical(question),
        fingerprint=fingerprint(question),
        rules_version=eligibility.VERSION,
        weights_version=WEIGHTS.version,
        by_id=begun.by,
        asked_at=begun.asked_at,
        created_at=begun.asked_at,
        solver=outcome.solver,
        value=outcome.value,
        bound=outcome.bound,
        is_verified=True,
        solved_at=ready_at,
        kept_at=ready_at,
    )


def _write_lines(stage: Stage, plan_id: int, outcome: Outcome) -> None:
    for line in outcome.lines:
        stage.rows.add(
            PlanLine,
            plan_id=plan_id,
            need_id=line.line_id,
            offer_id=int(line.supply_id.partition(":")[2]) if line.supply_id else None,
            hours=line.hours,
            value=line.value,
            parts={part.code: part.points for part in line.parts},
        )
