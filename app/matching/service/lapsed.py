"""Decide about hours that a team took back. Nothing happens by itself: a person chooses."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.capacity import service as capacity
from app.capacity.lapsed import LapsedHours
from app.core.errors import OutOfDate
from app.matching import messages, queries


def replace_lapsed(lapsed: LapsedHours, offer_id: int, hours: int, *, by: User) -> None:
    """Keep hours of another offer instead, and tell residents and team; a second click changes nothing.

    Raises ``OutOfDate`` when those hours went to others meanwhile, or somebody answered otherwise.
    """
    offer = queries.offers_by_id({offer_id}).get(offer_id)
    if offer is None:
        raise OutOfDate(_("Deze uren zijn er niet meer. Kijk wat er nu kan."))
    if capacity.replace_lapsed(lapsed, offer, hours, by=by):
        messages.tell_replaced(lapsed)


def close_lapsed(lapsed: LapsedHours, reason: str, *, by: User) -> None:
    """Tell residents that there are no other hours, and why; a second click changes nothing."""
    if capacity.close_lapsed(lapsed, reason, by=by):
        messages.tell_closed(lapsed)
