"""The next moment of each open task, as other pages show it: one statement and no models."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, bindparam, select

from app.core.inquiries import Inquiry
from app.volunteering.queries.scopes import PLANS, SHIFTS, TASKS, is_next, is_open

Inside = Literal["initiative", "district", "neighbourhoods"]
CONDITION: dict[Inside, ColumnElement[bool]] = {
    "initiative": PLANS.c.id == bindparam("inside"),
    "district": PLANS.c.district_id == bindparam("inside"),
    # Few plans, so these are read through their index; by time, all coming shifts may go by first.
    "neighbourhoods": and_(
        PLANS.c.is_listed == 1, PLANS.c.neighbourhood_id.in_(bindparam("inside", expanding=True))
    ),
}


class NextShift(NamedTuple):
    """When one can next help with a task, and how much room there is."""

    task_id: int
    title: str
    starts_at: datetime
    ends_at: datetime
    cancelled_at: datetime | None
    places: int
    taken: int

    @property
    def free(self) -> int:
        return self.places - self.taken


def next_shifts_of(initiative_id: int, *, limit: int = 5) -> Inquiry[NextShift]:
    """Ask for the next shift of each open task of an initiative, soonest first."""
    return _first("initiative", initiative_id, limit)


def next_shifts_in_district(district_id: int, *, limit: int) -> Inquiry[NextShift]:
    """Ask for the next shift of each open task in a district, soonest first."""
    return _first("district", district_id, limit)


def next_shifts_in(neighbourhood_ids: Sequence[int], *, limit: int) -> Inquiry[NextShift]:
    """Ask for the next shift of each open task in some neighbourhoods, soonest first."""
    return _first("neighbourhoods", neighbourhood_ids, limit)


def _first(kind: Inside, inside: int | Sequence[int], limit: int) -> Inquiry[NextShift]:
    return Inquiry(_next_shifts(kind), {"inside": inside, "most": limit}, NextShift)


@cache
def _next_shifts(kind: Inside) -> Select[Any]:
    return (
        select(
            *(TASKS.c.id, TASKS.c.title, SHIFTS.c.starts_at, SHIFTS.c.ends_at),
            *(SHIFTS.c.cancelled_at, SHIFTS.c.places, SHIFTS.c.taken),
        )
        .join_from(SHIFTS, TASKS, TASKS.c.id == SHIFTS.c.task_id)
        .join(PLANS, PLANS.c.id == TASKS.c.initiative_id)
        .where(CONDITION[kind], is_next(), is_open())
        .order_by(SHIFTS.c.starts_at, SHIFTS.c.id)
        .limit(bindparam("most"))
    )
