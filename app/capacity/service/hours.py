"""What a team lead does with the collective hours of the team: offer, change, withdraw."""

from typing import Any, cast

from flask_babel import gettext as _
from sqlalchemy import CursorResult, update

from app.accounts.models import User
from app.audit.service import record
from app.capacity import queries, rules
from app.capacity.models import CapacityOffer, DistrictTeam, OfferKind
from app.capacity.quarters import Quarter
from app.capacity.service import reservations
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize


def offer_hours(
    team: DistrictTeam, quarter: Quarter, kind: OfferKind, hours: int, *, by: User, note: str = ""
) -> CapacityOffer:
    """Offer ``hours`` of the whole team in a quarter."""
    authorize(by, rules.set_hours, team)
    offer = CapacityOffer(
        team=team,
        kind=kind,
        starts_on=quarter.starts_on,
        ends_on=quarter.ends_on,
        hours=hours,
        note=note,
    )
    db.session.add(offer)
    record(by, "capacity_offers.offer", offer, reason=str(hours))
    return offer


def change_hours(offer: CapacityOffer, hours: int, *, by: User, note: str = "") -> None:
    """Offer more or fewer hours; never fewer than are reserved.

    Raises ``Refused`` at the field ``hours``, telling how many are taken.
    """
    authorize(by, rules.set_hours, offer.team)
    enough = (CapacityOffer.taken <= hours) & CapacityOffer.withdrawn_at.is_(None)
    if not _changed(offer, enough, hours=hours, note=note):
        _refuse_withdrawn(offer)
        raise Refused(
            _("Er zijn al %(taken)s uur vergeven. Minder kan niet.", taken=offer.taken),
            field="hours",
        )
    record(by, "capacity_offers.change", offer, reason=str(hours))


def withdraw_hours(offer: CapacityOffer, *, by: User, reason: str) -> None:
    """Take the hours back at once: who was counting on them hears what now.

    Hours that were spent already stay spent.
    """
    authorize(by, rules.set_hours, offer.team)
    if not _changed(offer, CapacityOffer.withdrawn_at.is_(None), withdrawn_at=clock.now()):
        _refuse_withdrawn(offer)
    record(by, "capacity_offers.withdraw", offer, reason=reason)
    for reservation in queries.unspent_on(offer):
        reservations.take_back(reservation, by=by, reason=reason)


def _changed(offer: CapacityOffer, only_if: Any, **values: object) -> bool:
    """Change the offer, if the database still agrees."""
    query = update(CapacityOffer).where(CapacityOffer.id == offer.id, only_if).values(values)
    done = db.session.execute(query, execution_options={"synchronize_session": False})
    db.session.refresh(offer)
    return cast("CursorResult[Any]", done).rowcount == 1


def _refuse_withdrawn(offer: CapacityOffer) -> None:
    if offer.withdrawn_at is not None:
        raise OutOfDate(_("Deze uren zijn al ingetrokken."))
