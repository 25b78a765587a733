"""The moments of a task: adding one, making room, and calling one off."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.initiatives.lifecycle import TextState
from app.volunteering import messages, queries, rules
from app.volunteering.lifecycle import SIGN_UP_LIFE
from app.volunteering.models import Shift, VolunteerTask
from app.volunteering.service import places
from app.volunteering.service.waiting_list import move_up

MOST_PLACES = 500
FURTHEST = timedelta(days=2 * 365)
LONGEST = timedelta(hours=24)
GONE = {TextState.WITHDRAWN, TextState.REJECTED}


@dataclass(frozen=True)
class ShiftPlan:
    """A moment somebody wants people for."""

    starts_at: datetime
    ends_at: datetime
    places: int


def check_shift(plan: ShiftPlan) -> None:
    """Raise ``Refused`` with the field that is wrong: ``date``, ``starts``, ``ends`` or ``places``."""
    now = clock.now()
    for moment, field in ((plan.starts_at, "starts"), (plan.ends_at, "ends")):
        if clock.is_skipped(moment):
            raise Refused(
                _("Deze tijd bestaat niet: de klok gaat dan een uur vooruit."), field=field
            )
    if plan.starts_at <= now:
        raise Refused(_("Kies een moment dat nog moet komen."), field="date")
    if plan.starts_at > now + FURTHEST:
        raise Refused(_("Kies een datum binnen twee jaar."), field="date")
    if not timedelta() < plan.ends_at - plan.starts_at <= LONGEST:
        raise Refused(_("De eindtijd moet later zijn dan de begintijd."), field="ends")
    if not 1 <= plan.places <= MOST_PLACES:
        raise Refused(
            _("Kies een aantal van 1 tot en met %(most)s.", most=MOST_PLACES), field="places"
        )


def new_shift(task: VolunteerTask, plan: ShiftPlan) -> Shift:
    """Give ``task`` a moment. For the services of this room: it asks nobody's leave."""
    check_shift(plan)
    shift = Shift(
        task=task, starts_at=plan.starts_at, ends_at=plan.ends_at, places=plan.places, taken=0
    )
    db.session.add(shift)
    return shift


def add_shift(task: VolunteerTask, plan: ShiftPlan, *, by: User) -> Shift:
    """Add a moment to a task; it holds no text, so nobody has to look at it first."""
    authorize(by, rules.edit, task)
    places.lock(task)
    if task.state in GONE:
        raise OutOfDate(_("Deze klus is niet meer te veranderen."))
    shift = new_shift(task, plan)
    record(by, "shifts.add", shift)
    return shift


def change_places(shift: Shift, number: int, *, by: User) -> None:
    """Ask more or fewer people; with more places people move up from the waiting list.

    Raises ``Refused`` (422) for fewer places than are taken, ``OutOfDate`` (409) when the
    shift was called off or has begun.
    """
    authorize(by, rules.edit, shift.task)
    places.lock(shift)
    _refuse_when_over(shift)
    if not 1 <= number <= MOST_PLACES:
        raise Refused(
            _("Kies een aantal van 1 tot en met %(most)s.", most=MOST_PLACES), field="places"
        )
    old = shift.places
    if not places.resize(shift, number):
        raise Refused(
            _(
                "Er zijn al %(taken)s plekken vergeven. Kies %(taken)s of meer.",
                taken=shift.taken,
            ),
            field="places",
        )
    record(by, "shifts.change_places", shift, reason=f"{old} -> {number}")
    move_up(shift)


def cancel_shift(shift: Shift, *, by: User, reason: str = "") -> None:
    """Call a shift off and tell everybody who has or waits for a place. Twice is fine."""
    authorize(by, rules.edit, shift.task)
    call_off(shift, by=by, reason=reason)


def call_off(shift: Shift, *, by: User | None, reason: str) -> None:
    """Do what ``cancel_shift`` does, as a consequence of something that was allowed already."""
    places.lock(shift)
    if shift.cancelled_at is not None:
        return
    _refuse_when_over(shift)
    people = queries.live_at(shift)
    places.close(shift, clock.now())
    record(by, "shifts.cancel", shift, reason=reason)
    for sign_up in people:
        take_step(SIGN_UP_LIFE, sign_up, "cancel", by=by, reason=reason)
        messages.tell_shift_cancelled(sign_up, reason)


def refuse_when_nobody_was_there(shift: Shift) -> None:
    """Raise ``OutOfDate`` (409) when a shift was called off, or has not begun."""
    if shift.cancelled_at is not None:
        raise OutOfDate(_("Dit moment ging niet door."))
    if not shift.has_begun:
        raise OutOfDate(_("Dit moment moet nog beginnen. Schrijf daarna op wie er was."))


def _refuse_when_over(shift: Shift) -> None:
    if shift.cancelled_at is not None:
        raise OutOfDate(_("Dit moment gaat al niet door."))
    if shift.starts_at <= clock.now():
        raise OutOfDate(_("Dit moment is al begonnen. Je kunt nu niets meer veranderen."))
