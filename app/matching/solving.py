"""Solve the question of a plan beside the web: count the steps, check the answer, keep all of it or nothing.

The question was kept before, so a worker that dies leaves nothing behind and another begins again.
"""

import logging
from time import monotonic
from typing import Any, cast

from flask import Flask
from sqlalchemy import CursorResult, select, update
from sqlalchemy.exc import OperationalError

from app.audit.service import take_step
from app.core import clock
from app.core.db import db
from app.core.transaction import transaction
from app.matching import queries
from app.matching.engine.choices import Choices
from app.matching.engine.frozen import thaw
from app.matching.engine.planning.outcome import Outcome
from app.matching.engine.planning.rounds import plan_round
from app.matching.engine.planning.verify_round import verify_round
from app.matching.engine.problem import Problem
from app.matching.lifecycle import ROUND_LIFE, RoundState
from app.matching.models import Plan, PlanLine, Round

log = logging.getLogger(__name__)

LOOKS = 2.0  # seconds between two looks at whether the plan is still wanted


class Watch:
    """Counts the steps of the solver, tells them now and then, and hears when to stop."""

    def __init__(self, app: Flask, plan_id: int) -> None:
        self.app, self.plan_id = app, plan_id
        self.steps, self.is_wanted, self.looks_at = 0, True, monotonic() + LOOKS

    def go_on(self) -> bool:
        """Count a step; tell whether somebody still waits for the plan."""
        self.steps += 1
        if monotonic() >= self.looks_at:
            self.look()
            self.looks_at = monotonic() + LOOKS
        return self.is_wanted

    def look(self) -> None:
        """Write the number of steps, in a transaction of its own; a database that is busy is not waited for."""
        waiting = (Plan.id == self.plan_id) & Plan.solved_at.is_(None) & Plan.ended_at.is_(None)
        try:
            with self.app.app_context(), transaction():
                done = db.session.execute(update(Plan).where(waiting).values(steps=self.steps))
                self.is_wanted = cast("CursorResult[Any]", done).rowcount == 1
        except OperationalError:
            log.info("the steps of plan %s could not be told", self.plan_id)


def solve_plan(plan_id: int, app: Flask) -> None:
    """Solve a plan that waits; one that was solved or ended meanwhile stays as it is.

    A first plan stands at once; a later one waits until somebody keeps it. What does not pass the
    check is not kept: the plan ends, and a round without another plan is open again.
    """
    with transaction():
        plan = db.session.get(Plan, plan_id)
        if plan is None or plan.solved_at or plan.ended_at:
            return
        question, choices = thaw(plan.question), queries.as_choices(queries.choices_of(plan))
    watch = Watch(app, plan_id)
    outcome = plan_round(question, choices, go_on=watch.go_on)
    with transaction():
        _keep(plan_id, outcome, _faults(plan_id, outcome, question, choices), watch.steps)


def _faults(plan_id: int, outcome: Outcome, question: Problem, choices: Choices) -> bool:
    found = verify_round(outcome, question, choices)
    for fault in found:
        log.error("plan %s: %s", plan_id, fault)
    return bool(found)


def _keep(plan_id: int, outcome: Outcome, has_faults: bool, steps: int) -> None:
    plan = db.session.get_one(Plan, plan_id)
    held = select(Round).where(Round.id == plan.round_id).with_for_update()
    one = db.session.scalars(held.execution_options(populate_existing=True)).one()
    db.session.refresh(plan)
    if plan.solved_at or plan.ended_at:
        return
    now, is_first = clock.now(), one.state is RoundState.SOLVING
    plan.steps, plan.solver, plan.is_verified = steps, outcome.solver, not has_faults
    if has_faults:
        plan.ended_at = now
        if is_first:
            take_step(ROUND_LIFE, one, "stop", by=None)
        return
    plan.value, plan.bound, plan.solved_at = outcome.value, outcome.bound, now
    db.session.add_all(
        PlanLine(
            plan_id=plan.id,
            need_id=line.line_id,
            offer_id=int(line.supply_id.partition(":")[2]) if line.supply_id else None,
            hours=line.hours,
            value=line.value,
            parts={part.code: part.points for part in line.parts},
        )
        for line in outcome.lines
    )
    if is_first:
        plan.kept_at = now
        take_step(ROUND_LIFE, one, "propose", by=None)
