"""Destruction lists: which files were, or will be, destroyed, and who said yes to it."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.archive.lifecycle import LIFE, ListState
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base

STANDS = text("request_id is not null and kept_until is null")


class RetentionClass(Choice):
    """How a request ended, as the national list of terms for municipalities counts it."""

    GRANTED = "granted", _l("Goedgekeurd: 7 jaar")
    REFUSED = "refused", _l("Afgewezen: 5 jaar")
    BROKEN_OFF = "broken_off", _l("Ingetrokken: 1 jaar")


class DestructionList(Base):
    """Files that one person put on a list, and that go when another says yes.

    ``fingerprint`` is the SHA-256 of the newest export, which has to be taken before the yes. The
    list stays for ever, as the proof of what was destroyed.
    """

    __tablename__ = "destruction_lists"

    state: Mapped[ListState] = mapped_column(default=LIFE.initial)
    made_at: Mapped[datetime] = mapped_column(default=clock.now)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    exported_at: Mapped[datetime | None]
    fingerprint: Mapped[str] = mapped_column(String(64), default="")
    ended_at: Mapped[datetime | None]  # approved or put aside
    ended_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    version: Mapped[int] = mapped_column(default=1)

    made_by: Mapped[User] = relationship(foreign_keys=[made_by_id])
    ended_by: Mapped[User | None] = relationship(foreign_keys=[ended_by_id])
    lines: Mapped[list["DestructionLine"]] = relationship(
        order_by="DestructionLine.id", back_populates="list"
    )

    __mapper_args__ = {"version_id_col": version}

    @property
    def going(self) -> list["DestructionLine"]:
        """The lines whose file goes, or went."""
        return [line for line in self.lines if line.kept_until is None]


class DestructionLine(Base):
    """One file on a list. When it is gone the line is left, which says nothing of a person.

    With ``kept_until`` somebody took it off the list for now, and said why.
    """

    __tablename__ = "destruction_lines"
    __table_args__ = (
        Index(
            "uq_destruction_lines_that_stand",
            "request_id",
            unique=True,
            sqlite_where=STANDS,
            postgresql_where=STANDS,
        ),
    )

    list_id: Mapped[int] = mapped_column(ForeignKey("destruction_lists.id"), index=True)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("support_requests.id"), index=True)
    reference: Mapped[str] = mapped_column(String(30))
    retention: Mapped[RetentionClass]
    counted_from: Mapped[date]
    kept_until: Mapped[date | None]
    kept_because: Mapped[str] = mapped_column(String(300), default="")

    list: Mapped[DestructionList] = relationship(back_populates="lines")
