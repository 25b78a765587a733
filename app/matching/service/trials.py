"""Try a change of a plan: its consequence is there to see before anybody keeps it."""

from collections.abc import Collection
from dataclasses import dataclass

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.matching import queries
from app.matching.engine.choices import lines_of, supplies_of
from app.matching.engine.frozen import thaw
from app.matching.engine.problem import Problem
from app.matching.engine.remainder import remainder
from app.matching.lifecycle import WITH_PLAN
from app.matching.models import ChoiceKind, Plan, PlanChoice, Round
from app.matching.service.turn import ask_for_plan, copies, reviewed, take_turn


@dataclass(frozen=True)
class Change:
    """What somebody wants to be different, and why."""

    need_id: int
    offer_id: int
    kind: ChoiceKind
    reason: str


def try_change(one: Round, change: Change, *, by: User) -> Plan:
    """Ask for the plan as it would be with one more pin, move or veto; the question stays the same.

    What was approved of the plan is no part of it any more, nor are the hours that were kept for that.
    A pin or move takes the place of an earlier one for the same need. Raises ``Refused`` without a
    reason, for hours that are no part of the question, for what contradicts an earlier decision
    (naming whose), and for a pin that breaks a limit; ``OutOfDate`` when another change is tried.
    """
    take_turn(one, by=by)
    standing = _plan_to_change(one)
    if not change.reason.strip():
        raise Refused(_("Schrijf waarom."), field="reason")
    settled = queries.as_settled(queries.settled_in(one))
    if change.need_id in settled:
        raise OutOfDate(_("Deze vraag is al goedgekeurd. Kijk wat er nu staat."))
    question = remainder(thaw(standing.question), settled)
    _check_is_asked(question, change)
    chosen = _with(free_choices(one, standing), change, by=by)
    plan = ask_for_plan(one, question, chosen, asked_at=standing.asked_at, by=by)
    reviewed(one, by=by)
    record(by, f"match_plans.{change.kind.value}", plan, reason=change.reason)
    return plan


def solve_again(one: Round, keep: Collection[int], *, by: User) -> Plan:
    """Ask for a plan from what is asked and on offer now, with the decisions in ``keep`` (their ids).

    Raises ``Refused`` for a decision that cannot be kept any more, naming who made it, and when
    nothing is asked any more; ``OutOfDate`` when another change is tried.
    """
    take_turn(one, by=by)
    standing, now = _plan_to_change(one), clock.now()
    settled = queries.as_settled(queries.settled_in(one))
    question = remainder(queries.problem_for(one, now), dict.fromkeys(settled))
    if not question.requests:
        raise Refused(_("Er zijn hier nu geen open vragen om uren van een wijkteam."))
    chosen = copies(each for each in free_choices(one, standing) if each.id in keep)
    plan = ask_for_plan(one, question, chosen, asked_at=now, by=by)
    reviewed(one, by=by)
    record(by, "match_plans.again", plan)
    return plan


def keep(one: Round, plan_id: int, *, by: User) -> None:
    """Let the plan that was tried take the place of the one that stood."""
    take_turn(one, by=by)
    standing, tried = queries.standing_plan(one), queries.pending_plan(one)
    if tried is None or tried.id != plan_id or standing is None:
        raise OutOfDate(_("Deze proef is er niet meer. Kijk wat er nu staat."))
    if tried.solved_at is None:
        raise OutOfDate(_("We zijn nog aan het rekenen. Wacht tot het klaar is."))
    standing.ended_at = clock.now()
    db.session.flush()  # a round has one plan that stands, at every moment
    tried.kept_at = clock.now()
    record(by, "match_plans.keep", tried)


def drop(one: Round, plan_id: int, *, by: User) -> None:
    """Forget the plan that was tried, also while it is solved; a second time changes nothing."""
    take_turn(one, by=by)
    tried = queries.pending_plan(one)
    if one.state in WITH_PLAN and tried is not None and tried.id == plan_id:
        tried.ended_at = clock.now()
        record(by, "match_plans.drop", tried)


def free_choices(one: Round, plan: Plan) -> list[PlanChoice]:
    """Return what people decided in a plan about the needs that were not approved yet."""
    settled = queries.as_settled(queries.settled_in(one))
    return [choice for choice in queries.choices_of(plan) if choice.need_id not in settled]


def _plan_to_change(one: Round) -> Plan:
    standing = queries.standing_plan(one)
    if one.state not in WITH_PLAN or standing is None:
        raise OutOfDate(_("Dit kan niet meer. De status is nu: %(state)s.", state=one.state.label))
    tried = queries.pending_plan(one)
    if tried is not None:
        raise OutOfDate(
            _("%(who)s probeert al een verandering. Kijk daar eerst naar.", who=tried.by.name)
        )
    return standing


def _with(chosen: list[PlanChoice], change: Change, *, by: User) -> list[PlanChoice]:
    """Return the decisions with one more. Raises ``Refused`` for what contradicts an earlier one."""
    is_veto = change.kind is ChoiceKind.VETO
    same = [
        one for one in chosen if (one.need_id, one.offer_id) == (change.need_id, change.offer_id)
    ]
    for earlier in same:
        if earlier.is_veto != is_veto:
            raise Refused(
                _(
                    "%(who)s koos het tegendeel: %(kind)s. Laat die keuze eerst los.",
                    who=earlier.by.name,
                    kind=earlier.kind.label.lower(),
                ),
                field="offer_id",
            )
    kept = [
        one
        for one in chosen
        if one not in same and (is_veto or one.is_veto or one.need_id != change.need_id)
    ]
    made = PlanChoice(
        need_id=change.need_id,
        offer_id=change.offer_id,
        need=queries.needs_by_id({change.need_id})[change.need_id],
        offer=queries.offers_by_id({change.offer_id})[change.offer_id],
        kind=change.kind,
        reason=change.reason,
        by=by,
        made_at=clock.now(),
    )
    return [*copies(kept), made]


def _check_is_asked(question: Problem, change: Change) -> None:
    supply_id = f"offer:{change.offer_id}"
    if change.need_id not in lines_of(question) or supply_id not in supplies_of(question):
        raise Refused(_("Kies uren uit de lijst."), field="offer_id")
