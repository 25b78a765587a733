"""One step for many requests at once: what was done, to which of them, and what came of each."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.support.models import SupportRequest

MOST = 500  # requests at once
LONGEST_KEY = 64


class Deed(Choice):
    """What can be done with many requests at once: what needs no words of its own for each."""

    TAKE_ON = "take_on", _l("Ik ga ze behandelen")
    HAND_OVER = "hand_over", _l("Ik geef ze aan een collega")


class Outcome(Choice):
    """What came of it, for one of the requests."""

    DONE = "done", _l("Gedaan")
    REFUSED = "refused", _l("Niet gedaan")
    UNDONE = "undone", _l("Teruggedraaid")
    STAYS = "stays", _l("Niet teruggedraaid")


class Batch(Base):
    """A step for many requests; the same ``key`` of the same person is the same step."""

    __tablename__ = "request_batches"
    __table_args__ = (UniqueConstraint("by_id", "key"),)

    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    key: Mapped[str] = mapped_column(String(LONGEST_KEY))
    deed: Mapped[Deed]
    to_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))  # who got them
    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    undone_at: Mapped[datetime | None]

    by: Mapped[User] = relationship(foreign_keys=[by_id])
    to: Mapped[User | None] = relationship(foreign_keys=[to_id])
    rows: Mapped[list["BatchRow"]] = relationship(
        back_populates="batch", order_by="BatchRow.id", cascade="all, delete-orphan"
    )

    def number_of(self, outcome: Outcome) -> int:
        """Return for how many requests it came to ``outcome``."""
        return sum(row.outcome is outcome for row in self.rows)


class BatchRow(Base):
    """What came of it for one request. ``version`` is that of the request right after it was done:
    as long as it has this version, nobody acted in between."""

    __tablename__ = "request_batch_rows"
    __table_args__ = (UniqueConstraint("batch_id", "request_id"),)

    batch_id: Mapped[int] = mapped_column(ForeignKey("request_batches.id"))
    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"))
    outcome: Mapped[Outcome]
    why: Mapped[str] = mapped_column(default="")  # it was not done, or not undone
    version: Mapped[int | None]
    was_new: Mapped[bool] = mapped_column(default=False)  # nobody had taken it on
    earlier_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))  # who looked after it

    batch: Mapped[Batch] = relationship(back_populates="rows")
    request: Mapped[SupportRequest] = relationship()
    earlier: Mapped[User | None] = relationship()
