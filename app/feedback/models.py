"""Who may say how a plan went, and what was said, which leads to nobody (ADR 34)."""

from datetime import date, datetime, timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.initiatives.models import Initiative

TIME_TO_ANSWER = timedelta(days=21)  # who reads our mail once a week has two weeks at least


class Verdict(Choice):
    """How it went."""

    GOOD = "good", _l("Goed")
    FAIR = "fair", _l("Ging wel")
    BAD = "bad", _l("Niet zo goed")


class Ask(Base):
    """The question to one person, with the answer for as long as that can change.

    After the day ``until`` the answers of a plan are counted and these rows are deleted. Of the
    secret in the mail only the fingerprint is kept.
    """

    __tablename__ = "feedback_asks"
    __table_args__ = (UniqueConstraint("initiative_id", "user_id"),)

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    until: Mapped[date]
    verdict: Mapped[Verdict | None]

    initiative: Mapped[Initiative] = relationship()
    user: Mapped[User] = relationship()

    @property
    def is_open(self) -> bool:
        """Tell whether an answer counts now: in time, and while everybody may read the plan."""
        return clock.today() <= self.until and self.initiative.is_public


class Tally(Base):
    """How many people said the same about a plan; nothing leads to who they were.

    With ``told_at`` it is part of the numbers of its neighbourhood: it waits until enough
    answers can be added at once.
    """

    __tablename__ = "feedback_tallies"
    __table_args__ = (
        UniqueConstraint("initiative_id", "verdict"),
        CheckConstraint("number > 0", name="somebody"),
    )

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    verdict: Mapped[Verdict]
    number: Mapped[int]
    told_at: Mapped[datetime | None] = mapped_column(index=True)
