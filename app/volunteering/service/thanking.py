"""Thanks for who was at a shift: an hour after it was noted, in the words of the organiser."""

from datetime import timedelta

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate
from app.core.jobs import job, later
from app.core.permissions import authorize
from app.core.text import tidy
from app.volunteering import messages, queries, rules
from app.volunteering.models import Shift, SignUp
from app.volunteering.service import places
from app.volunteering.service.shifts import refuse_when_nobody_was_there

TIME_TO_CHANGE_IT = timedelta(hours=1)  # a slip of the thumb is put right before anybody reads it


def thank(shift: Shift, words: str, *, before: str, by: User) -> None:
    """Keep the words of thanks for who was at a shift.

    ``before`` is what ``by`` started from. Raises ``OutOfDate`` (409) when somebody else wrote
    something since, or when the shift has not begun.
    """
    authorize(by, rules.edit, shift.task)
    places.lock(shift)
    refuse_when_nobody_was_there(shift)
    if shift.thanks == words:
        return
    if shift.thanks != tidy(before):
        raise OutOfDate(_("Iemand anders heeft dit bedankje net veranderd."))
    shift.thanks = words
    record(by, "shifts.thank", shift)


def plan_thanks(sign_up: SignUp) -> None:
    """Remember to thank somebody who was there, once there was time to change that."""
    due_at = clock.now() + TIME_TO_CHANGE_IT
    later("volunteering.thank", due_at=due_at, sign_up_id=sign_up.id)


@job("volunteering.thank")
def thank_for(sign_up_id: int) -> None:
    """Thank somebody who was there, once; not when it turned out to be wrong meanwhile."""
    sign_up = db.session.get(SignUp, sign_up_id)
    if sign_up is None or sign_up.user.is_erased:
        return
    places.lock_sign_up(sign_up)
    noted = queries.attendance_of(sign_up)
    if noted is None or not noted.came or noted.thanked_at is not None:
        return
    noted.thanked_at = clock.now()
    messages.tell_thanks(sign_up, noted.quarters)
