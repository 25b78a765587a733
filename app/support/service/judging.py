"""What the municipality does with a request: take it on, and decide."""

from functools import partial

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import take_step
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.errors import Refused
from app.core.money import euros
from app.core.permissions import authorize
from app.support import ledger, letters, messages, queries, rules, signals, terms
from app.support.decisions import Criterion, Decision, DecisionReason, Proposal
from app.support.delays import Supplement
from app.support.lifecycle import LIFE
from app.support.models import Budget, LegalRegime, SupportKind, SupportRequest
from app.support.post import LetterKind
from app.support.service.delays import end_question
from app.support.service.intentions import check_team_was_heard
from app.support.service.turn import take_turn
from app.support.service.writing import write
from app.support.values import Judgement

NOT_COMPLETE = "Algemene wet bestuursrecht, artikel 4:5"


def assess(request: SupportRequest, *, by: User) -> None:
    """Take a request on: ``by`` looks after it from now on."""
    authorize(by, rules.assess, request)
    request.coordinator = by
    take_step(LIFE, request, "assess", by=by)
    messages.tell_it_is_taken_on(request)


def decide(request: SupportRequest, judgement: Judgement, *, by: User) -> Decision:
    """Decide, with reasons; the reserved money is booked as far as it is granted.

    Raises ``NotAllowed`` for who is part of the initiative, or advised on money that takes a
    decision of the law; ``Refused`` at its field for reasons that are missing or an amount that
    does not fit; ``OutOfDate`` when somebody else was first.
    """
    take_turn(request)
    authorize(by, rules.decide, request)
    proposal = request.standing_proposal
    if judgement.step in LIFE.possible(request.state):  # else the step tells who was first
        _check(request, proposal, judgement)
        check_team_was_heard(request, judgement)
    _old, outcome = take_step(LIFE, request, judgement.step, by=by)
    budget = proposal.budget if proposal else None
    if proposal is not None:
        proposal.ended_at = clock.now()
        if budget is not None:
            ledger.book(budget, request, reserved=proposal.cents, booked=judgement.cents, by=by)
    today = clock.today()
    decision = Decision(
        request=request,
        decider=by,
        outcome=outcome,
        budget=budget,
        cents=judgement.cents,
        legal_basis=judgement.legal_basis,
        agreement=judgement.agreement,
        announced_on=today,
        objection_until=terms.objection_until(today) if is_formal(request, budget) else None,
        reasons=[
            DecisionReason(criterion=reason.criterion, text=reason.text)
            for reason in judgement.reasons
        ],
    )
    db.session.add(decision)
    db.session.flush()
    write(
        request,
        LetterKind.DECISION,
        partial(letters.decided, decision, queries.last_intention(request)),
        signed_by=by,
    )
    signals.decided.send(request, outcome=outcome, by=by)
    return decision


def not_consider(request: SupportRequest, *, by: User) -> Decision:
    """Leave an application out, because its team did not answer in time (Awb 4:5).

    Raises ``Refused`` while the team can still answer, and when the weeks to do this are over.
    """
    take_turn(request)
    authorize(by, rules.not_consider, request)
    if request.open_supplement is not None:  # else the step tells who was first
        _check_silence(request.open_supplement)
    end_question(request, "not_consider", by=by)
    today = clock.today()
    decision = Decision(
        request=request,
        decider=by,
        outcome=request.state,
        legal_basis=NOT_COMPLETE,
        announced_on=today,
        objection_until=terms.objection_until(today),
    )
    db.session.add(decision)
    db.session.flush()
    write(request, LetterKind.DECISION, partial(letters.decided, decision), signed_by=by)
    signals.decided.send(request, outcome=request.state, by=by)
    return decision


def is_formal(request: SupportRequest, budget: Budget | None) -> bool:
    """Tell whether the answer is a decision of the law, to which one can object."""
    if budget is not None and budget.legal_regime is LegalRegime.AWB_DECISION:
        return True
    return request.asks_decision


def _check_silence(supplement: Supplement) -> None:
    today, last = clock.today(), terms.not_considered_until(supplement.until)
    if today <= supplement.until:
        raise Refused(
            _("Het team kan nog antwoorden tot en met %(day)s.", day=date_words(supplement.until))
        )
    if today > last:
        raise Refused(
            _(
                "Dit kon tot en met %(day)s. Ga verder met de vraag en neem een besluit.",
                day=date_words(last),
            )
        )


def _check(request: SupportRequest, proposal: Proposal | None, judgement: Judgement) -> None:
    _check_reasons(judgement)
    reserved = proposal.cents if proposal else 0
    if judgement.step == "refuse":
        if judgement.cents or judgement.agreement:
            raise Refused(_("Wie nee zegt, geeft niets. Laat het bedrag en de afspraak leeg."))
        return
    if judgement.cents > reserved:
        raise Refused(
            _("Er is %(amount)s gereserveerd. Meer kan niet.", amount=euros(reserved)),
            field="amount",
        )
    if judgement.step == "grant":
        _check_everything_is_given(request, judgement)
    elif not (judgement.cents or judgement.agreement):
        field = "amount" if reserved else "agreement"
        raise Refused(_("Vul in welk deel je goedkeurt."), field=field)


def _check_reasons(judgement: Judgement) -> None:
    given = {reason.criterion: reason.text.strip() for reason in judgement.reasons}
    for criterion in Criterion:
        if not given.get(criterion):
            raise Refused(
                _("Schrijf waarom, bij: %(criterion)s", criterion=criterion.label),
                field=criterion.value,
            )
    if not judgement.legal_basis.strip():
        raise Refused(_("Vul in op welke regel je dit baseert."), field="legal_basis")


def _check_everything_is_given(request: SupportRequest, judgement: Judgement) -> None:
    if judgement.cents < request.asked_cents:
        raise Refused(
            _(
                "Er is %(amount)s gevraagd. Geef je minder? Kies dan “deels goedkeuren”.",
                amount=euros(request.asked_cents),
            ),
            field="amount",
        )
    in_kind = any(need.kind is not SupportKind.MONEY for need in request.needs)
    if in_kind and not judgement.agreement:
        raise Refused(_("Schrijf wat je afspreekt over wat geen geld is."), field="agreement")
