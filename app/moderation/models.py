"""Reviews: nothing by a resident is public before one of these says so."""

from datetime import date, datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.areas.models import Area
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.moderation.lifecycle import REVIEW_LIFE, ReviewState


class Rule(Choice):
    """The house rules a moderator can point at."""

    UNCLEAR = "unclear", _l("De tekst is niet duidelijk genoeg")
    PERSONAL = "personal", _l("Er staan gegevens van mensen in")
    UNKIND = "unkind", _l("De tekst is kwetsend of discriminerend")
    COMMERCIAL = "commercial", _l("Het is reclame of om geld te verdienen")
    OUTSIDE = "outside", _l("Het hoort niet bij deze gemeente of dit portaal")
    UNLAWFUL = "unlawful", _l("Het mag niet van de wet")
    DUPLICATE = "duplicate", _l("Dit staat er al")
    OTHER = "other", _l("Iets anders")


class Review(Base):
    """One text that waits for, or got, the judgement of a moderator.

    ``subject_type`` is the table of the text and ``subject_id`` its number there.
    """

    __tablename__ = "reviews"
    __table_args__ = (
        Index(None, "state", "submitted_at"),
        Index(None, "subject_type", "subject_id"),
    )

    subject_type: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    title: Mapped[str] = mapped_column(String(120))  # what the queue shows
    district_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    flags: Mapped[list[str]]  # codes of personal data that may be in the text
    is_appeal: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ReviewState] = mapped_column(default=REVIEW_LIFE.initial)
    submitted_at: Mapped[datetime] = mapped_column(default=clock.now)
    promised_on: Mapped[date]  # the author has an answer by then
    decided_at: Mapped[datetime | None]
    moderator_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    earlier_moderator_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))  # of an appeal
    rule: Mapped[Rule | None]
    reason: Mapped[str] = mapped_column(default="")  # of the moderator, for the author
    plea: Mapped[str] = mapped_column(default="")  # of the author who asks for a second look
    version: Mapped[int] = mapped_column(default=1)

    district: Mapped[Area | None] = relationship()
    author: Mapped[User] = relationship(foreign_keys=[author_id])
    moderator: Mapped[User | None] = relationship(foreign_keys=[moderator_id])

    __mapper_args__ = {"version_id_col": version}
