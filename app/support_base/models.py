"""Lists of paper that neighbours signed for or against a plan. Only their totals are kept."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.db import Base
from app.initiatives.models import Initiative

COUNTS = text("withdrawn_at is null")
MOST_NAMES = 5_000  # on one list: more is a slip of the finger


class PaperList(Base):
    """How many names for and against stood on one list, as somebody of the staff counted them.

    No name, address or signature is kept: the paper goes back to the team. A list that was counted
    wrong is taken back, and stays for who reads back.
    """

    __tablename__ = "paper_lists"
    __table_args__ = (
        CheckConstraint("in_favour >= 0 and against >= 0", name="not_negative"),
        CheckConstraint("in_favour + against > 0", name="somebody"),
        Index(
            "uq_paper_lists_that_count",
            *("initiative_id", "collected_on", "place"),
            unique=True,
            sqlite_where=COUNTS,
            postgresql_where=COUNTS,
        ),
    )

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    collected_on: Mapped[date]  # the last day on which somebody could sign
    place: Mapped[str] = mapped_column(String(80))  # where it went round, such as two streets
    in_favour: Mapped[int]
    against: Mapped[int]
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    role: Mapped[Role]
    entered_at: Mapped[datetime] = mapped_column(default=clock.now)
    withdrawn_at: Mapped[datetime | None]

    initiative: Mapped[Initiative] = relationship()
    by: Mapped[User] = relationship()
