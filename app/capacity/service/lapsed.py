"""Answer hours that a team took back: with other hours, or by saying that there are none."""

from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import User
from app.audit.service import record
from app.capacity import queries, rules
from app.capacity.lapsed import LapsedHours
from app.capacity.models import CapacityOffer
from app.capacity.service import reservations
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize


def replace_lapsed(lapsed: LapsedHours, offer: CapacityOffer, hours: int, *, by: User) -> bool:
    """Keep ``hours`` of ``offer`` in the place of those that lapsed; tell whether that is new.

    The same answer a second time changes nothing. Raises ``OutOfDate`` when somebody gave another
    answer, or when these hours went to others meanwhile.
    """
    _take_turn(lapsed, by=by)
    kept = lapsed.replacement
    if kept is not None and (kept.offer_id, kept.hours) == (offer.id, hours):
        return False
    _check_waits(lapsed)
    try:
        lapsed.replacement = reservations.reserve_instead(
            offer, lapsed.reservation.need, hours, by=by
        )
    except Refused as refusal:
        raise OutOfDate(refusal.message) from refusal
    _answered(lapsed, "replace", by=by)
    return True


def close_lapsed(lapsed: LapsedHours, reason: str, *, by: User) -> bool:
    """Answer that there are no other hours, and why; tell whether that is new.

    Raises ``Refused`` without a reason, ``OutOfDate`` when somebody answered otherwise.
    """
    _take_turn(lapsed, by=by)
    reason = reason.strip()
    if not reason:
        raise Refused(_("Schrijf waarom."), field="reason")
    if lapsed.reason == reason:
        return False
    _check_waits(lapsed)
    lapsed.reason = reason
    _answered(lapsed, "close", by=by)
    return True


def _take_turn(lapsed: LapsedHours, *, by: User) -> None:
    authorize(by, rules.answer_lapsed, lapsed)
    db.session.execute(select(LapsedHours.id).where(LapsedHours.id == lapsed.id).with_for_update())
    db.session.refresh(lapsed)


def _check_waits(lapsed: LapsedHours) -> None:
    if lapsed.answered_by is not None:
        raise OutOfDate(
            _(
                "%(who)s was je voor. Kijk eerst wat er nu staat.",
                who=lapsed.answered_by.name,
            )
        )
    if not queries.still_waits(lapsed):
        raise OutOfDate(_("Deze vraag heeft geen andere uren meer nodig."))


def _answered(lapsed: LapsedHours, deed: str, *, by: User) -> None:
    lapsed.answered_by, lapsed.answered_at = by, clock.now()
    record(by, f"lapsed_hours.{deed}", lapsed, reason=lapsed.reason)
