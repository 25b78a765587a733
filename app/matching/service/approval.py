"""Approve a plan, or one district of it: look whether the world is the same, and keep all hours or none."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import User
from app.areas import queries as areas
from app.audit.service import record, take_step
from app.capacity import service as capacity
from app.capacity.models import CapacityOffer, CapacityReservation
from app.core import clock
from app.core.dates import moment_words
from app.core.db import db
from app.core.errors import NotAllowed, NotFound, OutOfDate, Refused
from app.matching import messages, queries, words
from app.matching.engine.changes import changes
from app.matching.engine.fingerprint import fingerprint
from app.matching.engine.frozen import thaw
from app.matching.engine.problem import Problem
from app.matching.engine.remainder import remainder
from app.matching.lifecycle import ROUND_LIFE
from app.matching.models import Plan, PlanLine, Round
from app.matching.service.turn import reviewed, take_turn
from app.support import rules as support
from app.support.models import SupportRequest


class WorldChanged(OutOfDate):
    """The question of a plan has another answer now; ``sentences`` say what is different."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__(" ".join([str(_("Er is iets veranderd sinds dit voorstel.")), *sentences]))
        self.sentences = sentences


def approve(one: Round, plan_id: int, *, by: User, district_id: int | None = None) -> None:
    """Keep the hours of every line of the plan, and tell everybody what they get.

    With a district only of its lines; the others stay proposed, and the round is approved with the
    last of them. Raises ``NotAllowed`` for who is part of an initiative in those lines, ``NotFound``
    for a district that is no part of the plan, ``WorldChanged`` when what is asked or on offer is
    different now, ``OutOfDate`` when the plan is not the one that stands, when a change is being
    tried, or when somebody else was first. Then no hour is kept.
    """
    take_turn(one, by=by)
    plan = _plan_to_approve(one, plan_id)
    _hold(queries.lines_of(plan))
    every = queries.lines_of(plan)
    lines = _proposed(every, district_id)
    _check_nobody_is_involved(lines, by=by)
    _check_world(one, plan)
    _keep(lines, by=by)
    for area_id in sorted({_district_of(line) for line in lines}):
        record(by, "match_rounds.approve_district", one, reason=areas.names(area_id))
    if all(line.approved_at for line in every):
        take_step(ROUND_LIFE, one, "approve", by=by)
    else:
        reviewed(one, by=by)
    messages.tell_outcome(plan, lines)
    messages.tell_teams(lines)


def _plan_to_approve(one: Round, plan_id: int) -> Plan:
    plan = queries.standing_plan(one)
    if plan is None or plan.id != plan_id:
        raise OutOfDate(_("Het voorstel is intussen veranderd. Kijk wat er nu staat."))
    if queries.pending_plan(one) is not None:
        raise OutOfDate(_("Er loopt nog een proef. Bewaar die, of gooi die weg."))
    return plan


def _proposed(lines: Sequence[PlanLine], district_id: int | None) -> list[PlanLine]:
    """Return the lines that wait for approval. Raises ``OutOfDate`` when somebody was first."""
    meant = [line for line in lines if district_id in {None, _district_of(line)}]
    if not meant:
        raise NotFound(_("Deze wijk doet niet mee in het voorstel."))
    waiting = [line for line in meant if line.approved_at is None]
    if not waiting:
        raise _was_first(max(meant, key=lambda line: line.approved_at or line.plan.created_at))
    return waiting


def _was_first(last: PlanLine) -> OutOfDate:
    return OutOfDate(
        _(
            "%(who)s was je voor, op %(when)s. Kijk eerst wat er nu staat.",
            who=last.approved_by.name if last.approved_by else "–",
            when=moment_words(last.approved_at or last.plan.created_at),
        )
    )


def _district_of(line: PlanLine) -> int:
    return line.need.request.initiative.district_id or 0


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
    """Ask the question again for what is not approved yet, beside the hours that were kept for the rest."""
    settled = queries.as_settled(queries.settled_in(one))
    before = remainder(thaw(plan.question), settled)
    now = remainder(queries.problem_for(one, plan.asked_at), dict.fromkeys(settled))
    if fingerprint(now) != fingerprint(before):
        raise WorldChanged(_differences(before, now))


def _differences(before: Problem, now: Problem) -> list[str]:
    found = changes(before, now)
    needs = {one.key for one in found if isinstance(one.key, int)}
    offers = {
        int(one.key.partition(":")[2])
        for one in found
        if isinstance(one.key, str) and one.key.startswith("offer:")
    }
    return words.what_changed(found, queries.needs_by_id(needs), queries.offers_by_id(offers))


def _keep(lines: Sequence[PlanLine], *, by: User) -> None:
    """Reserve all first: a line is approved when there are hours for each."""
    now = clock.now()
    kept = [_reserve(line, line.offer, by=by) if line.offer else None for line in lines]
    for line, reservation in zip(lines, kept, strict=True):
        line.reservation, line.approved_by, line.approved_at = reservation, by, now


def _reserve(line: PlanLine, offer: CapacityOffer, *, by: User) -> CapacityReservation:
    try:
        return capacity.reserve(offer, line.need, line.hours, by=by)
    except Refused as refusal:
        sentence = f"{words.hours_of(offer)}: {refusal.message}"
        raise WorldChanged([sentence]) from refusal
