"""Whom a coordinator asked to respond to a support request."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.core import clock
from app.core.db import Base
from app.organisations.models import Organisation
from app.support.models import SupportRequest


class Invitation(Base):
    """A request for a response, once for each supply; ``supply`` is its id in the engine."""

    __tablename__ = "response_invitations"
    __table_args__ = (UniqueConstraint("request_id", "supply"),)

    request_id: Mapped[int] = mapped_column(ForeignKey("support_requests.id"))
    supply: Mapped[str] = mapped_column(String(40))  # offer:12
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), index=True)
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

    request: Mapped[SupportRequest] = relationship()
    organisation: Mapped[Organisation] = relationship()
    invited_by: Mapped[User] = relationship()
