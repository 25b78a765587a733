"""The money set aside for a request, and the decision with its reasons."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.support.lifecycle import RequestState
from app.support.models import Budget, SupportRequest


class EntryKind(Choice):
    """What happened to money on a budget."""

    RESERVED = "reserved", _l("Gereserveerd")
    RELEASED = "released", _l("Vrijgegeven")
    BOOKED = "booked", _l("Geboekt")


class Criterion(Choice):
    """What every request is judged on; each needs reasons."""

    LIVEABILITY = "liveability", _l("Maakt het de buurt prettiger?")
    SUPPORT_BASE = "support_base", _l("Willen buurtbewoners dit?")
    FEASIBLE = "feasible", _l("Kan het echt?")
    FAIR = "fair", _l("Is het eerlijk verdeeld en voor een groep?")


class Proposal(Base):
    """The advice before a decision; its money is reserved on a budget."""

    __tablename__ = "proposals"
    __table_args__ = (CheckConstraint("cents >= 0", name="not_negative"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    budget_id: Mapped[int | None] = mapped_column(ForeignKey("budgets.id"))
    cents: Mapped[int] = mapped_column(default=0)
    advice: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    ended_at: Mapped[datetime | None]  # decided or reconsidered

    request: Mapped[SupportRequest] = relationship(back_populates="proposals")
    author: Mapped[User] = relationship()
    budget: Mapped[Budget | None] = relationship()


class Decision(Base):
    """What was decided and why; the objection term counts from ``announced_on``."""

    __tablename__ = "decisions"

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), unique=True)
    decider_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    outcome: Mapped[RequestState]  # the state that it led to
    budget_id: Mapped[int | None] = mapped_column(ForeignKey("budgets.id"))
    cents: Mapped[int] = mapped_column(default=0)
    legal_basis: Mapped[str] = mapped_column(String(300))
    agreement: Mapped[str] = mapped_column(default="")  # what is agreed on support in kind
    decided_at: Mapped[datetime] = mapped_column(default=clock.now)
    announced_on: Mapped[date]
    objection_until: Mapped[date | None]

    request: Mapped[SupportRequest] = relationship()
    decider: Mapped[User] = relationship()
    budget: Mapped[Budget | None] = relationship()
    reasons: Mapped[list["DecisionReason"]] = relationship(order_by="DecisionReason.id")


class DecisionReason(Base):
    """The reasons on one criterion."""

    __tablename__ = "decision_reasons"
    __table_args__ = (UniqueConstraint("decision_id", "criterion"),)

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"))
    criterion: Mapped[Criterion]
    text: Mapped[str]


class BudgetEntry(Base):
    """One line of the ledger of a budget."""

    __tablename__ = "budget_entries"

    budget_id: Mapped[int] = mapped_column(ForeignKey("budgets.id"), index=True)
    request_id: Mapped[int | None] = mapped_column(
        ForeignKey("support_requests.id"), index=True
    )  # None: its file is past its term and gone
    kind: Mapped[EntryKind]
    cents: Mapped[int]
    at: Mapped[datetime] = mapped_column(default=clock.now)
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))

    request: Mapped[SupportRequest | None] = relationship()
    by: Mapped[User] = relationship()
