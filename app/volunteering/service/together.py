"""What is done with a moment, or with more of its series: another time, or calling off."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.choices import Choice
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.volunteering import queries, rules
from app.volunteering.models import Shift
from app.volunteering.service import places
from app.volunteering.service.shifts import ShiftPlan, call_off, check_shift


class Scope(Choice):
    """How much of a series."""

    ONE = "one", _l("Alleen dit moment")
    FOLLOWING = "following", _l("Dit moment en alles wat erna komt")
    EMPTY = "empty", _l("Alle momenten waar nog niemand voor komt")


@dataclass(frozen=True)
class NewTimes:
    """From when until when on their own day, for how many people."""

    starts: time
    ends: time
    places: int


def of_scope(shift: Shift, scope: Scope) -> Sequence[Shift]:
    """Return the moments that ``scope`` means; without a series that is ``shift`` alone."""
    if scope is Scope.ONE or shift.series_id is None:
        return [shift]
    return queries.following(shift) if scope is Scope.FOLLOWING else queries.empty_ones(shift)


def change_moments(
    shift: Shift, scope: Scope, times: NewTimes, *, revision: int, by: User
) -> tuple[int, int]:
    """Give moments another time on the same day; return how many changed and how many stayed.

    Whoever signed up promised to come at a time, so a moment that somebody signed up for stays as
    it is. ``revision`` is the one of ``shift`` that ``by`` looked at. Raises ``OutOfDate`` (409)
    when somebody changed it since, or it is over; ``Refused`` (422) for a time that cannot be, or
    when nothing is left to change.
    """
    authorize(by, rules.edit, shift.task)
    moments = _locked(shift, scope)
    if shift.revision != revision:
        raise OutOfDate(_("Iemand anders heeft dit moment net veranderd."))
    taken = queries.with_people(moments)
    free = [moment for moment in moments if moment.id not in taken]
    if not free:
        raise Refused(_("Er komen al mensen voor dit moment. De tijd blijft zoals hij is."))
    plans = [_checked(moment, times) for moment in free]
    for moment, plan in zip(free, plans, strict=True):
        _change(moment, plan, by)
    return len(free), len(moments) - len(free)


def cancel_moments(shift: Shift, scope: Scope, *, by: User, reason: str = "") -> int:
    """Call moments off and tell everybody who has or waits for a place; return how many.

    Twice is fine. Of ``Scope.EMPTY`` a moment that somebody signed up for meanwhile goes on.
    """
    authorize(by, rules.edit, shift.task)
    if scope is Scope.ONE or shift.series_id is None:
        call_off(shift, by=by, reason=reason)
        return 1
    moments = _locked(shift, scope)
    taken = queries.with_people(moments) if scope is Scope.EMPTY else set()
    off = [moment for moment in moments if moment.id not in taken]
    for moment in off:
        call_off(moment, by=by, reason=reason)
    return len(off)


def _locked(shift: Shift, scope: Scope) -> list[Shift]:
    """Lock what ``scope`` means and return what is still to come; nobody can sign up meanwhile."""
    moments = list(of_scope(shift, scope))
    for moment in moments:
        places.lock(moment)
    if shift not in moments:
        db.session.refresh(shift)
    if not shift.is_coming and shift in moments:
        raise OutOfDate(_("Dit moment is net afgezegd, of het is al begonnen."))
    return [moment for moment in moments if moment.is_coming]


def _checked(shift: Shift, times: NewTimes) -> ShiftPlan:
    """Return what ``shift`` becomes, or raise ``Refused`` when it cannot be."""
    day = clock.day_of(shift.starts_at)
    starts_at, ends_at = (clock.on_the_wall(day, at) for at in (times.starts, times.ends))
    plan = ShiftPlan(starts_at, ends_at, times.places)
    check_shift(plan)
    return plan


def _change(shift: Shift, plan: ShiftPlan, by: User) -> None:
    shift.starts_at, shift.ends_at, shift.places = plan.starts_at, plan.ends_at, plan.places
    shift.revision += 1
    said = f"{plan.starts_at:%H:%M} - {plan.ends_at:%H:%M}"
    record(by, "shifts.change", shift, reason=f"{said}, {plan.places}")
