"""Read hours: what teams offer, what is reserved, and how much room that leaves."""

from collections.abc import Iterable

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import contains_eager, joinedload

from app.accounts.models import User
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, CapacityReservation, DistrictTeam, TeamArea
from app.capacity.queries.teams import teams_led_by
from app.core import clock
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.models import Initiative
from app.initiatives.rules import places_of
from app.organisations.models import Organisation
from app.support.models import Need, SupportRequest

UNSPENT = {ReservationState.PROPOSED, ReservationState.CONFIRMED}
STEP = 5  # public hours are rounded down to this many
MOST_ALTERNATIVES = 2


def offers_for(area_ids: set[int]) -> list[CapacityOffer]:
    """Return the offers with hours left of the teams that serve one of these areas.

    With their team and its name, by team and period; one statement.
    """
    serving = select(TeamArea.team_id).where(TeamArea.area_id.in_(area_ids))
    query = (
        select(CapacityOffer)
        .join(CapacityOffer.team)
        .join(DistrictTeam.organisation)
        .where(
            CapacityOffer.team_id.in_(serving), CapacityOffer.taken < CapacityOffer.hours, *_live()
        )
        .options(contains_eager(CapacityOffer.team).contains_eager(DistrictTeam.organisation))
        .order_by(Organisation.name, CapacityOffer.starts_on, CapacityOffer.id)
    )
    return list(db.session.scalars(query))


def teams_with_room(request: SupportRequest, hours: int, *, without: int) -> list[str]:
    """Return the names of at most two other teams that have this many hours for a request."""
    names = [
        offer.team.organisation.name
        for offer in offers_for(places_of(request.initiative))
        if offer.team_id != without and offer.free >= hours
    ]
    return list(dict.fromkeys(names))[:MOST_ALTERNATIVES]


def offers_of(teams: Iterable[DistrictTeam]) -> list[CapacityOffer]:
    """Return what these teams offer in this quarter and later, withdrawn offers too."""
    query = (
        select(CapacityOffer)
        .where(
            CapacityOffer.team_id.in_([team.id for team in teams]),
            CapacityOffer.ends_on >= clock.today(),
        )
        .order_by(CapacityOffer.team_id, CapacityOffer.starts_on, CapacityOffer.id)
    )
    return list(db.session.scalars(query))


def offer_led_by(actor: User, offer_id: int) -> CapacityOffer:
    """Return an offer of a team whose hours ``actor`` sets. Raises ``NotFound``."""
    led = [team.id for team in teams_led_by(actor)]
    query = select(CapacityOffer).where(
        CapacityOffer.id == offer_id, CapacityOffer.team_id.in_(led)
    )
    offer = db.session.scalar(query)
    if offer is None:
        raise NotFound(_("We kunnen deze uren niet vinden."))
    return offer


def reservations_on(offers: Iterable[CapacityOffer]) -> dict[int, list[CapacityReservation]]:
    """Return by offer the reservations that hold or spent hours, with what they are for."""
    query = (
        _complete(select(CapacityReservation))
        .where(
            CapacityReservation.offer_id.in_([offer.id for offer in offers]),
            CapacityReservation.state != ReservationState.RELEASED,
        )
        .order_by(CapacityReservation.id)
    )
    found: dict[int, list[CapacityReservation]] = {}
    for reservation in db.session.scalars(query):
        found.setdefault(reservation.offer_id, []).append(reservation)
    return found


def unspent_on(offer: CapacityOffer) -> list[CapacityReservation]:
    """Return the reservations that would lose their hours when an offer is withdrawn."""
    query = _complete(select(CapacityReservation)).where(
        CapacityReservation.offer_id == offer.id, CapacityReservation.state.in_(UNSPENT)
    )
    return list(db.session.scalars(query.order_by(CapacityReservation.id)))


def proposed_for(request: SupportRequest) -> list[CapacityReservation]:
    """Return the reservations for a request that wait for its decision, by offer."""
    query = _complete(select(CapacityReservation)).where(
        Need.request_id == request.id, CapacityReservation.state == ReservationState.PROPOSED
    )
    ordered = query.order_by(CapacityReservation.offer_id, CapacityReservation.id)
    return list(db.session.scalars(ordered))


def reservation_seen_by(actor: User, reservation_id: int) -> CapacityReservation:
    """Return a reservation of a team whose hours ``actor`` sets. Raises ``NotFound``."""
    led = [team.id for team in teams_led_by(actor)]
    query = _complete(select(CapacityReservation).join(CapacityReservation.offer)).where(
        CapacityReservation.id == reservation_id, CapacityOffer.team_id.in_(led)
    )
    reservation = db.session.scalar(query)
    if reservation is None:
        raise NotFound(_("We kunnen deze reservering niet vinden."))
    return reservation


def free_hours_rounded(teams: Iterable[DistrictTeam]) -> dict[int, int]:
    """Return by team about how many hours are left in this quarter: rounded down to fives."""
    today = clock.today()
    query = (
        select(CapacityOffer.team_id, func.sum(CapacityOffer.hours - CapacityOffer.taken))
        .where(
            CapacityOffer.team_id.in_([team.id for team in teams]),
            CapacityOffer.starts_on <= today,
            *_live(),
        )
        .group_by(CapacityOffer.team_id)
    )
    return {team_id: int(free) // STEP * STEP for team_id, free in db.session.execute(query)}


def _live() -> tuple[ColumnElement[bool], ...]:
    return CapacityOffer.withdrawn_at.is_(None), CapacityOffer.ends_on >= clock.today()


def _complete(query: Select[CapacityReservation]) -> Select[CapacityReservation]:
    """Load what a reservation is for, down to the place of the initiative."""
    return (
        query.join(CapacityReservation.need)
        .join(Need.request)
        .join(SupportRequest.initiative)
        .options(
            contains_eager(CapacityReservation.need)
            .contains_eager(Need.request)
            .contains_eager(SupportRequest.initiative)
            .joinedload(Initiative.neighbourhood),
            joinedload(CapacityReservation.offer).joinedload(CapacityOffer.team),
        )
    )
