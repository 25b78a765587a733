"""What the team of an initiative does: ask, explain, send in, take back."""

from collections.abc import Sequence
from functools import partial

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.money import euros
from app.core.permissions import authorize
from app.core.tokens import reference
from app.initiatives import rules as initiatives
from app.initiatives.lifecycle import ACTIVE
from app.initiatives.models import Initiative
from app.support import jobs, letters, messages, queries, rules, signals, terms
from app.support.lifecycle import LIFE, RequestState
from app.support.models import CostLine, FundingLine, Need, SupportKind, SupportRequest
from app.support.post import LetterKind
from app.support.service import bands, proposals
from app.support.service.turn import take_turn
from app.support.service.writing import write
from app.support.values import FORM_VERSION, Explanation, MoneyPlan, NeedWish

PREFIX = "HULP"


def start(initiative: Initiative, wishes: Sequence[NeedWish], *, by: User) -> SupportRequest:
    """Begin a request with what is needed; the team finishes and sends it later.

    Raises ``NotAllowed`` for anyone but the team, ``Refused`` unless the initiative is public
    and going on.
    """
    authorize(by, rules.ask, initiative)
    if not (initiative.is_public and initiative.state in ACTIVE):
        raise Refused(_("Je kunt hulp vragen zodra je initiatief op de site staat en bezig is."))
    request = SupportRequest(initiative=initiative, author_id=by.id)
    db.session.add(request)
    _put_needs(request, wishes)
    record(by, "support_requests.start", request)
    return request


def change_needs(request: SupportRequest, wishes: Sequence[NeedWish], *, by: User) -> None:
    """Replace what is needed; without a question for money its plan goes too."""
    authorize(by, rules.edit, request)
    _put_needs(request, wishes)
    if not request.asks_money:
        request.cost_lines, request.funding_lines = [], []
        request.asks_decision = False
    record(by, "support_requests.change_needs", request)


def plan_money(request: SupportRequest, plan: MoneyPlan, *, by: User) -> None:
    """Set the costs and their cover: they are equal, and the part that is asked is allowed."""
    authorize(by, rules.edit, request)
    _check_balance(plan)
    _check_asked(request, plan.asked_cents)
    request.cost_lines = [
        CostLine(description=line.description, cents=line.cents) for line in plan.costs
    ]
    request.funding_lines = [
        FundingLine(description=line.description, cents=line.cents, is_asked=line.is_asked)
        for line in plan.covers
    ]
    _put_asked_cents(request)
    record(by, "support_requests.plan_money", request)


def explain(request: SupportRequest, explanation: Explanation, *, by: User) -> None:
    """Say why and when, and whether a decision is asked. Money always takes a decision."""
    authorize(by, rules.edit, request)
    if request.asks_money and not explanation.asks_decision:
        raise Refused(
            _("Je vraagt geld. Daar nemen we altijd een besluit over. Kies daarom “ja”."),
            field="asks_decision",
        )
    bands.expect_plan(request, explanation.text)
    request.explanation = explanation.text
    request.wanted_by = explanation.wanted_by
    request.asks_decision = explanation.asks_decision
    record(by, "support_requests.explain", request)


def submit(request: SupportRequest, *, by: User) -> None:
    """Send the request in: it gets a reference and a day on which the answer is due."""
    authorize(by, rules.edit, request)
    _check_complete(request)
    received = clock.today()
    request.reference = reference(PREFIX, received.year, request.id)
    request.submitted_at, request.form_version = clock.now(), FORM_VERSION
    place, band = initiatives.places_of(request.initiative), bands.keep_band(request)
    request.term_days = terms.promised_days(
        *(request, queries.catalogue(place), queries.budgets_for(place, received.year)),
        band_days=band.term_days if band else None,
    )
    request.decision_due_on = terms.Term(received, request.term_days).due_on
    take_step(LIFE, request, "submit", by=by)
    jobs.plan_due_day(request)
    write(request, LetterKind.RECEIPT, partial(letters.receipt, request))
    messages.tell_coordinators(request)
    signals.submitted.send(request, by=by)


def withdraw(request: SupportRequest, *, by: User, reason: str = "") -> None:
    """Take the request back; money and hours that were kept for it become free."""
    take_turn(request)
    authorize(by, rules.withdraw, request)
    was_sent, proposal = request.submitted_at is not None, request.standing_proposal
    take_step(LIFE, request, "withdraw", by=by, reason=reason)
    if proposal is not None:
        proposals.end(proposal, by=by)
    if was_sent:
        messages.tell_it_was_withdrawn(request, reason)
        signals.decided.send(request, outcome=RequestState.WITHDRAWN, by=by)


def free_texts(request: SupportRequest) -> str:
    """Return everything the team wrote itself, to look for personal data in."""
    return "\n".join(
        [
            request.explanation,
            *(need.description for need in request.needs),
            *(line.description for line in request.cost_lines),
            *(line.description for line in request.funding_lines),
        ]
    )


def _put_needs(request: SupportRequest, wishes: Sequence[NeedWish]) -> None:
    request.needs = [
        Need(
            kind=wish.kind,
            description=wish.description,
            expertise=wish.expertise.value if wish.expertise else "",
            hours=wish.hours,
            starts_on=wish.starts_on,
            ends_on=wish.ends_on,
        )
        for wish in wishes
    ]
    _put_asked_cents(request)


def _put_asked_cents(request: SupportRequest) -> None:
    for need in request.needs:
        need.cents = request.asked_cents if need.kind is SupportKind.MONEY else 0


def _check_balance(plan: MoneyPlan) -> None:
    difference = plan.cost_cents - plan.cover_cents
    if difference > 0:
        raise Refused(
            _(
                "De kosten zijn %(costs)s en er is %(cover)s om ze te betalen. "
                "Er ontbreekt %(difference)s.",
                costs=euros(plan.cost_cents),
                cover=euros(plan.cover_cents),
                difference=euros(difference),
            ),
            field="asked",
        )
    if difference < 0:
        raise Refused(
            _(
                "De kosten zijn %(costs)s en er is %(cover)s om ze te betalen. "
                "Dat is %(difference)s te veel.",
                costs=euros(plan.cost_cents),
                cover=euros(plan.cover_cents),
                difference=euros(-difference),
            ),
            field="asked",
        )


def _check_asked(request: SupportRequest, asked: int) -> None:
    if asked == 0:
        raise Refused(_("Vul in welk bedrag je van de gemeente vraagt."), field="asked")
    bands.expect_portal(asked)
    most = queries.most_per_request(initiatives.places_of(request.initiative), clock.today().year)
    if most is not None and asked > most:
        raise Refused(
            _("Je kunt hier hoogstens %(amount)s vragen.", amount=euros(most)), field="asked"
        )


def _check_complete(request: SupportRequest) -> None:
    if not request.needs:
        raise Refused(_("Vul eerst in wat je nodig hebt."))
    if request.asks_money and not request.cost_lines:
        raise Refused(_("Vul eerst in wat het kost en wie dat betaalt."))
    if not request.explanation or (request.asks_money and not request.asks_decision):
        raise Refused(_("Vul eerst in waarvoor je het nodig hebt."))
    bands.expect_plan(request, request.explanation)
