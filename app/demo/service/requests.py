"""Support requests: what an initiative asks for, what it costs and who pays."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache

from app.core import clock
from app.core.tokens import reference
from app.demo.chance import pick
from app.demo.service.catalogue import Purse
from app.demo.service.log import Thing
from app.demo.service.stage import Plan, Stage
from app.demo.service.words import ASKED, COSTS, OWN_SHARE
from app.demo.texts import idea
from app.support import terms
from app.support.bands import DEFAULTS, Band
from app.support.lifecycle import LIFE, RequestState
from app.support.models import BY_PEOPLE, CostLine, FundingLine, Need, SupportKind, SupportRequest
from app.support.service.requests import PREFIX
from app.support.values import FORM_VERSION

LONGEST_LINE = 120
EURO = 100  # cents
FORMAL = {"money", "permission"}  # takes a decision of the law
OWN = 0.4  # of those who ask money pay a part themselves
COACHING_HOURS = (2, 6)


@dataclass(frozen=True)
class Wish:
    """What is asked; for people also what they should know (``None``: what fits) and when."""

    needs: Sequence[idea.Need]
    expertise: str | None = None
    period: tuple[date, date] | None = None


@dataclass(frozen=True)
class Line:
    """One thing that is asked."""

    id: int
    kind: SupportKind
    hours: int
    expertise: str


@dataclass
class Case:
    """A support request while it is told; ``at`` is the moment of the last step."""

    thing: Thing[RequestState]
    plan: Plan
    began: datetime
    at: datetime
    lines: list[Line]
    asked: int
    asks_decision: bool
    sent_at: datetime | None = None
    coordinator: int | None = None
    questions: list[terms.Suspension] = field(default_factory=list)  # to the team

    @property
    def reference(self) -> str:
        return reference(PREFIX, (self.sent_at or self.began).year, self.thing.id)

    @property
    def is_in_kind(self) -> bool:
        """Whether something is asked that is no money."""
        return any(line.kind is not SupportKind.MONEY for line in self.lines)

    def by_people(self) -> list[Line]:
        """Return what is asked of a team."""
        return [line for line in self.lines if line.kind in BY_PEOPLE]


def begin(stage: Stage, plan: Plan, at: datetime, wish: Wish) -> Case:
    """Write what is asked, and the money plan when that is part of it."""
    purses = stage.support.purses_for(plan.idea.district_code, stage.municipality, at.date())
    case = Case(
        thing=stage.log.begin(SupportRequest, LIFE),
        plan=plan,
        began=at,
        at=at,
        lines=[],
        asked=_asked(wish, purses),
        asks_decision=any(need.kind in FORMAL for need in wish.needs),
    )
    for need in wish.needs:
        case.lines.append(_line(stage, case, need, wish))
    if case.asked:
        _plan_money(stage, case, next(need.text for need in wish.needs if need.kind == "money"))
    return case


def write(stage: Stage, case: Case) -> None:
    """Write the request itself, once its state is known."""
    term, band = _term(stage, case), _band(case)
    stage.rows.add(
        SupportRequest,
        id=case.thing.id,
        reference=case.reference if case.sent_at else None,
        initiative_id=case.plan.id,
        author_id=case.plan.owner,
        state=case.thing.state,
        explanation=case.plan.idea.summary,
        asks_decision=case.asks_decision,
        created_at=case.began,
        submitted_at=case.sent_at,
        form_version=FORM_VERSION if case.sent_at else None,
        band=band.code if band else None,
        accounting=band.accounting if band else None,
        term_days=term.days if term else None,
        decision_due_on=term.due_on if term else None,
        coordinator_id=case.coordinator,
    )


def _term(stage: Stage, case: Case) -> terms.Term | None:
    """Return in which days an answer is promised, by the terms of the portal itself."""
    if case.sent_at is None:
        return None
    like = _specimen(case.asks_decision, frozenset(line.kind for line in case.lines), case.asked)
    band = _band(case)
    days = terms.promised_days(
        *(like, stage.support.rules, []), band_days=band.term_days if band else None
    )
    return terms.Term(clock.day_of(case.sent_at), days, tuple(case.questions))


def _band(case: Case) -> Band | None:
    """Return the band that the amount falls in, as we deliver them."""
    if not (case.asked and case.sent_at):
        return None
    return next(one for one in DEFAULTS if one.up_to_cents and case.asked <= one.up_to_cents)


@lru_cache(maxsize=4_096)
def _specimen(asks_decision: bool, kinds: frozenset[SupportKind], asked: int) -> SupportRequest:
    """Return a request that asks the same: the terms look at nothing else."""
    return SupportRequest(
        asks_decision=asks_decision,
        needs=[Need(kind=kind) for kind in kinds],
        funding_lines=[FundingLine(cents=asked, is_asked=True)],
    )


def _asked(wish: Wish, purses: list[Purse]) -> int:
    """Return how many cents are asked: never more than one request may get."""
    most = max((purse.plan.per_request_cents for purse in purses), default=0)
    return min(most, sum(need.amount for need in wish.needs if need.kind == "money") * EURO)


def _line(stage: Stage, case: Case, need: idea.Need, wish: Wish) -> Line:
    kind, hours = SupportKind.of(need.kind), 0
    if kind is SupportKind.TEAM_HOURS:
        hours = need.amount
    elif kind is SupportKind.COACHING:
        hours = case.plan.throws.randint(*COACHING_HOURS)
    is_by_people = kind in BY_PEOPLE
    expertise = _expertise(stage, case.plan) if wish.expertise is None else wish.expertise
    starts_on, ends_on = wish.period if wish.period and is_by_people else (None, None)
    number = stage.rows.add(
        Need,
        request_id=case.thing.id,
        kind=kind,
        description=need.text,
        expertise=expertise if is_by_people else "",
        hours=hours,
        cents=case.asked if kind is SupportKind.MONEY else 0,
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return Line(number, kind, hours, expertise if is_by_people else "")


def _expertise(stage: Stage, plan: Plan) -> str:
    """Return what a helper should know that some team of the district knows, if anything."""
    known = {
        one for team in stage.parties.serving(plan.idea.district_code) for one in team.expertise
    }
    return next((one for one in plan.idea.expertise if one in known), "")


def _plan_money(stage: Stage, case: Case, main: str) -> None:
    """Write costs and cover lines that add up to the same amount."""
    throws, own = case.plan.throws, 0
    if throws.random() < OWN:
        own = (1 + case.asked // (20 * EURO)) * 2 * EURO
    total = case.asked + own
    rest = total // (5 * EURO) * EURO
    for description, cents in ((main, total - rest), (pick(throws, COSTS), rest)):
        if cents:
            stage.rows.add(
                CostLine,
                request_id=case.thing.id,
                description=description[:LONGEST_LINE],
                cents=cents,
            )
    for description, cents, is_asked in (
        (ASKED, case.asked, True),
        (pick(throws, OWN_SHARE), own, False),
    ):
        if cents:
            stage.rows.add(
                FundingLine,
                request_id=case.thing.id,
                description=description,
                cents=cents,
                is_asked=is_asked,
            )
