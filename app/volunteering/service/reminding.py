"""A reminder two days before a shift: who cannot come after all, still leaves time for somebody else."""

from app.core import clock
from app.core.db import db
from app.core.jobs import job, later
from app.volunteering import messages
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import NEAR, SignUp


def plan_reminder(sign_up: SignUp) -> bool:
    """Remember to remind somebody who has a place; tell whether the shift is far enough for that."""
    due_at = sign_up.shift.starts_at - NEAR
    if due_at <= clock.now():
        return False
    later(
        "volunteering.remind",
        due_at=due_at,
        dedupe_key=f"volunteering.remind.{sign_up.id}",
        sign_up_id=sign_up.id,
    )
    return True


@job("volunteering.remind")
def remind(sign_up_id: int) -> None:
    """Remind somebody who still has a place at a shift that still goes on."""
    sign_up = db.session.get(SignUp, sign_up_id)
    if sign_up is None or sign_up.state is not SignUpState.CONFIRMED:
        return
    if sign_up.shift.is_coming:
        messages.tell_it_is_near(sign_up)
