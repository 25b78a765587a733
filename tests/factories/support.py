"""Requests for support to play with: money and a plot for the wall gardens, hours for a walk."""

from datetime import UTC, date, datetime, timedelta

from app.accounts.models import User
from app.accounts.roles import Role
from app.areas.models import Area
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative
from app.organisations.models import Organisation, OrganisationKind
from app.support import service
from app.support.decisions import Criterion, Proposal
from app.support.delays import Supplement
from app.support.lifecycle import RequestState
from app.support.models import (
    Budget,
    CostLine,
    Expertise,
    FundingLine,
    LegalRegime,
    Need,
    SupportKind,
    SupportRequest,
    SupportType,
)
from app.support.values import Advice, Judgement, Question, Reason
from factories.accounts import a_person
from factories.areas import a_town
from factories.initiatives import an_initiative

ASKED = 1850_00
REASONS = tuple(Reason(criterion, "Ja, dat is goed te zien.") for criterion in Criterion)


def money(cents: int = ASKED) -> Need:
    return Need(kind=SupportKind.MONEY, description="Planten en grond", cents=cents)


def a_plot() -> Need:
    return Need(kind=SupportKind.SPACE, description="Het veldje naast de flat")


def team_hours(hours: int = 6) -> Need:
    return Need(
        kind=SupportKind.TEAM_HOURS,
        description="Advies over een wandelgroep",
        expertise=Expertise.LONELINESS.value,
        hours=hours,
    )


def a_request(
    initiative: Initiative | None = None,
    *,
    needs: list[Need] | None = None,
    state: RequestState = RequestState.SUBMITTED,
    days_until_due: int = 56,
    term_days: int = 56,
    coordinator: User | None = None,
) -> SupportRequest:
    """Return a request; with a need for money it asks a decision, and its plan is in balance.

    It was sent in as long ago as makes its answer due in ``days_until_due`` days.
    """
    initiative = initiative or an_initiative()
    needs = [money(), a_plot()] if needs is None else needs
    cents = sum(need.cents or 0 for need in needs)
    is_draft = state is RequestState.DRAFT
    request = SupportRequest(
        initiative=initiative,
        author=initiative.owner,
        state=state,
        explanation="Samen maken we de straat groener.",
        asks_decision=bool(cents),
        submitted_at=None if is_draft else _days_ago(term_days - days_until_due),
        term_days=None if is_draft else term_days,
        decision_due_on=None if is_draft else clock.today() + timedelta(days=days_until_due),
        coordinator=coordinator,
        needs=needs,
        cost_lines=[CostLine(description="Planten", cents=cents + 150_00)] if cents else [],
        funding_lines=[
            FundingLine(description="Gevraagd aan de gemeente", cents=cents, is_asked=True),
            FundingLine(description="Eigen geld", cents=150_00),
        ]
        if cents
        else [],
    )
    db.session.add(request)
    db.session.flush()
    if not is_draft:
        request.reference = f"HULP-2026-{request.id:04}"
        db.session.flush()
    return request


def _days_ago(days: int) -> datetime:
    """Return this very time on the wall so many days ago: on that day also when the clock moved since."""
    here = clock.now().astimezone(clock.AMSTERDAM)
    return (here - timedelta(days)).astimezone(UTC)


def a_budget(
    area: Area | None = None,
    *,
    ceiling: int = 10_000_00,
    most: int = 5_000_00,
    regime: LegalRegime = LegalRegime.AWB_DECISION,
    decision_days: int | None = None,
    name: str = "Wijkbudget Noord",
) -> Budget:
    budget = Budget(
        name=name,
        area_id=(area or a_town().north).id,
        year=clock.today().year,
        ceiling_cents=ceiling,
        max_per_request_cents=most,
        legal_basis="Regeling bewonersinitiatieven 2026, artikel 4",
        legal_regime=regime,
        decision_days=decision_days,
    )
    db.session.add(budget)
    db.session.flush()
    return budget


def a_municipality() -> Organisation:
    """Return the organisation of the municipality."""
    known = db.session.query(Organisation).filter_by(slug="gemeente-proefstad").first()
    found = known or Organisation(
        kind=OrganisationKind.MUNICIPALITY, name="Gemeente Proefstad", slug="gemeente-proefstad"
    )
    db.session.add(found)
    db.session.flush()
    return found


def a_type(
    name: str = "Veldje gebruiken",
    *,
    kind: SupportKind = SupportKind.SPACE,
    promised_days: int = 28,
    regime: LegalRegime = LegalRegime.AGREEMENT,
    max_cents: int | None = None,
    area: Area | None = None,
) -> SupportType:
    line = SupportType(
        kind=kind,
        name=name,
        slug=name.lower().replace(" ", "-"),
        description="Een stuk grond van de gemeente.",
        conditions=["Je houdt het netjes.", "Je vraagt het samen met je buren."],
        promised_days=promised_days,
        legal_regime=regime,
        max_cents=max_cents,
        provider=a_municipality(),
        area_id=area.id if area else None,
    )
    db.session.add(line)
    db.session.flush()
    return line


def a_decider(name: str = "Dirk", area: Area | None = None) -> User:
    return a_person(name, role=Role.DECISION_MAKER, area=area)


def an_adviser(name: str = "Vera", area: Area | None = None) -> User:
    return a_person(name, role=Role.DEPARTMENT_ADVISER, area=area)


def proposed(
    request: SupportRequest, *, by: User, budget: Budget | None = None, cents: int = 0
) -> Proposal:
    """Return the advice on a request that is taken on and waits for its decision now."""
    if request.state is RequestState.SUBMITTED:
        service.assess(request, by=by)
    advice = Advice("Doen.", budget.id if budget else None, cents)
    return service.propose(request, advice, by=by)


def a_judgement(step: str = "grant", *, cents: int = 0, agreement: str = "") -> Judgement:
    return Judgement(
        step=step,
        reasons=REASONS,
        legal_basis="Regeling bewonersinitiatieven 2026, artikel 4",
        cents=cents,
        agreement=agreement,
    )


def asked_back(
    request: SupportRequest,
    *,
    by: User,
    text: str = "Hoe diep is de sloot?",
    until: date | None = None,
) -> Supplement:
    """Return a question to the team of a request that was taken on; two weeks to answer."""
    if request.state is RequestState.SUBMITTED:
        service.assess(request, by=by)
    question = Question(text, until or clock.today() + timedelta(weeks=2))
    return service.ask_supplement(request, question, by=by)
