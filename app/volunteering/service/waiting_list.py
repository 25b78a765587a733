"""The waiting list: whoever waits longest moves up by itself, and has some time to answer."""

from datetime import datetime, timedelta

from app.audit.service import take_step
from app.core import clock
from app.core.db import db
from app.core.jobs import job, later
from app.volunteering import messages, queries
from app.volunteering.lifecycle import SIGN_UP_LIFE, SignUpState
from app.volunteering.models import NEAR, Shift, SignUp
from app.volunteering.service import places

TIME_TO_ANSWER, TIME_WHEN_NEAR = timedelta(hours=24), timedelta(hours=2)


def move_up(shift: Shift) -> None:
    """Offer every free place of a locked ``shift`` to whoever waits longest."""
    while shift.is_coming and (first := queries.first_waiting(shift)) and places.take(shift):
        _offer(first, shift)


def free_place(shift: Shift) -> None:
    """Give back a place of a locked ``shift``, and offer it to the next person."""
    places.give_back(shift)
    move_up(shift)


def deadline(shift: Shift) -> datetime:
    """Return until when an offered place is kept: 24 hours, or 2 when the shift is near.

    Never after the shift begins.
    """
    now = clock.now()
    wait = TIME_WHEN_NEAR if shift.starts_at - now <= NEAR else TIME_TO_ANSWER
    return min(now + wait, shift.starts_at)


@job("volunteering.lapse_offer")
def lapse_offer(sign_up_id: int) -> None:
    """Let an offer that got no answer go to the next person; a second run finds nothing to do."""
    sign_up = db.session.get(SignUp, sign_up_id)
    if sign_up is None:
        return
    places.lock_sign_up(sign_up)
    if sign_up.state is not SignUpState.OFFERED:
        return
    take_step(SIGN_UP_LIFE, sign_up, "lapse", by=None)
    messages.tell_lapsed(sign_up)
    free_place(sign_up.shift)


def _offer(sign_up: SignUp, shift: Shift) -> None:
    sign_up.answer_by = deadline(shift)
    take_step(SIGN_UP_LIFE, sign_up, "offer", by=None)
    later(
        "volunteering.lapse_offer",
        due_at=sign_up.answer_by,
        dedupe_key=f"volunteering.lapse_offer.{sign_up.id}",
        sign_up_id=sign_up.id,
    )
    messages.tell_moved_up(sign_up)
