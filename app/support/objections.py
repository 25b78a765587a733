"""The objection of a team to a decision, from the day it came until the answer."""

from datetime import date

from flask_babel import lazy_gettext as _l
from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core.choices import Choice
from app.core.db import Base
from app.core.lifecycle import Lifecycle
from app.support.decisions import Decision
from app.support.lifecycle import RequestState


class ObjectionState(Choice):
    """Where an objection stands."""

    RECEIVED = "received", _l("Ontvangen")
    HEARD = "heard", _l("Er is een gesprek geweest")
    DECIDED = "decided", _l("Er is een besluit")
    WITHDRAWN = "withdrawn", _l("Ingetrokken")


class Finding(Choice):
    """What was found of an objection."""

    WELL_FOUNDED = "well_founded", _l("Gegrond: het bezwaar klopt")
    PARTLY = "partly", _l("Deels gegrond: het bezwaar klopt voor een deel")
    UNFOUNDED = "unfounded", _l("Ongegrond: het bezwaar klopt niet")
    NOT_ADMISSIBLE = "not_admissible", _l("Niet-ontvankelijk: we kunnen het niet behandelen")


OPEN = {ObjectionState.RECEIVED, ObjectionState.HEARD}
FOUNDED = {Finding.WELL_FOUNDED, Finding.PARTLY}
COUNTS = text("state <> 'withdrawn'")

LIFE = Lifecycle(
    ObjectionState.RECEIVED,
    [
        ("postpone", {ObjectionState.RECEIVED}, ObjectionState.RECEIVED),
        ("postpone_heard", {ObjectionState.HEARD}, ObjectionState.HEARD),
        ("hear", {ObjectionState.RECEIVED}, ObjectionState.HEARD),
        ("decide", OPEN, ObjectionState.DECIDED),
        ("withdraw", OPEN, ObjectionState.WITHDRAWN),
    ],
)


class Objection(Base):
    """Why a team does not agree (Awb 6:4); a decision has one, unless it was withdrawn.

    ``earlier_outcome`` and ``earlier_cents`` are what the decision said before the objection
    changed it. ``state`` changes only through ``LIFE``.
    """

    __tablename__ = "objections"
    __table_args__ = (
        Index(
            "uq_objections_that_count",
            "decision_id",
            unique=True,
            sqlite_where=COUNTS,
            postgresql_where=COUNTS,
        ),
        CheckConstraint("(finding is null) = (decided_on is null)", name="decided_whole"),
        CheckConstraint("(hearing = '') = (heard_on is null)", name="heard_whole"),
        CheckConstraint("(postponed_on is null) = (postponed_why = '')", name="postponed_whole"),
    )

    decision_id: Mapped[int] = mapped_column(ForeignKey("decisions.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    state: Mapped[ObjectionState] = mapped_column(default=LIFE.initial)
    text: Mapped[str]
    wants_hearing: Mapped[bool]
    late_reason: Mapped[str] = mapped_column(default="")  # why it came after the term (Awb 6:11)
    received_on: Mapped[date]
    due_on: Mapped[date]
    postponed_on: Mapped[date | None]
    postponed_why: Mapped[str] = mapped_column(default="")
    heard_on: Mapped[date | None]
    hearing: Mapped[str] = mapped_column(default="")  # what was said, in short (Awb 7:7)
    decided_on: Mapped[date | None]
    decider_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    finding: Mapped[Finding | None]
    reasons: Mapped[str] = mapped_column(default="")
    earlier_outcome: Mapped[RequestState | None]
    earlier_cents: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=1)

    decision: Mapped[Decision] = relationship()
    author: Mapped[User] = relationship(foreign_keys=[author_id])
    decider: Mapped[User | None] = relationship(foreign_keys=[decider_id])

    __mapper_args__ = {"version_id_col": version}

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        """Whether it came after the last day to object."""
        until = self.decision.objection_until
        return until is not None and self.received_on > until
