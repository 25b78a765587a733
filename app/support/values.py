"""What people fill in, as the service wants it: valid by shape, not yet by rule."""

from dataclasses import dataclass
from datetime import date

from app.support.decisions import Criterion
from app.support.models import Expertise, LegalRegime, SupportKind
from app.support.objections import Finding

FORM_VERSION = 1  # of the form with which help is asked; another question is another version


@dataclass(frozen=True)
class NeedWish:
    """One line of what is asked."""

    kind: SupportKind
    description: str
    expertise: Expertise | None = None
    hours: int = 0
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class Cost:
    """What something costs."""

    description: str
    cents: int


@dataclass(frozen=True)
class Cover:
    """Who pays; ``is_asked`` for the part that is asked from the municipality."""

    description: str
    cents: int
    is_asked: bool = False


@dataclass(frozen=True)
class MoneyPlan:
    """The costs and who covers them."""

    costs: tuple[Cost, ...]
    covers: tuple[Cover, ...]

    @property
    def cost_cents(self) -> int:
        return sum(line.cents for line in self.costs)

    @property
    def cover_cents(self) -> int:
        return sum(line.cents for line in self.covers)

    @property
    def asked_cents(self) -> int:
        return sum(line.cents for line in self.covers if line.is_asked)


@dataclass(frozen=True)
class Explanation:
    """Why and when, and whether a decision is asked (an application, Awb 1:3)."""

    text: str
    wanted_by: date | None = None
    asks_decision: bool = False


@dataclass(frozen=True)
class Advice:
    """What the adviser proposes; ``cents`` of the budget are reserved."""

    text: str
    budget_id: int | None = None
    cents: int = 0


@dataclass(frozen=True)
class Reason:
    """Why, on one criterion."""

    criterion: Criterion
    text: str


@dataclass(frozen=True)
class Judgement:
    """A decision: ``step`` is the step of the lifecycle that it takes."""

    step: str
    reasons: tuple[Reason, ...]
    legal_basis: str
    cents: int = 0
    agreement: str = ""
    other_facts: bool = False  # than those of the team: then it is heard before a no (Awb 4:7)


@dataclass(frozen=True)
class TypePlan:
    """A line of the catalogue."""

    kind: SupportKind
    name: str
    description: str
    conditions: tuple[str, ...]
    promised_days: int
    legal_regime: LegalRegime
    provider_id: int
    max_cents: int | None = None
    area_id: int | None = None


@dataclass(frozen=True)
class BudgetPlan:
    """Money for initiatives in an area and a year, and the rule that it is given by."""

    name: str
    area_id: int
    year: int
    ceiling_cents: int
    max_per_request_cents: int
    legal_basis: str
    legal_regime: LegalRegime
    decision_days: int | None = None


@dataclass(frozen=True)
class Question:
    """What the team is asked, and the last day to answer."""

    text: str
    until: date


@dataclass(frozen=True)
class Protest:
    """Why a team objects, and whether it wants to tell more; ``late`` is why it comes late."""

    text: str
    wants_hearing: bool
    late: str = ""


@dataclass(frozen=True)
class Ruling:
    """The answer to an objection: ``step`` is what it makes of the request, if anything.

    ``cents`` is all that the team gets now, of which it may have some already.
    """

    finding: Finding
    reasons: str
    step: str = ""
    cents: int = 0
    budget_id: int | None = None


@dataclass(frozen=True)
class MoreTime:
    """A later day for the answer, and why."""

    until: date
    reason: str
