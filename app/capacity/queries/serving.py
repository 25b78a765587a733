"""The teams that serve an area, as the page of that area shows them: one statement and no models."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from app.capacity.models import CapacityOffer, DistrictTeam, TeamArea
from app.capacity.queries.hours import STEP
from app.core import clock
from app.core.inquiries import Inquiry
from app.organisations.models import Organisation

TEAMS, ORGANISATIONS = DistrictTeam.__table__, Organisation.__table__
SERVED, OFFERS = TeamArea.__table__, CapacityOffer.__table__
FREE = (
    select(func.coalesce(func.sum(OFFERS.c.hours - OFFERS.c.taken), 0))
    .where(
        OFFERS.c.team_id == TEAMS.c.id,
        OFFERS.c.withdrawn_at.is_(None),
        OFFERS.c.starts_on <= bindparam("today"),
        OFFERS.c.ends_on >= bindparam("today"),
    )
    .scalar_subquery()
)
SERVE_HERE = select(SERVED.c.team_id).where(
    SERVED.c.area_id.in_(bindparam("areas", expanding=True))
)
TEAMS_SERVING = (
    select(ORGANISATIONS.c.name, ORGANISATIONS.c.slug, FREE)
    .join_from(TEAMS, ORGANISATIONS, ORGANISATIONS.c.id == TEAMS.c.organisation_id)
    .where(TEAMS.c.id.in_(SERVE_HERE))
    .order_by(ORGANISATIONS.c.name, TEAMS.c.id)
)


class ServingTeam(NamedTuple):
    """A team, with about how many hours it has left in this quarter: rounded down to fives."""

    name: str
    slug: str
    hours: int


def teams_serving(area_ids: Collection[int]) -> Inquiry[ServingTeam]:
    """Ask for the teams that serve one of these areas, by name."""
    return Inquiry(TEAMS_SERVING, {"areas": list(area_ids), "today": clock.today()}, _team)


def _team(name: str, slug: str, free: int) -> ServingTeam:
    return ServingTeam(name, slug, int(free) // STEP * STEP)
