"""A person who deletes the account: a number is left, and nothing that says who it was."""

from datetime import date

from flask_babel import gettext as _
from sqlalchemy import delete, select

from app.accounts import messages
from app.accounts.models import (
    ERASED_HOST,
    ERASED_NAME,
    LoginSession,
    OneTimeLink,
    PostalAddress,
    RoleAssignment,
    User,
)
from app.accounts.service.passkeys import forget_passkeys
from app.accounts.service.second_factor import forget
from app.audit.models import PORTAL
from app.audit.service import record
from app.core import clock
from app.core.db import db


def take_hold(person: User) -> bool:
    """Wait until nobody else changes ``person``; tell whether there is somebody to erase still."""
    db.session.flush()
    held = select(User.id).where(User.id == person.id).with_for_update(key_share=True)
    db.session.execute(held)  # apart: PostgreSQL cannot hold a person together with the roles
    db.session.refresh(person)
    return not person.is_erased


def warn(person: User, *, until: date) -> None:
    """Tell somebody who stays away long that the account goes, unless they sign in before a day."""
    messages.warn_of_end(person, until)
    record(None, "users.warn", person, origin=PORTAL)


def lay_down_roles(person: User) -> None:
    """Take every role of somebody who is erased, also the last administrator's."""
    for held in person.assignments:
        where = held.area.name if held.area else _("hele gemeente")
        record(None, "users.take_role", person, old=held.role.value, reason=where, origin=PORTAL)
    db.session.execute(delete(RoleAssignment).where(RoleAssignment.user_id == person.id))
    db.session.expire(person, ["assignments"])


def erase(person: User) -> None:
    """Forget who ``person`` is and mail a goodbye; the rooms above have forgotten their part.

    The log says that it happened, not from where. The number stays: what is public or counted
    leads to it. Somebody with the same address can make a new account.
    """
    messages.say_goodbye(person.email, person.name, person.language)
    db.session.execute(delete(OneTimeLink).where(OneTimeLink.email == person.email))
    db.session.execute(delete(PostalAddress).where(PostalAddress.user_id == person.id))
    db.session.execute(delete(LoginSession).where(LoginSession.user_id == person.id))
    forget(person)
    forget_passkeys(person)
    record(None, "users.erase", person, origin=PORTAL)
    person.name, person.email = ERASED_NAME, f"{person.id}@{ERASED_HOST}"
    person.neighbourhood_id = person.password_hash = None
    person.language = ""
    person.blocked_at = clock.now()
    db.session.flush()
