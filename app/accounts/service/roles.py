"""Roles of staff and partners: given and taken by an administrator, for an area or everywhere."""

from flask_babel import gettext as _
from sqlalchemy import delete

from app.accounts import messages, queries, rules, sessions
from app.accounts.models import RoleAssignment, User
from app.accounts.roles import Role
from app.accounts.service.people import person_for
from app.accounts.service.second_factor import forget
from app.areas.models import Area
from app.audit.service import record
from app.core.db import db
from app.core.errors import Refused
from app.core.permissions import authorize
from app.core.turns import take_turn


def register_staff(
    email: str, name: str, role: Role, *, area: Area | None = None, by: User | None
) -> User:
    """Give ``role`` to whoever has this address, with a new account when there is none."""
    if by is not None:
        authorize(by, rules.give_roles)
    person = person_for(email, name)
    give_role(person, role, area=area, by=by)
    return person


def give_role(person: User, role: Role, *, area: Area | None = None, by: User | None) -> None:
    """Give ``person`` a role in ``area`` (``None``: everywhere); ``by`` is ``None`` for a command.

    Somebody who becomes staff signs in again, for a session that lasts no longer than a day.
    """
    if by is not None:
        authorize(by, rules.give_roles)
    area_id = area.id if area else None
    if any(held.role == role and held.area_id == area_id for held in person.assignments):
        raise Refused(_("%(name)s heeft deze rol al.", name=person.name), field="role")
    if not person.assignments:
        sessions.end_all(person)
    given_by_id = by.id if by else None
    person.assignments.append(RoleAssignment(role=role, area_id=area_id, given_by_id=given_by_id))
    where = area.name if area else _("hele gemeente")
    record(by, "users.give_role", person, new=role.value, reason=where)
    messages.tell_about_new_role(person, role, where)


def take_role(held: RoleAssignment, *, by: User | None) -> None:
    """Take a role away; it is gone with the next request of the person.

    Raises ``Refused`` when it would leave the portal without an administrator. Nobody stops
    being an administrator by their own hand. The last role takes the password and the app for codes with it.
    """
    person, role = held.user, held.role
    if role == Role.ADMINISTRATOR:
        take_turn("administrators")
        _refuse_without_administrator(person, by)
    if by is not None:
        authorize(by, rules.give_roles)
    same = (RoleAssignment.user_id == person.id) & (RoleAssignment.role == role)
    area = held.area
    same &= RoleAssignment.area_id == held.area_id  # "is null" for everywhere
    db.session.execute(delete(RoleAssignment).where(same))
    db.session.expire(person, ["assignments"])
    if not person.assignments:
        person.password_hash = None
        forget(person)
    where = area.name if area else _("hele gemeente")
    record(by, "users.take_role", person, old=role.value, reason=where)


def _refuse_without_administrator(person: User, by: User | None) -> None:
    if by is not None:
        db.session.refresh(by, ["assignments"])  # another may have taken it a moment ago
    if by is not None and by.id == person.id:
        raise Refused(
            _("Je kunt jezelf niet als beheerder verwijderen. Vraag een andere beheerder.")
        )
    if not queries.administrators_beside(person):
        raise Refused(_("Er moet altijd een beheerder zijn. Geef eerst iemand anders deze rol."))
