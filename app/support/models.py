"""What the municipality and partners can offer, and what initiatives ask of them."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.areas.models import Area
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.initiatives.models import Initiative
from app.organisations.models import Organisation
from app.support.bands import Accounting, BandCode
from app.support.lifecycle import LIFE, OPEN, RequestState

if TYPE_CHECKING:
    from app.support.decisions import Proposal
    from app.support.delays import Extension, Supplement
    from app.support.post import Letter

OPEN_STATES = ", ".join(f"'{state.value}'" for state in sorted(OPEN))
ARE_OPEN = f"state in ({OPEN_STATES})"
# Written out, not as values: only then the database sees that its index of open requests fits.
IS_OPEN = text(f"support_requests.{ARE_OPEN}")


class SupportKind(Choice):
    """Kinds of facilitation."""

    MONEY = "money", _l("Geld")
    MATERIALS = "materials", _l("Spullen")
    SPACE = "space", _l("Ruimte")
    PERMISSION = "permission", _l("Toestemming")
    WORKS = "works", _l("Werk op straat of in het groen")
    COMMUNICATION = "communication", _l("Bekendheid")
    INTRODUCTION = "introduction", _l("Contact met een partner")
    COACHING = "coaching", _l("Begeleiding")
    TEAM_HOURS = "team_hours", _l("Uren van het wijkteam")


BY_PEOPLE = {SupportKind.TEAM_HOURS, SupportKind.COACHING}  # given in hours, by somebody who knows


class Expertise(Choice):
    """What somebody who helps should know about."""

    GROUP_WORK = "group_work", _l("Groepen begeleiden")
    LONELINESS = "loneliness", _l("Eenzaamheid")
    YOUTH = "youth", _l("Jongeren")
    PARENTING = "parenting", _l("Opvoeden")
    MONEY = "money", _l("Geld en schulden")
    WORK = "work", _l("Werk en dagbesteding")
    CARE = "care", _l("Zorg en mantelzorg")
    GREEN = "green", _l("Groen en buitenruimte")
    SAFETY = "safety", _l("Veiligheid in de buurt")
    ORGANISING = "organising", _l("Organiseren en vergunningen")
    SPORT = "sport", _l("Sport en bewegen")
    LANGUAGE = "language", _l("Taal")


class LegalRegime(Choice):
    """What kind of answer the law asks for: terms, letters and objection differ."""

    AWB_DECISION = "awb_decision", _l("Besluit waartegen je bezwaar kunt maken")
    AGREEMENT = "agreement", _l("Afspraak op papier")
    SERVICE = "service", _l("Dienst")


class SupportType(Base):
    """One line of the facilitation catalogue, with its conditions and the promised term."""

    __tablename__ = "support_types"
    __table_args__ = (CheckConstraint("promised_days between 1 and 365", name="promised_days"),)

    kind: Mapped[SupportKind]
    name: Mapped[str] = mapped_column(String(120))
    slug: Mapped[str] = mapped_column(String(140), unique=True)
    description: Mapped[str]
    conditions: Mapped[list[str]]  # one sentence each
    promised_days: Mapped[int]  # an answer within so many days
    legal_regime: Mapped[LegalRegime] = mapped_column(default=LegalRegime.SERVICE)
    max_cents: Mapped[int | None]
    pieces: Mapped[int | None]  # how many can be lent at the same time
    provider_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"))
    area_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))  # None: everywhere
    withdrawn_on: Mapped[date | None]
    version: Mapped[int] = mapped_column(default=1)

    provider: Mapped[Organisation] = relationship()
    area: Mapped[Area | None] = relationship()

    __mapper_args__ = {"version_id_col": version}


class Budget(Base):
    """Money for initiatives in an area and a year. Reserved and booked never pass the ceiling."""

    __tablename__ = "budgets"
    __table_args__ = (
        CheckConstraint("reserved_cents >= 0 and booked_cents >= 0", name="not_negative"),
        CheckConstraint("reserved_cents + booked_cents <= ceiling_cents", name="within_ceiling"),
    )

    name: Mapped[str] = mapped_column(String(120))
    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    year: Mapped[int]
    ceiling_cents: Mapped[int]
    reserved_cents: Mapped[int] = mapped_column(default=0)
    booked_cents: Mapped[int] = mapped_column(default=0)
    max_per_request_cents: Mapped[int]
    legal_basis: Mapped[str] = mapped_column(String(300))
    legal_regime: Mapped[LegalRegime] = mapped_column(default=LegalRegime.AWB_DECISION)
    decision_days: Mapped[int | None]  # the term of the local rule; without one: Awb 4:13
    version: Mapped[int] = mapped_column(default=1, server_default="1")  # of its rules

    area: Mapped[Area] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @property
    def free_cents(self) -> int:
        return self.ceiling_cents - self.reserved_cents - self.booked_cents


class SupportRequest(Base):
    """What an initiative asks for. ``state`` changes only through ``LIFE``."""

    __tablename__ = "support_requests"
    __table_args__ = (
        Index(
            "ix_support_requests_open_by_due_day",
            *("decision_due_on", "id"),
            sqlite_where=text(ARE_OPEN),
            postgresql_where=text(ARE_OPEN),
        ),
    )

    reference: Mapped[str | None] = mapped_column(String(30), unique=True)
    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    state: Mapped[RequestState] = mapped_column(default=LIFE.initial)
    explanation: Mapped[str] = mapped_column(default="")
    wanted_by: Mapped[date | None]
    asks_decision: Mapped[bool] = mapped_column(default=False)  # an application (Awb 1:3)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    submitted_at: Mapped[datetime | None]
    form_version: Mapped[int | None]  # of the form that it was sent in with (Awb 4:4)
    band: Mapped[BandCode | None]  # None: no money was asked, or it came before there were bands
    accounting: Mapped[Accounting | None]  # that its band asked then
    term_days: Mapped[int | None]  # in which an answer was promised, counted from that day
    decision_due_on: Mapped[date | None]  # every open request has one; see terms.term_of
    coordinator_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[User] = relationship(foreign_keys=[author_id])
    coordinator: Mapped[User | None] = relationship(foreign_keys=[coordinator_id])
    needs: Mapped[list["Need"]] = relationship(
        back_populates="request", order_by="Need.id", cascade="all, delete-orphan"
    )
    cost_lines: Mapped[list["CostLine"]] = relationship(
        order_by="CostLine.id", cascade="all, delete-orphan"
    )
    funding_lines: Mapped[list["FundingLine"]] = relationship(
        order_by="FundingLine.id", cascade="all, delete-orphan"
    )
    proposals: Mapped[list["Proposal"]] = relationship(
        back_populates="request", order_by="Proposal.id"
    )
    supplements: Mapped[list["Supplement"]] = relationship(
        back_populates="request", order_by="Supplement.id"
    )
    extension: Mapped["Extension | None"] = relationship(back_populates="request")
    letters: Mapped[list["Letter"]] = relationship(
        back_populates="request", order_by="Letter.id", cascade="all, delete-orphan"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def asks_money(self) -> bool:
        return any(need.kind is SupportKind.MONEY for need in self.needs)

    @property
    def standing_proposal(self) -> "Proposal | None":
        return next((made for made in self.proposals if made.ended_at is None), None)

    @property
    def open_supplement(self) -> "Supplement | None":
        return next((one for one in self.supplements if one.ended_on is None), None)

    @property
    def asked_cents(self) -> int:
        return sum(line.cents for line in self.funding_lines if line.is_asked)


class Need(Base):
    """One line of a request: a kind of support, and how much of it."""

    __tablename__ = "needs"
    __table_args__ = (CheckConstraint("hours >= 0 and cents >= 0", name="not_negative"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    kind: Mapped[SupportKind]
    description: Mapped[str] = mapped_column(String(500))
    expertise: Mapped[str] = mapped_column(String(40), default="")  # code, for hours and coaching
    hours: Mapped[int] = mapped_column(default=0)
    cents: Mapped[int] = mapped_column(default=0)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]

    request: Mapped[SupportRequest] = relationship(back_populates="needs")


class CostLine(Base):
    """What something costs."""

    __tablename__ = "cost_lines"
    __table_args__ = (CheckConstraint("cents > 0", name="positive"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    description: Mapped[str] = mapped_column(String(120))
    cents: Mapped[int]


class FundingLine(Base):
    """Who pays for it; ``is_asked`` marks what is asked from the municipality."""

    __tablename__ = "funding_lines"
    __table_args__ = (CheckConstraint("cents > 0", name="positive"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    description: Mapped[str] = mapped_column(String(120))
    cents: Mapped[int]
    is_asked: Mapped[bool] = mapped_column(default=False)
