"""Conditions on where an initiative lies and whose it is."""

from sqlalchemy import ColumnElement, or_, true

from app.accounts.models import User
from app.accounts.roles import Permission
from app.initiatives.models import Initiative


def lies_where(person: User, *permissions: Permission) -> ColumnElement[bool]:
    """Return the condition for the initiatives where ``person`` holds one of ``permissions``."""
    here: set[int] = set()
    for permission in permissions:
        areas = person.areas_where(permission)
        if areas is None:
            return true()
        here.update(areas)
    return or_(Initiative.neighbourhood_id.in_(here), Initiative.district_id.in_(here))


def is_of_others(person: User) -> ColumnElement[bool]:
    """Return the condition for the initiatives that ``person`` does not lead."""
    return Initiative.owner_id != person.id
