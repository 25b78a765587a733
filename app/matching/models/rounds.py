"""Rounds: needs for hours of teams that are shared out together, by plans that people decide about."""

from datetime import date, datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.areas.models import Area
from app.capacity.models import CapacityOffer, CapacityReservation
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.matching.lifecycle import ROUND_LIFE, RoundState
from app.support.models import Need

STANDING = text("kept_at is not null and ended_at is null")
PENDING = text("kept_at is null and ended_at is null")


class ChoiceKind(Choice):
    """What somebody decided about a need and hours."""

    PIN = "pin", _l("Vastgezet")
    MOVE = "move", _l("Verplaatst")
    VETO = "veto", _l("Uitgesloten")


class Round(Base):
    """Collects the needs of an area until a day. ``state`` changes only through ``ROUND_LIFE``."""

    __tablename__ = "match_rounds"

    area_id: Mapped[int] = mapped_column(ForeignKey("areas.id"), index=True)
    until: Mapped[date]
    state: Mapped[RoundState] = mapped_column(default=ROUND_LIFE.initial)
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    area: Mapped[Area] = relationship()
    by: Mapped[User] = relationship()


class Plan(Base):
    """A question as it was asked, and its answer once it is solved.

    It waits to be solved until ``solved_at``, and to be kept until ``kept_at``; it is over from
    ``ended_at`` on: another plan stands, or nobody wanted it. A round has one that stands and one
    that waits at most. All of its choices are its own, also those that went before.
    """

    __tablename__ = "match_plans"
    __table_args__ = (
        CheckConstraint("value between 0 and bound", name="value"),
        CheckConstraint("kept_at is null or solved_at is not null", name="kept_when_solved"),
        Index(
            "uq_match_plans_standing",
            "round_id",
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
        Index(
            "uq_match_plans_pending",
            "round_id",
            unique=True,
            sqlite_where=PENDING,
            postgresql_where=PENDING,
        ),
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("match_rounds.id"), index=True)
    question: Mapped[str] = mapped_column(
        deferred=True
    )  # as JSON, in the one order of ``fingerprint.canonical``
    fingerprint: Mapped[str] = mapped_column(String(64))
    rules_version: Mapped[str] = mapped_column(String(40))
    weights_version: Mapped[str] = mapped_column(String(40))
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime]  # what was sent in later is no part of the question
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    steps: Mapped[int] = mapped_column(default=0)  # counted while it is solved
    solver: Mapped[str] = mapped_column(String(60), default="")
    value: Mapped[int] = mapped_column(default=0)  # points
    bound: Mapped[int] = mapped_column(default=0)  # no plan with these choices has more points
    is_verified: Mapped[bool | None]
    solved_at: Mapped[datetime | None]
    kept_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    round: Mapped[Round] = relationship()
    by: Mapped[User] = relationship()
    lines: Mapped[list["PlanLine"]] = relationship(
        order_by="PlanLine.need_id", back_populates="plan"
    )
    choices: Mapped[list["PlanChoice"]] = relationship(order_by="PlanChoice.id")

    @property
    def gap_pct(self) -> float:
        """How far below the best possible plan this one is at most, in per cent."""
        return 100 * (self.bound - self.value) / self.bound if self.bound else 0.0


class PlanLine(Base):
    """What one need gets in a plan: hours of an offer, or nothing.

    It is proposed until ``approved_at``. An approved line stays, also when its plan ends.
    """

    __tablename__ = "match_lines"
    __table_args__ = (
        UniqueConstraint("plan_id", "need_id"),
        CheckConstraint("hours > 0 and value >= 0", name="not_negative"),
        CheckConstraint("(approved_at is null) = (approved_by_id is null)", name="approved_by"),
        CheckConstraint("reservation_id is null or approved_at is not null", name="kept"),
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("match_plans.id"))
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("capacity_offers.id"), index=True)
    hours: Mapped[int]  # asked; with an offer also given
    value: Mapped[int]  # points
    parts: Mapped[dict[str, Any]]  # points by part of the value, in published order
    reservation_id: Mapped[int | None] = mapped_column(
        ForeignKey("capacity_reservations.id"), index=True
    )
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    approved_at: Mapped[datetime | None]

    plan: Mapped[Plan] = relationship(back_populates="lines")
    need: Mapped[Need] = relationship()
    offer: Mapped[CapacityOffer | None] = relationship()
    reservation: Mapped[CapacityReservation | None] = relationship()
    approved_by: Mapped[User | None] = relationship()


class PlanChoice(Base):
    """Hours that somebody pinned to a need, moved it to, or ruled out for it, and why."""

    __tablename__ = "match_choices"
    __table_args__ = (UniqueConstraint("plan_id", "need_id", "offer_id"),)

    plan_id: Mapped[int] = mapped_column(ForeignKey("match_plans.id"))
    need_id: Mapped[int] = mapped_column(ForeignKey("needs.id"), index=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("capacity_offers.id"), index=True)
    kind: Mapped[ChoiceKind]
    reason: Mapped[str] = mapped_column(String(300))
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    need: Mapped[Need] = relationship()
    offer: Mapped[CapacityOffer] = relationship()
    by: Mapped[User] = relationship()

    @property
    def is_veto(self) -> bool:
        return self.kind is ChoiceKind.VETO
