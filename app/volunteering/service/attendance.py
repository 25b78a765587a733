"""Who was at a shift: noted by the organisers, put right, and said against by the volunteer.

The log says that somebody noted it and never what: a line cannot be forgotten, this can.
"""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.dates import moment_words
from app.core.db import db
from app.core.errors import OutOfDate
from app.core.permissions import authorize
from app.volunteering import messages, queries, rules
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, Shift, SignUp
from app.volunteering.service import places
from app.volunteering.service.certificates import withdraw_certificate
from app.volunteering.service.shifts import refuse_when_nobody_was_there
from app.volunteering.service.thanking import plan_thanks


def note_attendance(sign_up: SignUp, quarters: int, *, version: int, by: User) -> None:
    """Note that somebody helped for so many quarters of an hour, or with 0 that nobody came.

    ``version`` is the one of what ``by`` saw, 0 when nothing was noted. Noting the same twice is
    fine. Raises ``OutOfDate`` (409) when somebody else noted something else meanwhile, before the
    shift has begun, or when the person has no place there.
    """
    authorize(by, rules.note_attendance, sign_up)
    places.lock_sign_up(sign_up)
    refuse_when_nobody_was_there(sign_up.shift)
    if sign_up.state is not SignUpState.CONFIRMED:
        raise OutOfDate(_("Deze persoon heeft geen plek bij dit moment."))
    noted = queries.attendance_of(sign_up)
    if noted is not None and noted.quarters == quarters:
        return
    if version != (noted.version if noted else 0):
        raise _too_late(noted, by)
    _note(sign_up, noted, quarters, by)


def note_everybody(shift: Shift, *, by: User) -> int:
    """Note that everybody was there of whom nothing is noted, for as long as the shift lasted.

    Leaves ``by`` out: nobody says so of themselves. Returns of how many people it is noted.
    """
    authorize(by, rules.see_attendance, shift.task)
    places.lock(shift)
    refuse_when_nobody_was_there(shift)
    people = [one for one in queries.not_noted_at(shift) if one.user_id != by.id]
    for sign_up in people:
        _note(sign_up, None, shift.quarters, by)
    return len(people)


def object_to_attendance(sign_up: SignUp, text: str, *, by: User) -> None:
    """Say that what was noted about oneself is not right; the organiser hears it. Twice is fine."""
    authorize(by, rules.is_own, sign_up)
    places.lock_sign_up(sign_up)
    noted = queries.attendance_of(sign_up)
    if noted is None:
        raise OutOfDate(_("De organisator heeft nog niets opgeschreven."))
    if noted.objection == text:
        return
    noted.objection = text
    record(by, "sign_ups.object", sign_up)
    messages.tell_organiser_of_objection(sign_up)


def _note(sign_up: SignUp, noted: Attendance | None, quarters: int, by: User) -> None:
    if noted is not None and quarters < noted.quarters:
        _withdraw_what_says_more(sign_up, by)
    noted = noted or Attendance(sign_up_id=sign_up.id)
    noted.quarters, noted.noted_by_id, noted.noted_at = quarters, by.id, clock.now()
    noted.objection = ""
    db.session.add(noted)
    record(by, "sign_ups.note", sign_up)
    if quarters:
        plan_thanks(sign_up)


def _withdraw_what_says_more(sign_up: SignUp, by: User) -> None:
    """Let no certificate say more than what is noted; the volunteer makes a new one."""
    certificate = queries.valid_certificate(sign_up.user, sign_up.shift.task.initiative)
    if certificate is not None:
        withdraw_certificate(certificate, by=by)


def _too_late(noted: Attendance | None, by: User) -> OutOfDate:
    if noted is None or noted.noted_by_id == by.id:
        return OutOfDate(_("Dit is net veranderd. Kijk eerst wat er nu staat."))
    return OutOfDate(
        _(
            "%(who)s was je voor, op %(when)s. Kijk eerst wat er nu staat.",
            who=noted.noted_by.name,
            when=moment_words(noted.noted_at),
        )
    )
