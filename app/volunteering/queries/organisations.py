"""What an organisation does with volunteers, in all its plans: for its administrators."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager

from app.core.db import db
from app.initiatives.models import Initiative
from app.organisations.models import Organisation
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, Shift, SignUp, VolunteerTask
from app.volunteering.queries.attendance import has_begun, has_place
from app.volunteering.queries.scopes import is_coming


def coming_at(organisation: Organisation) -> Select[Shift]:
    """Select the moments of an organisation that somebody can still join, soonest first."""
    return _moments_of(organisation).where(is_coming()).order_by(Shift.starts_at, Shift.id)


def not_noted_of(organisation: Organisation, limit: int) -> Sequence[Shift]:
    """Return the first moments of which is not noted who was there, the longest ago first."""
    missing = (
        select(SignUp.id)
        .outerjoin(SignUp.attendance)
        .where(SignUp.shift_id == Shift.id, has_place(), Attendance.id.is_(None))
        .exists()
    )
    begun = _moments_of(organisation).where(has_begun(), missing)
    return db.session.scalars(begun.order_by(Shift.starts_at, Shift.id).limit(limit)).all()


def number_to_confirm(shifts: Collection[Shift]) -> dict[int, int]:
    """Return how many people wait for a yes of the organiser, by the id of the shift."""
    rows = db.session.execute(
        select(SignUp.shift_id, func.count())
        .where(
            SignUp.shift_id.in_([shift.id for shift in shifts]),
            SignUp.state == SignUpState.REQUESTED,
        )
        .group_by(SignUp.shift_id)
    )
    return {row[0]: row[1] for row in rows}


def _moments_of(organisation: Organisation) -> Select[Shift]:
    return (
        select(Shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(Initiative.organisation_id == organisation.id)
        .options(contains_eager(Shift.task).contains_eager(VolunteerTask.initiative))
    )
