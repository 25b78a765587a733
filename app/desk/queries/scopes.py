"""What the statements of the desks share: who asks, whose plans, and where they lie.

A statement is put together once, and names its values: ``me`` is the person whose desk it is,
``most`` how many rows are wanted, ``area_0`` and so on where that person holds a permission.
"""

from collections.abc import Callable, Collection
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import BindParameter, ColumnElement, Select, and_, bindparam, or_, select, true

from app.accounts.models import User
from app.accounts.roles import Permission
from app.core.inquiries import Inquiry
from app.core.statements import one_of
from app.initiatives.lifecycle import PUBLIC
from app.initiatives.models import Initiative
from app.initiatives.queries import ids_run_by
from app.organisations.models import Membership

T = TypeVar("T")
Reach: TypeAlias = int | None  # of a statement: in how many areas; ``None`` is everywhere
PLANS, JOINED = Initiative.__table__, Membership.__table__
ME: BindParameter[int] = bindparam("me")
MOST: BindParameter[int] = bindparam("most")
RUN_BY_ME = ids_run_by(ME)
MY_ORGANISATIONS = select(JOINED.c.organisation_id).where(JOINED.c.user_id == ME)
OF_OTHERS = PLANS.c.owner_id != ME
# As ``is_listed``, but without its index: that would read every plan where a few are asked.
IS_PUBLIC = and_(one_of(PLANS.c.state, PUBLIC), PLANS.c.hidden_at.is_(None))


def inquiry_there(
    query: Callable[[Reach], Select[Any]],
    row: Callable[..., T],
    person: User,
    *permissions: Permission,
    most: int,
) -> Inquiry[T]:
    """Return an inquiry about where ``person`` holds one of ``permissions``.

    ``query`` gives the statement for a reach.
    """
    areas = _areas_where(person, permissions)
    values = {"me": person.id, "most": most}
    if areas is None:
        return Inquiry(query(None), values, row)
    names = {f"area_{number}": area for number, area in enumerate(areas)}
    return Inquiry(query(len(areas)), {**values, **names}, row)


def lies_there(reach: Reach) -> ColumnElement[bool]:
    """Return the condition for the plans that lie in so many areas, or everywhere."""
    if reach is None:
        return true()
    kind = PLANS.c.district_id.type
    there = [bindparam(f"area_{number}", type_=kind) for number in range(reach)]
    return or_(PLANS.c.neighbourhood_id.in_(there), PLANS.c.district_id.in_(there))


def _areas_where(person: User, permissions: Collection[Permission]) -> list[int] | None:
    """Return the ids of the areas; ``None`` for everywhere."""
    here: set[int] = set()
    for permission in permissions:
        areas = person.areas_where(permission)
        if areas is None:
            return None
        here.update(areas)
    return sorted(here)
