"""People to play with. Anna starts things, Bilal lives next door; the others have a role."""

from datetime import timedelta

from app.accounts.models import LoginSession, RoleAssignment, User
from app.accounts.roles import Role
from app.areas.models import Area
from app.core import clock, tokens
from app.core.db import db


def a_person(name: str = "Anna", *, role: Role | None = None, area: Area | None = None) -> User:
    """Return the person called ``name``; with a ``role`` in ``area`` (``None``: everywhere)."""
    email = f"{name.lower().replace(' ', '.')}@voorbeeld.example"
    person = db.session.query(User).filter_by(email=email).first()
    if person is None:
        person = User(name=name, email=email)
        db.session.add(person)
        db.session.flush()
    if role is not None:
        person.assignments.append(RoleAssignment(role=role, area_id=area.id if area else None))
        db.session.flush()
    return person


def a_moderator(name: str = "Mo") -> User:
    return a_person(name, role=Role.MODERATOR)


def a_coordinator(area: Area | None = None, name: str = "Carla") -> User:
    return a_person(name, role=Role.AREA_COORDINATOR, area=area)


def an_administrator(name: str = "Ada") -> User:
    return a_person(name, role=Role.ADMINISTRATOR)


def a_session(person: User, *, device: str = "Firefox, Android") -> LoginSession:
    """Return another browser in which ``person`` is signed in."""
    later = clock.now() + timedelta(days=1)
    session = LoginSession(
        fingerprint=tokens.fingerprint(tokens.secret()),
        user_id=person.id,
        device=device,
        expires_at=later,
    )
    db.session.add(session)
    db.session.flush()
    return session
