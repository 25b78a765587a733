"""Begin a round, let it be solved, and put it aside."""

from datetime import date

from flask_babel import gettext as _

from app.accounts.models import User
from app.areas.queries import HasId
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.permissions import authorize
from app.matching import queries, rules
from app.matching.lifecycle import ROUND_LIFE
from app.matching.models import Plan, Round
from app.matching.service.turn import ask_for_plan, take_turn


def start_round(area: HasId, until: date, *, by: User) -> Round:
    """Begin to collect the needs of an area, up to and including a day that is not past."""
    authorize(by, rules.start_round, area)
    if until < clock.today():
        raise Refused(_("Kies een dag die nog komt, of vandaag."), field="until")
    one = Round(area_id=area.id, until=until, by=by)
    db.session.add(one)
    record(by, "match_rounds.start", one)
    return one


def solve_round(one: Round, *, by: User) -> Plan:
    """Let the first plan of a round be made from what is asked and on offer now.

    Raises ``Refused`` when nothing is asked, ``OutOfDate`` when somebody else was first.
    """
    take_turn(one, by=by)
    now = clock.now()
    if "solve" in ROUND_LIFE.possible(one.state):  # else the step tells who was first
        question = queries.problem_for(one, now)
        if not question.requests:
            raise Refused(_("Er zijn hier nu geen open vragen om uren van een wijkteam."))
    take_step(ROUND_LIFE, one, "solve", by=by)
    return ask_for_plan(one, question, [], asked_at=now, by=by)


def stop_solving(one: Round, *, by: User) -> None:
    """Do not wait for the first plan any longer; the round is open again."""
    take_turn(one, by=by)
    take_step(ROUND_LIFE, one, "stop", by=by)
    _end_plans(one)


def discard(one: Round, *, by: User, reason: str) -> None:
    """Put a round aside with its plan; what was approved of it stays, with its hours."""
    take_turn(one, by=by)
    take_step(ROUND_LIFE, one, "discard", by=by, reason=reason)
    _end_plans(one)


def _end_plans(one: Round) -> None:
    for plan in (queries.standing_plan(one), queries.pending_plan(one)):
        if plan is not None:
            plan.ended_at = clock.now()
