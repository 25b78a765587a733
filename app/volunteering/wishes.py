"""What a volunteer likes to do, as told on purpose; and what is kept between a volunteer and a task."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.db import Base
from app.core.several import Several
from app.volunteering.kinds import DayPart, Reach, Tongue, Weekday, Work
from app.volunteering.models import VolunteerTask


class VolunteerWishes(Base):
    """What somebody likes to do and when, one row a person; only that person reads it.

    An empty list says nothing: every day, every part of the day. ``may_be_asked`` lets the portal
    send a task that fits, and ``asked_at`` is when it last did.
    """

    __tablename__ = "volunteer_wishes"
    __table_args__ = (Index(None, "may_be_asked", "asked_at"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), unique=True)
    likes: Mapped[list[Work]] = mapped_column(Several(Work), default=list)
    learns: Mapped[list[Work]] = mapped_column(Several(Work), default=list)
    days: Mapped[list[Weekday]] = mapped_column(Several(Weekday), default=list)
    parts: Mapped[list[DayPart]] = mapped_column(Several(DayPart), default=list)
    reach: Mapped[Reach] = mapped_column(default=Reach.EVERYWHERE)
    tongues: Mapped[list[Tongue]] = mapped_column(Several(Tongue), default=list)
    may_be_asked: Mapped[bool] = mapped_column(default=False, server_default=false())
    asked_at: Mapped[datetime | None]
    changed_at: Mapped[datetime] = mapped_column(default=clock.now)

    user: Mapped[User] = relationship()


class TaskMark(Base):
    """That somebody was asked for a task, or does not want to see it; for that person alone."""

    __tablename__ = "task_marks"
    __table_args__ = (UniqueConstraint("user_id", "task_id"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    task_id: Mapped[int] = mapped_column(ForeignKey("volunteer_tasks.id"), index=True)
    asked_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]

    task: Mapped[VolunteerTask] = relationship()


class TaskCall(Base):
    """That volunteers were asked for a task, and how many; never who."""

    __tablename__ = "task_calls"

    task_id: Mapped[int] = mapped_column(ForeignKey("volunteer_tasks.id"), index=True)
    number: Mapped[int]
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

    task: Mapped[VolunteerTask] = relationship()
