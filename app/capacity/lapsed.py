"""Hours that a team took back after they were kept for a need, and what a coordinator did about it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.capacity.models import CapacityReservation
from app.core import clock
from app.core.db import Base


class LapsedHours(Base):
    """A reservation that a team took back; ``why`` is for colleagues only.

    It waits until ``answered_at``: other hours came in their place, or residents were told that there
    are none, with a ``reason`` that they read.
    """

    __tablename__ = "lapsed_hours"
    __table_args__ = (
        CheckConstraint("(answered_at is null) = (answered_by_id is null)", name="answered_by"),
        CheckConstraint(
            "answered_at is null or (replacement_id is null) = (reason <> '')", name="one_answer"
        ),
        Index(None, "answered_at"),
    )

    reservation_id: Mapped[int] = mapped_column(ForeignKey("capacity_reservations.id"), unique=True)
    why: Mapped[str] = mapped_column(String(300))
    lapsed_at: Mapped[datetime] = mapped_column(default=clock.now)
    replacement_id: Mapped[int | None] = mapped_column(
        ForeignKey("capacity_reservations.id"), index=True
    )
    reason: Mapped[str] = mapped_column(String(300), default="")
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    answered_at: Mapped[datetime | None]

    reservation: Mapped[CapacityReservation] = relationship(foreign_keys=[reservation_id])
    replacement: Mapped[CapacityReservation | None] = relationship(foreign_keys=[replacement_id])
    answered_by: Mapped[User | None] = relationship()
