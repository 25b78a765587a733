"""What teams offered and what was used of it, by quarter."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, select

from app.capacity.models import CapacityOffer, TeamArea
from app.core.inquiries import Inquiry
from app.statistics.queries.parts import days, lies_there, places, spans
from app.statistics.scope import Scope

OFFERS, SERVED = CapacityOffer.__table__, TeamArea.__table__


class TeamHours(NamedTuple):
    """Of one quarter: the hours that teams offered, and those that are reserved or spent."""

    quarter: int
    offered: int
    taken: int


def hours(scope: Scope) -> Inquiry[TeamHours]:
    """Ask for the hours of the teams that serve the areas; they may serve others as well."""
    values = {**places(scope), **days(scope.quarters)}
    return Inquiry(_hours(scope.areas is None, len(scope.quarters)), values, TeamHours)


@cache
def _hours(everywhere: bool, quarters: int) -> Select[Any]:
    quarter = spans(quarters, of_days=True)
    begins = and_(OFFERS.c.starts_on >= quarter.c.starts, OFFERS.c.starts_on < quarter.c.ends)
    serving = select(SERVED.c.team_id).where(lies_there(SERVED.c.area_id, everywhere))
    return (
        select(quarter.c.number, func.sum(OFFERS.c.hours), func.sum(OFFERS.c.taken))
        .join_from(quarter, OFFERS, begins)
        .where(OFFERS.c.withdrawn_at.is_(None), OFFERS.c.team_id.in_(serving))
        .group_by(quarter.c.number)
        .order_by(quarter.c.number)
    )
