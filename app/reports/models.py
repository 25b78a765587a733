"""What is reported, by whom, and how much it weighs (ADR 42)."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.initiatives.models import Initiative
from app.reports.lifecycle import REPORT_LIFE, ReportState

FULL_WEIGHT = 100  # of an account of which nothing was checked yet
LONGEST_WORDS = 1000  # letters
OF_ACCOUNT = text("state = 'open' and user_id is not null")
OF_ADDRESS = text("state = 'open' and email <> ''")


class Topic(Choice):
    """What is wrong, as the reporter sees it."""

    UNTRUE = "untrue", _l("Het is niet waar")
    UNKIND = "unkind", _l("Het is een belediging, of het discrimineert")
    PERSONAL = "personal", _l("Er staan gegevens van iemand in")
    SPAM = "spam", _l("Het is reclame of nep")
    DANGEROUS = "dangerous", _l("Het is gevaarlijk")
    OTHER = "other", _l("Iets anders")


class ContentReport(Base):
    """Somebody says that a text on the site is not right.

    ``subject_type`` is the table of the text and ``subject_id`` its number there. ``is_young`` and
    ``weight`` (hundredths of an account of which nothing is known) are as they were when it was
    made. A visitor has no ``user_id``; an ``email`` counts once it is confirmed.
    """

    __tablename__ = "content_reports"
    __table_args__ = (
        CheckConstraint("weight between 0 and 200", name="weight"),
        CheckConstraint("user_id is null or email = ''", name="account_or_address"),
        Index("ix_content_reports_of_text", "state", "subject_type", "subject_id"),
        Index(
            "uq_content_reports_of_account",
            *("subject_type", "subject_id", "user_id"),
            unique=True,
            sqlite_where=OF_ACCOUNT,
            postgresql_where=OF_ACCOUNT,
        ),
        Index(
            "uq_content_reports_of_address",
            *("subject_type", "subject_id", "email"),
            unique=True,
            sqlite_where=OF_ADDRESS,
            postgresql_where=OF_ADDRESS,
        ),
    )

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), index=True)
    subject_type: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))
    topic: Mapped[Topic]
    words: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    email: Mapped[str] = mapped_column(String(254), default="")
    language: Mapped[str] = mapped_column(String(2), default="")
    is_young: Mapped[bool]
    weight: Mapped[int]
    state: Mapped[ReportState] = mapped_column(default=REPORT_LIFE.initial)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    confirmed_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    asked_again_at: Mapped[datetime | None]
    plea: Mapped[str] = mapped_column(String(LONGEST_WORDS), default="")  # why to look again
    earlier_decider_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    user: Mapped[User | None] = relationship(foreign_keys=[user_id])

    __mapper_args__ = {"version_id_col": version}

    @property
    def counts(self) -> bool:
        """Tell whether it weighs anything: somebody with an account or a confirmed address stands for it."""
        return self.user_id is not None or self.confirmed_at is not None

    @property
    def may_ask_again(self) -> bool:
        """Tell whether its reporter can still ask for the look of another moderator: once."""
        return self.state is ReportState.DISMISSED and self.asked_again_at is None
