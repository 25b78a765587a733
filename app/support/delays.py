"""What moves the last day for an answer: a question to the team, and an extension."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core.db import Base
from app.support.models import SupportRequest


class Supplement(Base):
    """What a request lacked, asked of its team (Awb 4:5, 4:15).

    ``ended_on`` is the day of the answer, or the day on which we went on without one; with
    neither the time to answer runs, or passed unused after ``until``.
    """

    __tablename__ = "supplements"
    __table_args__ = (
        CheckConstraint("until > asked_on", name="time_to_answer"),
        CheckConstraint("ended_on >= asked_on", name="ends_after_it_began"),
        CheckConstraint("answered_by_id is null or ended_on is not null", name="answer_has_a_day"),
    )

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_on: Mapped[date]
    until: Mapped[date]  # the last day to answer
    question: Mapped[str]
    ended_on: Mapped[date | None]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    answer: Mapped[str] = mapped_column(default="")

    request: Mapped[SupportRequest] = relationship(back_populates="supplements")
    asked_by: Mapped[User] = relationship(foreign_keys=[asked_by_id])
    answered_by: Mapped[User | None] = relationship(foreign_keys=[answered_by_id])


class Extension(Base):
    """A later day for the answer, told before the old one came (Awb 4:14). A request has one."""

    __tablename__ = "extensions"
    __table_args__ = (CheckConstraint("until > made_on", name="later"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), unique=True)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_on: Mapped[date]
    until: Mapped[date]
    reason: Mapped[str]

    request: Mapped[SupportRequest] = relationship(back_populates="extension")
    made_by: Mapped[User] = relationship()
