"""A team objects to a decision, once, and may take that back (Awb 6)."""

from functools import partial

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.support import letters, messages, queries, terms
from app.support import objection_jobs as jobs
from app.support import objection_rules as rules
from app.support.decisions import Decision
from app.support.objections import LIFE, Objection, ObjectionState
from app.support.post import LetterKind
from app.support.service.turn import take_turn
from app.support.service.writing import write
from app.support.values import Protest


def object_to(decision: Decision, protest: Protest, *, by: User) -> Objection:
    """Object to a decision; the team hears by when it gets an answer.

    Raises ``Refused`` at the field ``late`` without a reason for coming after the last day;
    ``OutOfDate`` when somebody of the team was first.
    """
    take_turn(decision.request)
    authorize(by, rules.object_to, decision)
    expect_no_objection(decision)
    today = clock.today()
    until = decision.objection_until or today
    if today > until and not protest.late:
        raise Refused(
            _(
                "Je kon bezwaar maken tot en met %(day)s. Schrijf waarom het later is.",
                day=date_words(until),
            ),
            field="late",
        )
    objection = Objection(
        decision=decision,
        author=by,
        text=protest.text,
        wants_hearing=protest.wants_hearing,
        late_reason=protest.late if today > until else "",
        received_on=today,
        due_on=terms.objection_due(until, today),
    )
    db.session.add(objection)
    record(by, "objections.make", objection, new=ObjectionState.RECEIVED.value)
    jobs.plan_objection(objection)
    say = partial(letters.objection_came, objection)
    write(decision.request, LetterKind.OBJECTION_CAME, say)
    messages.tell_of_objection(objection)
    return objection


def expect_no_objection(decision: Decision) -> None:
    """Raise ``OutOfDate`` when there is an objection that was not withdrawn."""
    known = queries.objection_about(decision.request)
    if known is not None and known.state is not ObjectionState.WITHDRAWN:
        raise OutOfDate(
            _(
                "%(who)s maakte al bezwaar, op %(day)s.",
                who=known.author.name,
                day=date_words(known.received_on),
            )
        )


def withdraw_objection(objection: Objection, *, by: User) -> None:
    """Take an objection back, for its team (Awb 6:21)."""
    take_turn_at(objection)
    authorize(by, rules.withdraw, objection)
    take_step(LIFE, objection, "withdraw", by=by)
    messages.tell_objection_was_withdrawn(objection)


def expect_step(objection: Objection, step: str) -> None:
    """Raise ``OutOfDate``, naming who was first and when, unless ``step`` can be taken now."""
    if step not in LIFE.possible(objection.state):
        take_step(LIFE, objection, step, by=None)  # refuses it, in the words of every step


def take_turn_at(objection: Objection) -> None:
    """Wait until no other transaction works on what this is about, then look at it again."""
    take_turn(objection.decision.request)
    db.session.refresh(objection)
    db.session.refresh(objection.decision)
