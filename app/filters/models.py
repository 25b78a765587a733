"""Kept filters and chosen columns: of one person, for one queue."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core import clock
from app.core.choices import Choice
from app.core.db import Base

LONGEST_NAME = 40


class Queue(Choice):
    """The lists that can be narrowed; the code stands in addresses."""

    SUPPORT = "hulp", _l("Vragen om hulp")
    MODERATION = "teksten", _l("Te controleren teksten")


class SavedFilter(Base):
    """What a queue is narrowed by, as it stands in the address, under a name of its person."""

    __tablename__ = "saved_filters"
    __table_args__ = (UniqueConstraint("user_id", "queue", "name"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    queue: Mapped[Queue]
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    arguments: Mapped[dict[str, str]]
    created_at: Mapped[datetime] = mapped_column(default=clock.now)


class ChosenColumns(Base):
    """What a table of a queue tells of each thing to somebody who does not want the usual columns."""

    __tablename__ = "chosen_columns"
    __table_args__ = (UniqueConstraint("user_id", "queue"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    queue: Mapped[Queue]
    columns: Mapped[list[str]]  # their codes
