"""Signing up for a shift, and everything that can happen to a sign-up afterwards."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.volunteering import messages, queries, rules, words
from app.volunteering.lifecycle import HOLDS_A_PLACE, SIGN_UP_LIFE, SignUpState
from app.volunteering.models import Shift, SignUp
from app.volunteering.service import places
from app.volunteering.service.reminding import plan_reminder
from app.volunteering.service.waiting_list import free_place


def sign_up(shift: Shift, *, by: User, note: str = "", revision: int | None = None) -> SignUp:
    """Put ``by`` on a shift, or on its waiting list when there is no place left.

    Returns the sign-up that the person has when this is the second click. ``note`` is for the
    organiser only; ``revision`` is the one of the shift that the person looked at. Raises
    ``OutOfDate`` (409) when the shift or its task is not open any more, ``Refused`` (422) when the
    person is somewhere else at that time, or when the shift got another time meanwhile.
    """
    authorize(by, rules.sign_up)
    places.lock_person(by)
    places.lock(shift)
    before = queries.live_sign_up(by, shift)
    if before is not None:
        return before
    _refuse_when_closed(shift)
    if revision not in {None, shift.revision}:
        raise Refused(
            _("De tijd is net veranderd: %(when)s. Kun je dan ook?", when=words.when(shift))
        )
    _refuse_when_elsewhere(shift, by)
    return _join(shift, by, note)


def cancel(sign_up: SignUp, *, by: User) -> None:
    """Take ``by`` off a shift; the place goes to whoever waits longest. Twice is fine."""
    authorize(by, rules.is_own, sign_up)
    places.lock_sign_up(sign_up)
    if sign_up.state is SignUpState.CANCELLED:
        return
    _refuse_when_begun(sign_up.shift)
    old, _new = take_step(SIGN_UP_LIFE, sign_up, "cancel", by=by)
    if old in HOLDS_A_PLACE:
        messages.tell_organiser_of_cancellation(sign_up)
        free_place(sign_up.shift)


def accept(sign_up: SignUp, *, by: User) -> None:
    """Take the place that was offered. Works as long as nobody else got it; twice is fine."""
    authorize(by, rules.is_own, sign_up)
    places.lock_sign_up(sign_up)
    if sign_up.state is SignUpState.CONFIRMED:
        return
    if sign_up.state is SignUpState.LAPSED:
        raise OutOfDate(
            _("Je antwoord kwam te laat. Je plek is naar de volgende gegaan. Meld je opnieuw aan.")
        )
    _refuse_when_begun(sign_up.shift)
    take_step(SIGN_UP_LIFE, sign_up, "accept", by=by)
    _will_be_there(sign_up)
    messages.tell_confirmed(sign_up)
    messages.tell_organiser_of_sign_up(sign_up)


def say_yes(sign_up: SignUp, *, by: User) -> None:
    """Keep that ``by`` will be there, for the organiser to know. Twice is fine.

    Raises ``OutOfDate`` (409) without a place, when it has begun or was called off.
    """
    authorize(by, rules.is_own, sign_up)
    places.lock_sign_up(sign_up)
    if sign_up.state is not SignUpState.CONFIRMED:
        raise OutOfDate(_("Je hebt geen plek meer bij dit moment."))
    _refuse_when_begun(sign_up.shift)
    if sign_up.said_yes_at is None:
        sign_up.said_yes_at = clock.now()
        record(by, "sign_ups.say_yes", sign_up)


def confirm(sign_up: SignUp, *, by: User) -> None:
    """Say yes to somebody who asked to join."""
    authorize(by, rules.judge_sign_up, sign_up)
    places.lock_sign_up(sign_up)
    take_step(SIGN_UP_LIFE, sign_up, "confirm", by=by)
    plan_reminder(sign_up)
    messages.tell_confirmed(sign_up)


def decline(sign_up: SignUp, *, by: User) -> None:
    """Say no to somebody; the place goes to whoever waits longest.

    Raises ``OutOfDate`` (409) once it is noted whether the person was there.
    """
    authorize(by, rules.judge_sign_up, sign_up)
    places.lock_sign_up(sign_up)
    if sign_up.attendance is not None:
        raise OutOfDate(_("Je kunt deze persoon niet meer afwijzen. Het moment is geweest."))
    take_step(SIGN_UP_LIFE, sign_up, "decline", by=by)
    messages.tell_declined(sign_up)
    free_place(sign_up.shift)


def _join(shift: Shift, by: User, note: str) -> SignUp:
    sign_up = SignUp(shift=shift, user_id=by.id, note=note)
    db.session.add(sign_up)
    db.session.flush()
    if not places.take(shift):
        take_step(SIGN_UP_LIFE, sign_up, "queue", by=by)
        messages.tell_position(sign_up, queries.position(sign_up))
        return sign_up
    if shift.task.organiser_confirms:
        take_step(SIGN_UP_LIFE, sign_up, "request", by=by)
        messages.tell_requested(sign_up)
    else:
        take_step(SIGN_UP_LIFE, sign_up, "join", by=by)
        _will_be_there(sign_up)
        messages.tell_confirmed(sign_up)
    messages.tell_organiser_of_sign_up(sign_up)
    return sign_up


def _will_be_there(sign_up: SignUp) -> None:
    """Remind who just took a place when the day is near; who takes it that late means it now."""
    if not plan_reminder(sign_up):
        sign_up.said_yes_at = clock.now()


def _refuse_when_closed(shift: Shift) -> None:
    if shift.cancelled_at is not None:
        raise OutOfDate(_("Dit moment gaat niet door. Kijk of er een ander moment is."))
    _refuse_when_begun(shift)
    if not shift.task.is_open:
        raise OutOfDate(_("Je kunt je nu niet aanmelden voor deze klus."))


def _refuse_when_begun(shift: Shift) -> None:
    if shift.starts_at <= clock.now():
        raise OutOfDate(_("Dit moment is al begonnen. Je kunt nu niets meer veranderen."))


def _refuse_when_elsewhere(shift: Shift, person: User) -> None:
    other = queries.at_the_same_time(person, shift)
    if other is not None:
        raise Refused(
            _(
                "Je hebt je al aangemeld voor “%(title)s” op %(when)s. Dat is op dezelfde tijd.",
                title=other.task.public_title,
                when=words.when(other),
            )
        )
