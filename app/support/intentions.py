"""What the municipality means to decide, told to the team first when it sees things differently."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.db import Base
from app.support.models import SupportRequest


class Intention(Base):
    """A no, or a no in part, that would rest on facts other than those of the team (Awb 4:7).

    ``differs`` is what we think is different. The team gives its view on it until ``until``,
    itself or to a member of the staff who notes it (Awb 4:9). The clock goes on meanwhile.
    """

    __tablename__ = "intentions"
    __table_args__ = (
        CheckConstraint("until > made_on", name="time_to_answer"),
        CheckConstraint("(view = '') = (view_on is null)", name="view_whole"),
        CheckConstraint("(view = '') = (view_by_id is null)", name="view_of_somebody"),
    )

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"), index=True)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_on: Mapped[date]
    until: Mapped[date]  # the last day to give a view
    differs: Mapped[str]
    view: Mapped[str] = mapped_column(default="")
    view_on: Mapped[date | None]
    view_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))  # who wrote it down
    was_told: Mapped[bool] = mapped_column(default=False)  # to who wrote it down, of the staff

    request: Mapped[SupportRequest] = relationship()
    made_by: Mapped[User] = relationship(foreign_keys=[made_by_id])
    view_by: Mapped[User | None] = relationship(foreign_keys=[view_by_id])

    @property
    def is_waiting(self) -> bool:
        """Tell whether the team can still give its view, and did not."""
        return self.view_on is None and clock.today() <= self.until
