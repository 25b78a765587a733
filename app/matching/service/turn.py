"""Take turns at a round, and ask for a plan: every change of a round goes through here."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import User
from app.audit.service import take_step
from app.core.db import db
from app.core.errors import Refused
from app.core.jobs import later
from app.core.permissions import authorize
from app.matching import queries, rules, words
from app.matching.engine import eligibility
from app.matching.engine.choices import faults
from app.matching.engine.fingerprint import canonical, fingerprint
from app.matching.engine.problem import Problem
from app.matching.engine.weights import WEIGHTS
from app.matching.lifecycle import ROUND_LIFE, RoundState
from app.matching.models import Plan, PlanChoice, Round


def take_turn(one: Round, *, by: User) -> None:
    """Wait until nobody else changes the round, see it as it is now, and check that ``by`` may."""
    db.session.flush()
    held = select(Round.id).where(Round.id == one.id)
    db.session.execute(held.with_for_update())
    db.session.expire(one)
    authorize(by, rules.see_round, one)


def reviewed(one: Round, *, by: User) -> None:
    """Note that somebody did something with the proposal; a second time changes nothing."""
    if one.state is RoundState.PROPOSED:
        take_step(ROUND_LIFE, one, "review", by=by)


def ask_for_plan(
    one: Round,
    question: Problem,
    chosen: Iterable[PlanChoice],
    *,
    asked_at: datetime,
    by: User,
) -> Plan:
    """Keep a question with what people decided, and let a job solve it.

    Raises ``Refused``, naming who, when something that was pinned cannot be kept.
    """
    chosen = list(chosen)
    if found := faults(question, queries.as_choices(chosen)):
        raise Refused(" ".join(words.cannot_be_kept(found, chosen, question)))
    plan = Plan(
        round=one,
        question=canonical(question),
        fingerprint=fingerprint(question),
        rules_version=eligibility.VERSION,
        weights_version=WEIGHTS.version,
        by=by,
        asked_at=asked_at,
        choices=chosen,
    )
    db.session.add(plan)
    db.session.flush()
    later("matching.solve", plan_id=plan.id, dedupe_key=f"matching.solve:{plan.id}")
    return plan


def copies(chosen: Iterable[PlanChoice]) -> list[PlanChoice]:
    """Return the same decisions for another plan, by who made them and when."""
    return [
        PlanChoice(
            need_id=one.need_id,
            offer_id=one.offer_id,
            need=one.need,
            offer=one.offer,
            kind=one.kind,
            reason=one.reason,
            by=one.by,
            made_at=one.made_at,
        )
        for one in chosen
    ]
