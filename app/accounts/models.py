"""People, what they may do where, and how they are recognised."""

from datetime import datetime
from typing import TypeAlias

from flask_babel import lazy_gettext as _l
from flask_login import AnonymousUserMixin, UserMixin
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    false,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.post import is_by_post
from app.accounts.roles import PERMISSIONS, Permission, Role
from app.areas.models import Area
from app.core import clock
from app.core.choices import Choice
from app.core.db import Base

ERASED_NAME = "Verwijderd account"  # of everybody who deleted their account
ERASED_HOST = "verwijderd.invalid"  # of addresses that no mail can reach (RFC 2606)
MOST_TRIES = 10  # wrong codes of one person in an hour


class Purpose(Choice):
    """What a one-time link is for: it opens that door only."""

    SIGN_IN = "sign_in", _l("Inloggen")
    SUBMIT = "submit", _l("Initiatief insturen")
    PASSWORD = "password", _l("Wachtwoord kiezen")


class User(Base, UserMixin):
    """A person with an account. Residents have no password; staff do."""

    __tablename__ = "users"
    __allow_unmapped__ = True
    session_token: str = ""  # of the browser in use; never kept
    unread_count: int = 0  # messages, when this request began; never kept

    # Flask-Login compares people by session token: everybody without one would be the same person
    __eq__ = object.__eq__
    __hash__ = object.__hash__

    email: Mapped[str] = mapped_column(String(254), unique=True)  # lower case
    name: Mapped[str] = mapped_column(String(80))  # as the person wants to be called
    password_hash: Mapped[str | None]
    neighbourhood_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))
    language: Mapped[str] = mapped_column(String(8), default="", server_default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    blocked_at: Mapped[datetime | None]

    neighbourhood: Mapped[Area | None] = relationship()
    assignments: Mapped[list["RoleAssignment"]] = relationship(
        back_populates="user",
        lazy="selectin",
        foreign_keys="RoleAssignment.user_id",
        order_by="RoleAssignment.id",
    )

    def get_id(self) -> str:
        """Return what Flask-Login keeps in the cookie: the token of a session, not a number."""
        return self.session_token

    @property
    def is_active(self) -> bool:
        return self.blocked_at is None

    @property
    def is_erased(self) -> bool:
        """Tell whether only a number is left, to which public things and totals lead."""
        return self.email.endswith(f"@{ERASED_HOST}")

    @property
    def is_by_post(self) -> bool:
        """Tell whether the person has no e-mail, and gets letters at a ``PostalAddress``."""
        return is_by_post(self.email)

    @property
    def permissions(self) -> frozenset[Permission]:
        """Everything the person may do somewhere."""
        return frozenset().union(*(PERMISSIONS[held.role] for held in self.assignments))

    def may(self, permission: str) -> bool:
        """Tell whether the person holds ``permission`` in any area."""
        return permission in self.permissions

    def areas_where(self, permission: Permission) -> list[int] | None:
        """Return the ids of the areas where the person may do it; ``None`` for everywhere."""
        held = [has for has in self.assignments if permission in PERMISSIONS[has.role]]
        if any(has.area_id is None for has in held):
            return None
        return sorted({has.area_id for has in held if has.area_id is not None})

    def may_in(self, permission: Permission, area_ids: set[int]) -> bool:
        """Tell whether the person may do it in a place that lies in all of ``area_ids``."""
        where = self.areas_where(permission)
        return where is None or not area_ids.isdisjoint(where)


class Visitor(AnonymousUserMixin):
    """Somebody who is not signed in."""

    id = None
    name = ""
    unread_count = 0
    assignments: tuple["RoleAssignment", ...] = ()

    def may(self, permission: str) -> bool:
        return False

    def areas_where(self, permission: Permission) -> list[int] | None:
        return []

    def may_in(self, permission: Permission, area_ids: set[int]) -> bool:
        return False


Actor: TypeAlias = User | Visitor


class RoleAssignment(Base):
    """A role given to a person, for one area or (``area_id`` is ``None``) the municipality."""

    __tablename__ = "role_assignments"
    __table_args__ = (Index(None, "user_id", "role", "area_id"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    role: Mapped[Role]
    area_id: Mapped[int | None] = mapped_column(ForeignKey("areas.id"))
    given_at: Mapped[datetime] = mapped_column(default=clock.now)
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))

    user: Mapped[User] = relationship(back_populates="assignments", foreign_keys=[user_id])
    area: Mapped[Area | None] = relationship()


class PostalAddress(Base):
    """Where somebody without an e-mail address gets letters."""

    __tablename__ = "postal_addresses"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), unique=True)
    street: Mapped[str] = mapped_column(String(120))  # with the number of the house
    postcode: Mapped[str] = mapped_column(String(7), index=True)  # "1234 AB"
    town: Mapped[str] = mapped_column(String(80))

    user: Mapped[User] = relationship()


class OneTimeLink(Base):
    """A link in a mail that opens one door once. Only its fingerprint is kept."""

    __tablename__ = "one_time_links"
    __table_args__ = (Index(None, "email", "created_at"),)

    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    email: Mapped[str] = mapped_column(String(254))
    purpose: Mapped[Purpose]
    subject_id: Mapped[int | None]  # the draft that a SUBMIT link sends in
    go_on: Mapped[str] = mapped_column(default="")  # the path the person wanted
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_from: Mapped[str] = mapped_column(String(64), default="", server_default="")  # the browser

    @property
    def still_opens(self) -> bool:
        """Whether nobody used it and it is not too late."""
        return self.used_at is None and self.expires_at > clock.now()


class LoginSession(Base):
    """A browser in which a person is signed in. Only the fingerprint of its token is kept."""

    __tablename__ = "login_sessions"

    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    device: Mapped[str] = mapped_column(String(80), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    with_second_factor: Mapped[bool] = mapped_column(default=False, server_default=false())


class Doorstep(Base):
    """Somebody who gave a password or a link, and still has to give a code or set up an app for it.

    It lasts minutes, and opens no page but those for that. Only the fingerprint of its token is
    kept. ``new_secret``, sealed, is of the app that is set up; nothing when a code is asked.
    """

    __tablename__ = "doorsteps"

    fingerprint: Mapped[str] = mapped_column(String(64), unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    go_on: Mapped[str] = mapped_column(default="")  # the path the person wanted
    new_secret: Mapped[str] = mapped_column(String(200), default="")
    expires_at: Mapped[datetime]

    user: Mapped[User] = relationship()


class SecondFactor(Base):
    """The app of a member of staff that makes codes (RFC 6238). The secret is sealed.

    ``last_step`` is that of the last code that was taken, in half minutes since 1970: codes of that
    moment and before are not taken again. ``tries`` counts codes since ``tries_since`` without a
    right one.
    """

    __tablename__ = "second_factors"
    __table_args__ = (CheckConstraint(f"tries between 0 and {MOST_TRIES}", name="tries"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), unique=True)
    secret: Mapped[str] = mapped_column(String(200))
    set_at: Mapped[datetime] = mapped_column(default=clock.now)
    last_step: Mapped[int] = mapped_column(BigInteger)
    tries: Mapped[int] = mapped_column(default=0)
    tries_since: Mapped[datetime] = mapped_column(default=clock.now)


class RecoveryCode(Base):
    """A code on paper for who lost the app. Only a keyed fingerprint is kept; it works once."""

    __tablename__ = "recovery_codes"
    __table_args__ = (UniqueConstraint("user_id", "fingerprint"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]
