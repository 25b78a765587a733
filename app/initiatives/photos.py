"""Photos of an initiative: what is known of them; the pictures themselves are files."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.db import Base
from app.core.pictures import widths_of
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.models import Initiative

ARE_PUBLISHED = f"state = '{TextState.PUBLISHED.value}'"


class Photo(Base):
    """A photo with what is on it in words. ``name`` is of its files, and comes from the content.

    The first public one is the picture of the plan. ``width`` and ``height`` are of the largest
    file. There is no author while a visitor without an account writes the plan.
    """

    __tablename__ = "photos"
    __table_args__ = (
        UniqueConstraint("initiative_id", "name"),
        UniqueConstraint("initiative_id", "phone_key"),
        Index(
            "ix_photos_published",
            *("initiative_id", "id"),
            sqlite_where=text(ARE_PUBLISHED),
            postgresql_where=text(ARE_PUBLISHED),
        ),
    )

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    name: Mapped[str] = mapped_column(String(64))
    alt: Mapped[str] = mapped_column(String(200))
    width: Mapped[int]
    height: Mapped[int]
    state: Mapped[TextState] = mapped_column(default=TEXT_LIFE.initial)
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    phone_key: Mapped[str | None] = mapped_column(String(43))  # of a draft that a phone sent in
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    author: Mapped[User | None] = relationship()

    __mapper_args__ = {"version_id_col": version}

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of its files."""
        return widths_of(self.width)
