"""Somebody deletes the account: their places are free again, and what they wrote at them goes.

So do their certificates, which have a name on them, the calendar of their own, and what they
like to do.

The rows of their sign-ups stay without a name: how many people helped is counted from them.
"""

from sqlalchemy import delete, select, update

from app.accounts.models import ERASED_NAME, User
from app.core import clock
from app.core.db import db
from app.volunteering.lifecycle import LIVE
from app.volunteering.models import (
    Attendance,
    CalendarFeed,
    Certificate,
    Shift,
    SignUp,
    VolunteerTask,
)
from app.volunteering.service.sign_ups import cancel
from app.volunteering.service.wishes import forget_wishes


def forget_person(person: User) -> None:
    """Let nothing in this room say who ``person`` is; call it before the account is erased."""
    coming = (
        select(SignUp)
        .join(SignUp.shift)
        .where(
            SignUp.user_id == person.id,
            SignUp.state.in_(LIVE),
            Shift.starts_at > clock.now(),
        )
    )
    for sign_up in db.session.scalars(coming.order_by(Shift.id)).all():
        cancel(sign_up, by=person)
    db.session.execute(update(SignUp).where(SignUp.user_id == person.id).values(note=""))
    theirs = select(SignUp.id).where(SignUp.user_id == person.id)
    noted = update(Attendance).where(Attendance.sign_up_id.in_(theirs))
    db.session.execute(noted.values(objection=""))
    db.session.execute(delete(Certificate).where(Certificate.user_id == person.id))
    db.session.execute(delete(CalendarFeed).where(CalendarFeed.user_id == person.id))
    forget_wishes(person)
    for task in db.session.scalars(
        select(VolunteerTask).where(VolunteerTask.author_id == person.id)
    ):
        if _is_called(person, task.contact_name):
            task.contact_name = _whom_to_ask(task)
    db.session.flush()


def _is_called(person: User, name: str) -> bool:
    """Tell whether a name is that of ``person``, or a part of it."""
    one, other = name.casefold(), person.name.casefold()
    return one in other or other in one


def _whom_to_ask(task: VolunteerTask) -> str:
    """Return who answers questions about the task from now on."""
    owner = task.initiative.owner
    return ERASED_NAME if owner is None or owner.id == task.author_id else owner.name
