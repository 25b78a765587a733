"""Advice on a request: it reserves money until the decision, or until it is taken back."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import take_step
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.money import euros
from app.core.permissions import authorize
from app.initiatives import rules as initiatives
from app.support import ledger, queries, rules
from app.support.decisions import Proposal
from app.support.lifecycle import LIFE
from app.support.models import Budget, SupportRequest
from app.support.service.turn import take_turn
from app.support.values import Advice


def propose(request: SupportRequest, advice: Advice, *, by: User) -> Proposal:
    """Advise on a request and reserve the money of the advice.

    Raises ``Refused`` at its field when the amount is more than was asked, than one request
    may get, or than is left; ``OutOfDate`` when somebody else was first.
    """
    take_turn(request)
    authorize(by, rules.propose, request)
    budget = None
    if "propose" in LIFE.possible(request.state):  # else the step tells who was first
        budget = _budget_for(request, advice)
    if budget is not None:
        ledger.reserve(budget, request, advice.cents, by=by)
    take_step(LIFE, request, "propose", by=by)
    proposal = Proposal(
        request=request, author=by, budget=budget, cents=advice.cents, advice=advice.text
    )
    db.session.add(proposal)
    db.session.flush()
    return proposal


def reconsider(request: SupportRequest, *, by: User, reason: str) -> None:
    """Take the proposal back; its money is free again."""
    take_turn(request)
    authorize(by, rules.reconsider, request)
    proposal = request.standing_proposal
    take_step(LIFE, request, "reconsider", by=by, reason=reason)
    if proposal is not None:
        end(proposal, by=by)


def end(proposal: Proposal, *, by: User) -> None:
    """Let a proposal lapse: what it reserved is free again."""
    proposal.ended_at = clock.now()
    if proposal.budget is not None:
        ledger.release(proposal.budget, proposal.request, proposal.cents, by=by)


def _budget_for(request: SupportRequest, advice: Advice) -> Budget | None:
    """Return the budget of the advice, once the amount fits the rules; nothing for no money."""
    if advice.cents == 0:
        return None
    place, year = initiatives.places_of(request.initiative), clock.today().year
    budget = next(
        (one for one in queries.budgets_for(place, year) if one.id == advice.budget_id), None
    )
    if budget is None:
        raise Refused(_("Kies uit welk budget het geld komt."), field="budget_id")
    if advice.cents > request.asked_cents:
        raise Refused(
            _("Er is %(amount)s gevraagd. Meer kan niet.", amount=euros(request.asked_cents)),
            field="amount",
        )
    if advice.cents > budget.max_per_request_cents:
        most = euros(budget.max_per_request_cents)
        raise Refused(
            _("Uit dit budget krijgt een vraag hoogstens %(amount)s.", amount=most), field="amount"
        )
    return budget
