"""Read what approved lines gave a request, as far as it still stands."""

from sqlalchemy import exists, func, select
from sqlalchemy.orm import joinedload

from app.capacity.lifecycle import HOLDING
from app.capacity.models import CapacityReservation
from app.core.db import db
from app.matching.models import PlanLine
from app.matching.queries.rounds import with_team
from app.support.models import Need, SupportRequest


def outcomes_of(request: SupportRequest) -> list[PlanLine]:
    """Return by need the last line that was approved, in the order of the needs; one statement.

    A line with hours that are no longer kept is left out, and one without hours for a need that
    has hours now.
    """
    kept = exists().where(
        CapacityReservation.need_id == PlanLine.need_id,
        CapacityReservation.state.in_(HOLDING),
    )
    still = exists().where(
        CapacityReservation.id == PlanLine.reservation_id,
        CapacityReservation.state.in_(HOLDING),
    )
    last = (
        select(func.max(PlanLine.id))
        .join(Need, PlanLine.need_id == Need.id)
        .where(Need.request_id == request.id, PlanLine.approved_at.is_not(None))
        .group_by(PlanLine.need_id)
    )
    query = (
        select(PlanLine)
        .where(PlanLine.id.in_(last), still | (PlanLine.offer_id.is_(None) & ~kept))
        .options(joinedload(PlanLine.plan), with_team(PlanLine))
        .order_by(PlanLine.need_id)
    )
    return list(db.session.scalars(query))
