"""Read the hours that teams took back and that wait for a coordinator."""

from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true
from sqlalchemy.orm import contains_eager, joinedload

from app.accounts.models import Actor, User
from app.accounts.roles import Permission
from app.capacity.lapsed import LapsedHours
from app.capacity.lifecycle import HOLDING
from app.capacity.models import CapacityOffer, CapacityReservation, DistrictTeam
from app.core.db import LARGEST_NUMBER, db
from app.core.errors import NotFound
from app.core.statements import one_of
from app.initiatives.models import Initiative
from app.support.lifecycle import GIVEN, OPEN
from app.support.models import Need, SupportRequest

T = TypeVar("T")
HELD = CapacityReservation.__table__.alias("held")


def lapsed_for(actor: Actor) -> Select[LapsedHours]:
    """Select what waits for who coordinates there, the oldest first."""
    return _of(actor).where(waits()).order_by(LapsedHours.id)


def still_waits(lapsed: LapsedHours) -> bool:
    """Tell whether nobody answered it, and the need still asks those hours."""
    query = _asked(select(LapsedHours.id)).where(LapsedHours.id == lapsed.id, waits())
    return db.session.scalar(query) is not None


def found_lapsed(actor: Actor, lapsed_id: int) -> LapsedHours:
    """Return hours that lapsed where ``actor`` coordinates, answered or not. Raises ``NotFound``."""
    one = _of(actor).where(LapsedHours.id == lapsed_id)
    lapsed = db.session.scalar(one) if lapsed_id <= LARGEST_NUMBER else None
    if lapsed is None:
        raise NotFound(_("We kunnen deze uren niet vinden."))
    return lapsed


def waits() -> ColumnElement[bool]:
    """Return the condition for what was not answered, of needs that still ask those hours."""
    held = select(func.coalesce(func.sum(HELD.c.hours), 0)).where(
        HELD.c.need_id == Need.id, one_of(HELD.c.state, HOLDING)
    )
    short = held.correlate(Need).scalar_subquery() < func.coalesce(func.nullif(Need.hours, 0), 1)
    lives = one_of(SupportRequest.__table__.c.state, OPEN | GIVEN)
    return and_(LapsedHours.answered_at.is_(None), lives, short)


def _of(actor: Actor) -> Select[LapsedHours]:
    kept = contains_eager(LapsedHours.reservation)
    asked = kept.contains_eager(CapacityReservation.need).contains_eager(Need.request)
    offer = kept.joinedload(CapacityReservation.offer)
    return (
        _asked(select(LapsedHours))
        .where(_lies_where_coordinates(actor))
        .options(
            asked.contains_eager(SupportRequest.initiative).selectinload(Initiative.themes),
            asked.contains_eager(SupportRequest.initiative).selectinload(Initiative.team),
            asked.selectinload(SupportRequest.needs),
            offer.joinedload(CapacityOffer.team).joinedload(DistrictTeam.organisation),
            joinedload(LapsedHours.answered_by).lazyload(User.assignments),
        )
    )


def _asked(query: Select[T]) -> Select[T]:
    return (
        query.join(CapacityReservation, LapsedHours.reservation_id == CapacityReservation.id)
        .join(CapacityReservation.need)
        .join(Need.request)
        .join(SupportRequest.initiative)
    )


def _lies_where_coordinates(actor: Actor) -> ColumnElement[bool]:
    where = actor.areas_where(Permission.COORDINATE)
    if where is None:
        return true()
    return or_(Initiative.neighbourhood_id.in_(where), Initiative.district_id.in_(where))
