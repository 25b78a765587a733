"""People: who comes in, what they are called, how they are recognised."""

import secrets
from dataclasses import dataclass

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from app.accounts import messages, passwords, queries, rules, sessions
from app.accounts.models import (
    Actor,
    Doorstep,
    LoginSession,
    OneTimeLink,
    PostalAddress,
    Purpose,
    User,
)
from app.accounts.post import POST_HOST, Address
from app.accounts.service.links import peek, spend
from app.audit.service import record
from app.core.db import db
from app.core.errors import DomainError, NotAllowed, Refused
from app.core.mail import address
from app.core.permissions import authorize
from app.core.text import one_line
from app.core.turns import take_turn
from app.web.language import NAMES

LONGEST_NAME = 80


@dataclass(frozen=True)
class Profile:
    """What a person tells about themselves."""

    name: str
    neighbourhood_id: int | None
    language: str


def person_for(email: str, name: str, *, language: str = "") -> User:
    """Return the person with this address; a new one when there is none.

    ``name`` and ``language`` are of somebody new; an empty language is not known.
    """
    email = address(email)
    known = queries.by_email(email)
    if known is not None:
        return known
    person = User(email=email, name=_name(name), language=language)
    try:
        with db.session.begin_nested():
            db.session.add(person)
    except IntegrityError:  # somebody made the account at this very moment
        return db.session.scalars(select(User).where(User.email == email)).one()
    return person


def person_by_post(name: str, where: Address, *, neighbourhood_id: int | None) -> User:
    """Return who gets letters under this name at this address; a new person when there is none.

    A new person has an address in the place of e-mail to which no mail can go, and which nobody can
    guess: nobody signs in with it. ``neighbourhood_id`` tells who of the staff writes to them.
    """
    take_turn(f"letters to {where.postcode}")
    known = queries.reached_at(_name(name), where)
    if known is not None:
        return known
    person = User(
        email=f"{secrets.token_hex(16)}@{POST_HOST}",
        name=_name(name),
        neighbourhood_id=neighbourhood_id,
    )
    db.session.add(person)
    db.session.flush()
    db.session.add(PostalAddress(user_id=person.id, **where._asdict()))
    db.session.flush()
    return person


def enter(token: str, *, name: str = "") -> tuple[User, OneTimeLink]:
    """Use a sign-in link and return whom it leads to the door; ``name`` is for who is new here.

    Raises ``Refused`` for a link that does not open and for a new person without a name,
    ``NotAllowed`` for somebody who is blocked. Then the link is not used.
    """
    link = peek(token, Purpose.SIGN_IN)
    person = person_for(link.email, name)
    _refuse_blocked(person)
    return person, spend(token, Purpose.SIGN_IN)


def person_with_password(email: str, password: str) -> User:
    """Return the member of staff with this address and password.

    The refusal is the same, and takes as long, for an unknown address, a wrong password and
    a person without a role.
    """
    person = _known(email)
    is_right = passwords.fits(password, person.password_hash if person else None)
    if person is None or not is_right or not person.assignments or not person.is_active:
        current_app.logger.warning("a sign-in with a password was refused")
        raise Refused(_("Dit e-mailadres en wachtwoord horen niet bij elkaar."))
    return person


def set_password(token: str, password: str) -> User:
    """Use a password link: give its owner the password, and end their sessions everywhere.

    Raises ``Refused`` for a link that does not open or a password that is easy to guess,
    ``NotAllowed`` for somebody without a role.
    """
    link = peek(token, Purpose.PASSWORD)
    person = queries.by_email(link.email)
    if person is None:
        raise NotAllowed(_("Alleen medewerkers hebben een wachtwoord."))
    _refuse_blocked(person)
    authorize(person, rules.have_password, person)
    known = (person.name, person.email, current_app.config["PORTAL_NAME"])
    if weakness := passwords.weakness(password, known=known):
        raise Refused(weakness, field="password")
    spend(token, Purpose.PASSWORD)
    person.password_hash = passwords.hashed(password)
    sessions.end_all(person)
    record(person, "users.set_password", person)
    messages.tell_about_new_password(person)
    return person


def change_profile(person: User, profile: Profile, *, by: Actor) -> None:
    """Keep what ``person`` tells about themselves."""
    authorize(by, rules.change_profile, person)
    person.name = _name(profile.name)
    person.neighbourhood_id = profile.neighbourhood_id
    person.language = profile.language
    record(person, "users.change_profile", person)


def change_language(person: User, language: str, *, by: Actor) -> None:
    """Keep which language ``person`` reads. Raises ``Refused`` for one that we do not speak."""
    authorize(by, rules.change_profile, person)
    if language not in NAMES:
        raise Refused(_("Deze taal spreekt de site niet. Kies een taal uit de lijst."))
    person.language = language
    record(person, "users.change_profile", person)


def end_session(session: LoginSession, *, by: Actor) -> None:
    """Sign out of one browser."""
    authorize(by, rules.end_session, session)
    sessions.end_one(session)


def sign_out_everywhere(person: User, *, by: User) -> bool:
    """End every session of a colleague, and tell them; tell whether there was any.

    Who was about to come in, and gave a password or a link for that, begins anew.
    """
    authorize(by, rules.sign_out_everywhere, person)
    take_turn(f"sessions of {person.id}")
    db.session.execute(delete(Doorstep).where(Doorstep.user_id == person.id))
    if not queries.live_sessions(person):
        return False
    sessions.end_all(person)
    record(by, "users.sign_out_everywhere", person)
    messages.tell_about_sign_out(person)
    return True


def _name(typed: str) -> str:
    name = one_line(typed)
    if not name:
        raise Refused(_("Vul je naam in."), field="name")
    if len(name) > LONGEST_NAME:
        raise Refused(_("Gebruik hoogstens 80 tekens voor je naam."), field="name")
    return name


def _known(email: str) -> User | None:
    try:
        return queries.by_email(address(email))
    except DomainError:
        return None


def _refuse_blocked(person: User) -> None:
    if not person.is_active:
        raise NotAllowed(_("Je account is geblokkeerd. Neem contact met ons op."))
