"""Read what of a round was approved already: by district, by whom and when."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, select

from app.accounts.models import User
from app.areas import queries as areas
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative
from app.matching.models import Plan, PlanLine, Round
from app.matching.queries.plan_lines import Totals, sums
from app.matching.queries.rounds import approved_in, shown_with
from app.support.models import Need, SupportRequest


class OfDistrict(NamedTuple):
    """What a district asks and gets; with who approved that and when, if somebody did."""

    area_id: int
    approved_at: datetime | None
    approved_by: str
    totals: Totals


def by_district(plan: Plan) -> list[OfDistrict]:
    """Return what every district asks and gets in a plan, by name; one statement.

    A district stands twice when new requests came in after its approval.
    """
    return _by_district(shown_with(plan))


def approved_districts(one: Round) -> list[OfDistrict]:
    """Return what was approved of a round, also of a plan that ended; one statement."""
    return _by_district(approved_in(one.id))


def settled_in(one: Round) -> list[PlanLine]:
    """Return the lines of a round that were approved, in whichever of its plans."""
    return list(db.session.scalars(select(PlanLine).where(approved_in(one.id))))


def as_settled(lines: list[PlanLine]) -> Mapping[int, str | None]:
    """Return by need what it got, as the engine wants it."""
    return {line.need_id: f"offer:{line.offer_id}" if line.offer_id else None for line in lines}


def plan_of(one: Round, need_id: int) -> Plan | None:
    """Return the plan in which the line of a need was approved."""
    query = select(Plan).join(PlanLine, PlanLine.plan_id == Plan.id)
    return db.session.scalar(query.where(approved_in(one.id), PlanLine.need_id == need_id))


def _by_district(which: ColumnElement[bool]) -> list[OfDistrict]:
    group = (Initiative.district_id, PlanLine.approved_at, User.name)
    query = (
        select(*group, *sums())
        .select_from(PlanLine)
        .join(PlanLine.need)
        .join(Need.request)
        .join(SupportRequest.initiative)
        .outerjoin(User, User.id == PlanLine.approved_by_id)
        .where(which)
        .group_by(*group)
    )
    rows = [
        OfDistrict(area_id, at, name or "", Totals(*map(int, row)))
        for area_id, at, name, *row in db.session.execute(query)
        if area_id is not None
    ]
    return sorted(rows, key=_by_name)


def _by_name(row: OfDistrict) -> tuple[str, bool, datetime]:
    """Return what rows stand by: the name, and of one district what was approved first."""
    at = row.approved_at
    return areas.names(row.area_id), at is None, at or clock.now()
