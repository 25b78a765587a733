"""Read the lines of a plan: a page of them, their totals, and the same per neighbourhood and team.

What was approved of earlier plans of the round is shown with them.
"""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, case, exists, func, select

from app.capacity.models import CapacityOffer
from app.core.db import db
from app.initiatives.models import Initiative
from app.matching.models import Plan, PlanChoice, PlanLine
from app.matching.queries.rounds import lines_with_all, shown_with
from app.support.models import Need, SupportRequest


@dataclass(frozen=True)
class LineFilter:
    """What narrows the table of a plan; ``is_served`` is ``None`` for both."""

    neighbourhood_id: int | None = None
    team_id: int | None = None
    is_served: bool | None = None
    is_chosen: bool = False


class Totals(NamedTuple):
    """What a plan gives of what is asked: lines, hours, and the points of it all."""

    asked: int
    served: int
    hours_asked: int
    hours_served: int
    points: int


class GivenHours(NamedTuple):
    """The hours of a team in a plan: all, and those that an earlier plan of the round gave."""

    all: int
    earlier: int


class OfNeighbourhood(NamedTuple):
    """What a neighbourhood asks and gets."""

    area_id: int
    totals: Totals


def filtered_lines(plan: Plan, only: LineFilter) -> Select[PlanLine]:
    """Select the lines of a plan as they are shown, with their team and initiative."""
    query = lines_with_all(shown_with(plan))
    if only.neighbourhood_id is not None:
        query = query.where(Initiative.neighbourhood_id == only.neighbourhood_id)
    if only.team_id is not None:
        of_team = select(CapacityOffer.id).where(CapacityOffer.team_id == only.team_id)
        query = query.where(PlanLine.offer_id.in_(of_team))
    if only.is_served is not None:
        served = PlanLine.offer_id.is_not(None)
        query = query.where(served if only.is_served else ~served)
    if only.is_chosen:
        query = query.where(
            exists().where(PlanChoice.plan_id == plan.id, PlanChoice.need_id == PlanLine.need_id)
        )
    return query


def totals(plan: Plan) -> Totals:
    """Return what a plan gives in all; one statement."""
    row = db.session.execute(select(*sums()).where(shown_with(plan))).one()
    return Totals(*map(int, row))


def by_neighbourhood(plan: Plan) -> list[OfNeighbourhood]:
    """Return what every neighbourhood asks and gets; one statement."""
    query = (
        select(Initiative.neighbourhood_id, *sums())
        .select_from(PlanLine)
        .join(PlanLine.need)
        .join(Need.request)
        .join(SupportRequest.initiative)
        .where(shown_with(plan))
        .group_by(Initiative.neighbourhood_id)
    )
    return [
        OfNeighbourhood(area_id, Totals(*map(int, row)))
        for area_id, *row in db.session.execute(query)
        if area_id is not None
    ]


def hours_by_team(plan: Plan) -> dict[int, GivenHours]:
    """Return the hours that every team gives, by its id; one statement."""
    own = case((PlanLine.plan_id == plan.id, PlanLine.hours), else_=0)
    query = (
        select(CapacityOffer.team_id, func.sum(PlanLine.hours), func.sum(PlanLine.hours - own))
        .select_from(PlanLine)
        .join(PlanLine.offer)
        .where(shown_with(plan))
        .group_by(CapacityOffer.team_id)
    )
    return {
        team_id: GivenHours(int(given), int(earlier))
        for team_id, given, earlier in db.session.execute(query)
    }


def sums() -> tuple[ColumnElement[int], ...]:
    """Return the columns of ``Totals``, over lines."""
    served = PlanLine.offer_id.is_not(None)
    hours = case((served, PlanLine.hours), else_=0)
    return (
        func.count(PlanLine.id),
        func.count(PlanLine.offer_id),
        func.coalesce(func.sum(PlanLine.hours), 0),
        func.coalesce(func.sum(hours), 0),
        func.coalesce(func.sum(PlanLine.value), 0),
    )
