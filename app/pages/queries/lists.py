"""The newest plans, the first open tasks and the teams of an area: a handful of rows each."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, false, select, union_all

from app.areas import queries as areas
from app.areas.models import AreaKind
from app.areas.tree import Place
from app.capacity import queries as capacity
from app.capacity.models import DistrictTeam
from app.core.db import db
from app.initiatives.models import Initiative
from app.initiatives.queries import as_cards, listed
from app.volunteering.models import Shift
from app.volunteering.queries import open_tasks

PLANS = 6
TASKS = 3


def newest() -> Sequence[Initiative]:
    """Return the newest plans of the municipality, as cards; two statements."""
    return db.session.scalars(listed().limit(PLANS)).all()


def newest_in(place: Place) -> Sequence[Initiative]:
    """Return the newest plans of an area, as cards; two statements."""
    if place.kind is AreaKind.DISTRICT:
        plans = listed(district_id=place.id)
    elif place.kind is AreaKind.NEIGHBOURHOOD:
        plans = listed(neighbourhood_id=place.id)
    else:
        plans = _newest_of_parts([part.id for part in areas.children(place)])
    return db.session.scalars(plans.limit(PLANS)).all()


def open_tasks_in(place: Place) -> Sequence[Shift]:
    """Return the first moments at which one can help in an area; two statements."""
    return db.session.scalars(open_tasks().where(_lies_in(place)).limit(TASKS)).all()


def teams_for(place: Place) -> list[DistrictTeam]:
    """Return the teams that serve an area, or the district or municipality around it."""
    parts = areas.children(place) if place.kind is AreaKind.OWN else [place]
    around = [up.id for part in parts for up in areas.ancestors(part)]
    return capacity.teams_in({place.id, *(part.id for part in parts), *around})


def rounded_hours(teams: Sequence[DistrictTeam]) -> dict[int, int]:
    """Return by team about how many hours are left in this quarter."""
    return capacity.free_hours_rounded(teams) if teams else {}


def _lies_in(place: Place) -> ColumnElement[bool]:
    if place.kind is AreaKind.DISTRICT:
        return Initiative.district_id == place.id
    if place.kind is AreaKind.NEIGHBOURHOOD:
        return Initiative.neighbourhood_id == place.id
    return Initiative.neighbourhood_id.in_([part.id for part in areas.children(place)])


def _newest_of_parts(neighbourhood_ids: Sequence[int]) -> Select[Initiative]:
    """Select the newest plans of each neighbourhood, so that no database sorts them all."""
    if not neighbourhood_ids:
        return listed().where(false())
    newest_here = [
        listed(neighbourhood_id=one).with_only_columns(Initiative.id).limit(PLANS).subquery()
        for one in neighbourhood_ids
    ]
    found = union_all(*(select(rows.c.id) for rows in newest_here))
    plans = as_cards(select(Initiative).where(Initiative.id.in_(found)))
    return plans.order_by(Initiative.published_at.desc(), Initiative.id.desc())
