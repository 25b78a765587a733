"""A plan that somebody of the staff writes down for a resident, at a counter or on the telephone."""

from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base
from app.initiatives.lifecycle import ASSISTED_LIFE, AssistedState
from app.initiatives.models import Initiative


class How(Choice):
    """How a resident said that the plan is right."""

    LINK = "link", _l("met de link in de mail")
    PHONE = "phone", _l("per telefoon")
    COUNTER = "counter", _l("aan de balie")
    LETTER = "letter", _l("met het strookje van de brief")


class AssistedEntry(Base):
    """Who wrote a plan down for its owner, in which role, and how the resident said yes to it.

    Who the resident is stands in the ``Registration``, and later in the account. ``code`` is on the
    letter, ``fingerprint`` of the secret in the mail; both are empty until the resident is asked, and
    when somebody changes the plan again.
    """

    __tablename__ = "assisted_entries"

    initiative_id: Mapped[int] = mapped_column(ForeignKey("initiatives.id"), unique=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    role: Mapped[Role]
    state: Mapped[AssistedState] = mapped_column(default=ASSISTED_LIFE.initial)
    code: Mapped[str] = mapped_column(String(20), default="")
    fingerprint: Mapped[str | None] = mapped_column(String(64), unique=True)
    begun_at: Mapped[datetime] = mapped_column(default=clock.now)
    asked_at: Mapped[datetime | None]
    how: Mapped[How | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))  # of the staff
    confirmed_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)

    initiative: Mapped[Initiative] = relationship()
    by: Mapped[User] = relationship(foreign_keys=[by_id])
    confirmed_by: Mapped[User | None] = relationship(foreign_keys=[confirmed_by_id])

    __mapper_args__ = {"version_id_col": version}
