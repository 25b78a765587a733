"""How many hours that teams took back wait for a coordinator."""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select

from app.accounts.models import User
from app.accounts.roles import Permission
from app.capacity.lapsed import LapsedHours
from app.capacity.models import CapacityReservation
from app.capacity.queries import waits
from app.core.inquiries import Inquiry
from app.desk.queries.scopes import PLANS, Reach, inquiry_there, lies_there
from app.support.models import Need, SupportRequest

LAPSED, KEPT = LapsedHours.__table__, CapacityReservation.__table__
COUNTED: tuple[ColumnElement[Any], ...] = (func.count(LAPSED.c.id), func.min(LAPSED.c.lapsed_at))
NEEDS, REQUESTS = Need.__table__, SupportRequest.__table__


class Lapsed(NamedTuple):
    """How many, and since when the longest waits."""

    number: int
    since: datetime | None


def lapsed_hours(person: User) -> Inquiry[Lapsed]:
    """Ask what waits where ``person`` coordinates: always one row."""
    return inquiry_there(_lapsed, Lapsed, person, Permission.COORDINATE, most=1)


@cache
def _lapsed(reach: Reach) -> Select[Any]:
    return (
        select(*COUNTED)
        .join_from(LAPSED, KEPT, LAPSED.c.reservation_id == KEPT.c.id)
        .join(NEEDS, KEPT.c.need_id == NEEDS.c.id)
        .join(REQUESTS, NEEDS.c.request_id == REQUESTS.c.id)
        .join(PLANS, REQUESTS.c.initiative_id == PLANS.c.id)
        .where(lies_there(reach), waits())
    )
