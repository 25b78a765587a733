"""Read the calendars of one's own: whose a secret address is, and what stands in it."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased, contains_eager

from app.accounts.models import User
from app.core import clock, tokens
from app.core.db import db
from app.volunteering.models import CalendarFeed, Shift, SignUp, VolunteerTask

LOOKS_BACK = timedelta(days=28)  # so long a sign-up that came to nothing is kept as well
MOST = 500  # appointments, those furthest ahead


def feed_of(person: User) -> CalendarFeed | None:
    """Return the calendar address that ``person`` has, as it is now."""
    theirs = select(CalendarFeed).where(CalendarFeed.user_id == person.id)
    return db.session.scalar(theirs.execution_options(populate_existing=True))


def feed_with(secret: str) -> CalendarFeed | None:
    """Return the calendar with this secret address, unless its person is blocked or erased."""
    found = select(CalendarFeed).join(CalendarFeed.user).options(contains_eager(CalendarFeed.user))
    feed = db.session.scalar(found.where(CalendarFeed.fingerprint == tokens.fingerprint(secret)))
    return feed if feed is not None and feed.user.is_active else None


def appointments_of(person: User) -> Sequence[SignUp]:
    """Return the sign-ups of ``person`` for shifts of the last weeks and to come, soonest first.

    Also those that were cancelled, so that a calendar hears of it; who left and signed up again has
    the last sign-up only.
    """
    later = aliased(SignUp)
    is_replaced = exists().where(
        later.shift_id == SignUp.shift_id, later.user_id == SignUp.user_id, later.id > SignUp.id
    )
    found = (
        select(SignUp)
        .join(SignUp.shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(SignUp.user_id == person.id, Shift.ends_at > clock.now() - LOOKS_BACK, ~is_replaced)
        .options(
            contains_eager(SignUp.shift)
            .contains_eager(Shift.task)
            .contains_eager(VolunteerTask.initiative)
        )
        .order_by(Shift.starts_at.desc(), SignUp.id.desc())
        .limit(MOST)
    )
    return db.session.scalars(found).all()[::-1]
