"""Keep hours for a need, and give them back. Hours move by one conditional UPDATE each."""

from typing import Any, cast

from flask_babel import gettext as _
from sqlalchemy import CursorResult, select, update

from app.accounts.models import User
from app.areas import queries as areas
from app.audit.service import record, take_step
from app.capacity import messages, queries, rules
from app.capacity.lapsed import LapsedHours
from app.capacity.lifecycle import RESERVATION_LIFE
from app.capacity.models import CapacityOffer, CapacityReservation
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.initiatives.rules import places_of
from app.support.lifecycle import GIVEN, OPEN, RequestState
from app.support.models import BY_PEOPLE, Need, SupportRequest


def reserve(offer: CapacityOffer, need: Need, hours: int, *, by: User) -> CapacityReservation:
    """Keep ``hours`` of ``offer`` for ``need`` until the request is decided.

    Raises ``Refused`` at its field when the offer does not fit the need or has too few hours
    left; ``OutOfDate`` when the request was answered already.
    """
    authorize(by, rules.reserve, rules.Wish(offer, need))
    if need.request.state not in OPEN:
        raise OutOfDate(_("Deze vraag is al beantwoord."))
    _check(offer, need, hours)
    _check_period(offer, need)
    return _kept(offer, need, hours, by=by)


def reserve_instead(
    offer: CapacityOffer, need: Need, hours: int, *, by: User
) -> CapacityReservation:
    """Keep hours in the place of others that a team took back: also for a request that was granted.

    They may be later than was asked: who chooses knows that. Raises as ``reserve`` does.
    """
    authorize(by, rules.reserve, rules.Wish(offer, need))
    if need.request.state not in OPEN | GIVEN:
        raise OutOfDate(_("Deze vraag is al beantwoord."))
    _check(offer, need, hours)
    reservation = _kept(offer, need, hours, by=by)
    if need.request.state in GIVEN:
        take_step(RESERVATION_LIFE, reservation, "confirm", by=by)
    return reservation


def _kept(offer: CapacityOffer, need: Need, hours: int, *, by: User) -> CapacityReservation:
    if not _took(offer, hours):
        raise Refused(
            _("Er zijn nog %(free)s uur vrij. Kies minder uren.", free=offer.free), field="hours"
        )
    reservation = CapacityReservation(offer=offer, need=need, hours=hours, by=by)
    db.session.add(reservation)
    record(by, "capacity_reservations.reserve", reservation)
    return reservation


def release(reservation: CapacityReservation, *, by: User, reason: str = "") -> None:
    """Give the hours back to the team, and tell who was counting on them."""
    authorize(by, rules.give_back, rules.wish_of(reservation))
    take_back(reservation, by=by, reason=reason)


def confirm(reservation: CapacityReservation, *, by: User) -> None:
    """Promise the hours."""
    take_step(RESERVATION_LIFE, reservation, "confirm", by=by)
    messages.tell_hours_are_confirmed(reservation)


def spend(reservation: CapacityReservation, *, by: User) -> None:
    """Write down that the hours were used; they stay taken."""
    authorize(by, rules.set_hours, reservation.offer.team)
    take_step(RESERVATION_LIFE, reservation, "spend", by=by)


def settle(request: SupportRequest, *, outcome: RequestState, by: User) -> None:
    """Confirm what was reserved for a request that was granted; give back what was not."""
    for reservation in queries.proposed_for(request):
        if outcome in GIVEN:
            confirm(reservation, by=by)
        else:
            give_back(reservation, by=by)
            messages.tell_hours_are_free(reservation)


def take_back(reservation: CapacityReservation, *, by: User, reason: str) -> None:
    """Give hours back that somebody counted on: tell everybody, and let a coordinator look for others."""
    give_back(reservation, by=by, reason=reason)
    db.session.add(LapsedHours(reservation=reservation, why=reason))
    messages.tell_hours_are_withdrawn(reservation)


def give_back(reservation: CapacityReservation, *, by: User, reason: str = "") -> None:
    """Release a reservation; its step guards that the hours come back once.

    The offer is held first, as a withdrawal of its hours does, so that the two never wait for
    each other.
    """
    held = select(CapacityOffer.id).where(CapacityOffer.id == reservation.offer_id)
    db.session.execute(held.with_for_update())
    take_step(RESERVATION_LIFE, reservation, "release", by=by, reason=reason)
    query = (
        update(CapacityOffer)
        .where(CapacityOffer.id == reservation.offer_id)
        .values(taken=CapacityOffer.taken - reservation.hours)
    )
    db.session.execute(query, execution_options={"synchronize_session": False})
    db.session.expire(reservation.offer, ["taken"])


def _took(offer: CapacityOffer, hours: int) -> bool:
    """Take the hours, if they are still there."""
    query = (
        update(CapacityOffer)
        .where(
            CapacityOffer.id == offer.id,
            CapacityOffer.taken + hours <= CapacityOffer.hours,
            CapacityOffer.withdrawn_at.is_(None),
            CapacityOffer.ends_on >= clock.today(),
        )
        .values(taken=CapacityOffer.taken + hours)
    )
    done = db.session.execute(query, execution_options={"synchronize_session": False})
    db.session.refresh(offer)
    return cast("CursorResult[Any]", done).rowcount == 1


def _check(offer: CapacityOffer, need: Need, hours: int) -> None:
    if need.kind not in BY_PEOPLE:
        raise Refused(_("Voor deze hulp zijn geen uren nodig."), field="need_id")
    whole = areas.municipality()
    places = places_of(need.request.initiative) | ({whole.id} if whole else set())
    if places.isdisjoint(area.area_id for area in offer.team.areas):
        raise Refused(_("Dit team werkt niet in deze wijk."), field="offer_id")
    if hours < 1:
        raise Refused(_("Vul in hoeveel uur."), field="hours")
    if need.hours and hours > need.hours:
        raise Refused(
            _("Er is %(hours)s uur gevraagd. Meer hoeft niet.", hours=need.hours), field="hours"
        )


def _check_period(offer: CapacityOffer, need: Need) -> None:
    too_late = need.ends_on is not None and need.ends_on < offer.starts_on
    too_early = need.starts_on is not None and need.starts_on > offer.ends_on
    if too_late or too_early:
        raise Refused(_("Deze uren zijn in een andere periode dan gevraagd."), field="offer_id")
