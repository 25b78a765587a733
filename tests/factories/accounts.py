"""People to play with. Anna starts things, Bilal lives next door; the others have a role."""

from app.accounts.models import RoleAssignment, User
from app.accounts.roles import Role
from app.areas.models import Area
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
