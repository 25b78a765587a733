"""Approve a plan: look whether the world is still the same, and keep all of its hours or none."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import User
from app.audit.service import take_step
from app.capacity import service as capacity
from app.capacity.models import CapacityOffer
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.matching import messages, queries, words
from app.matching.engine.changes import changes
from app.matching.engine.fingerprint import fingerprint
from app.matching.engine.frozen import thaw
from app.matching.engine.problem import Problem
from app.matching.lifecycle import ROUND_LIFE
from app.matching.models import Plan, PlanLine, Round
from app.matching.service.turn import take_turn
from app.support import rules as support
from app.support.models import SupportRequest


class WorldChanged(OutOfDate):
    """The question of a plan has another answer now; ``sentences`` say what is different."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join([str(_("Er is iets veranderd sinds dit voorstel.")), *sentences]))
        self.sentences = sentences


def approve(one: Round, plan_id: int, *, by: User) -> None:
    """Keep the hours of every line of the plan, and tell everybody what they get.

    Raises ``NotAllowed`` for who is part of an initiative in the plan, ``WorldChanged`` when what is
    asked or on offer is different now, ``OutOfDate`` when the plan is not the one that stands, when
    a change is being tried, or when somebody else was first. Then no hour is kept.
    """
    take_turn(one, by=by)
    take_step(ROUND_LIFE, one, "approve", by=by)
    plan = queries.standing_plan(one)
    if plan is None or plan.id != plan_id:
        raise OutOfDate(_("Het voorstel is intussen veranderd. Kijk wat er nu staat."))
    if queries.pending_plan(one) is not None:
        raise OutOfDate(_("Er loopt nog een proef. Bewaar die, of gooi die weg."))
    _hold(queries.lines_of(plan))
    lines = queries.lines_of(plan)
    _check_nobody_is_involved(lines, by=by)
    _check_world(one, plan)
    for line in lines:
        if line.offer is not None:
            _reserve(line, line.offer, by=by)
    messages.tell_outcome(plan, lines)
    messages.tell_teams(lines)


def _hold(lines: Sequence[PlanLine]) -> None:
    """Let nobody else change these requests and hours, and forget how they were before.

    Requests come before offers, as for a decision. Rows that point at them can still be added.
    """
    requests = {line.need.request_id for line in lines}
    offers = {line.offer_id for line in lines if line.offer_id}
    for model, ids in ((SupportRequest, requests), (CapacityOffer, offers)):
        held = select(model.id).where(model.id.in_(ids)).order_by(model.id)
        db.session.execute(held.with_for_update(key_share=True))
    db.session.expire_all()


def _check_nobody_is_involved(lines: Sequence[PlanLine], *, by: User) -> None:
    for line in lines:
        if support.is_involved(by, line.need.request):
            title = line.need.request.initiative.title
            raise NotAllowed(
                _("Je hoort zelf bij ‘%(title)s’. Laat een collega dit goedkeuren.", title=title)
            )


def _check_world(one: Round, plan: Plan) -> None:
    now = queries.problem_for(one, plan.asked_at)
    if fingerprint(now) != plan.fingerprint:
        raise WorldChanged(_differences(thaw(plan.question), now))


def _differences(before: Problem, now: Problem) -> list[str]:
    found = changes(before, now)
    needs = {one.key for one in found if isinstance(one.key, int)}
    offers = {
        int(one.key.partition(":")[2])
        for one in found
        if isinstance(one.key, str) and one.key.startswith("offer:")
    }
    return words.what_changed(found, queries.needs_by_id(needs), queries.offers_by_id(offers))


def _reserve(line: PlanLine, offer: CapacityOffer, *, by: User) -> None:
    try:
        capacity.reserve(offer, line.need, line.hours, by=by)
    except Refused as refusal:
        sentence = f"{words.hours_of(offer)}: {refusal.message}"
        raise WorldChanged([sentence]) from refusal
