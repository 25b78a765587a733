"""The answer to an objection, and what it changes about the decision and the money."""

from functools import partial

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import take_step
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.money import euros
from app.core.permissions import authorize
from app.initiatives import rules as initiatives
from app.support import ledger, letters, queries, signals
from app.support import objection_rules as rules
from app.support.decisions import Decision
from app.support.lifecycle import LIFE as REQUEST_LIFE
from app.support.lifecycle import RequestState
from app.support.models import Budget
from app.support.objections import FOUNDED, LIFE, Finding, Objection, ObjectionState
from app.support.post import LetterKind
from app.support.service.objections import take_turn_at
from app.support.service.writing import write, written
from app.support.values import Ruling

AFTER_HEARING = {Finding.UNFOUNDED, Finding.PARTLY}  # not all that the team wants (Awb 7:3)


def decide_objection(objection: Objection, ruling: Ruling, *, by: User) -> None:
    """Answer an objection; what more is given is booked at once.

    Raises ``Refused`` at its field for what does not fit; ``OutOfDate`` when a colleague was
    first, and at the field ``amount`` when the budget has not so much left.
    """
    request = objection.decision.request
    take_turn_at(objection)
    authorize(by, rules.handle, objection)
    if objection.is_open:  # else the step tells who was first
        _check(objection, ruling)
        _spend(objection.decision, ruling, by=by)
        objection.finding, objection.reasons = ruling.finding, ruling.reasons
        objection.decided_on, objection.decider = clock.today(), by
    take_step(LIFE, objection, "decide", by=by)
    if ruling.finding in FOUNDED:
        _change(objection, ruling, by=by)
    say = partial(letters.objection_decided, objection)
    write(request, LetterKind.OBJECTION_DECIDED, say, signed_by=by)


def _change(objection: Objection, ruling: Ruling, *, by: User) -> None:
    """Put the new answer in the place of the old one, which stays in its letter."""
    decision = objection.decision
    request = decision.request
    _keep_first_letter(decision)
    objection.earlier_outcome, objection.earlier_cents = decision.outcome, decision.cents
    _old, outcome = take_step(REQUEST_LIFE, request, f"{ruling.step}_on_objection", by=by)
    decision.outcome, decision.cents = outcome, ruling.cents
    signals.decided.send(request, outcome=outcome, by=by)


def _keep_first_letter(decision: Decision) -> None:
    """Keep what a decision from before letters were kept said, because it says something else now."""
    if queries.decision_letter(decision.request) is None:
        say = partial(letters.decided, decision)
        first = written(decision.request, LetterKind.DECISION, say, signed_by=decision.decider)
        first.written_at = decision.decided_at
        db.session.add(first)
        db.session.flush()


def _spend(decision: Decision, ruling: Ruling, *, by: User) -> None:
    """Book what the team gets more than it had."""
    more = ruling.cents - decision.cents
    if ruling.finding in FOUNDED and more:
        decision.budget = decision.budget or _chosen(decision, ruling)
        ledger.spend(decision.budget, decision.request, more, by=by)


def _chosen(decision: Decision, ruling: Ruling) -> Budget:
    places = initiatives.places_of(decision.request.initiative)
    for budget in queries.budgets_for(places, clock.today().year):
        if budget.id == ruling.budget_id:
            return budget
    raise Refused(_("Kies uit welk budget het geld komt."), field="budget_id")


def _check(objection: Objection, ruling: Ruling) -> None:
    was_heard = objection.state is ObjectionState.HEARD
    if objection.wants_hearing and not was_heard and ruling.finding in AFTER_HEARING:
        raise Refused(_("Het team wil een gesprek. Voer dat eerst."), field="finding")
    if ruling.finding in FOUNDED:
        _check_change(objection.decision, ruling)
    elif ruling.step or ruling.cents:
        raise Refused(_("Het besluit blijft zoals het was. Laat het nieuwe besluit leeg."))


def _check_change(decision: Decision, ruling: Ruling) -> None:
    if not ruling.step:
        raise Refused(_("Kies wat het nieuwe besluit is."), field="step")
    if decision.outcome is RequestState.GRANTED and ruling.step != "grant":
        raise Refused(_("De vraag was al goedgekeurd. Minder geven kan niet."), field="step")
    asked = decision.request.asked_cents
    least = max(decision.cents, asked) if ruling.step == "grant" else decision.cents
    most = max(decision.cents, asked)
    if not least <= ruling.cents <= most:
        raise Refused(
            _(
                "Vul een bedrag in van %(least)s tot en met %(most)s.",
                least=euros(least),
                most=euros(most),
            ),
            field="amount",
        )
