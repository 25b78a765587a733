"""Read who was at a shift: for its organisers, and what is noted about oneself."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Attendance, Shift, SignUp, VolunteerTask


def attendance_of(sign_up: SignUp) -> Attendance | None:
    """Return what is noted about a sign-up, as it is now."""
    noted = select(Attendance).where(Attendance.sign_up_id == sign_up.id)
    return db.session.scalar(noted.execution_options(populate_existing=True))


def begun_shifts(task: VolunteerTask) -> Select[Shift]:
    """Select the shifts of ``task`` that have begun and that somebody has a place at, newest first."""
    somebody = select(SignUp.id).where(has_place(), SignUp.shift_id == Shift.id).exists()
    return (
        select(Shift)
        .where(Shift.task_id == task.id, has_begun(), somebody)
        .order_by(Shift.starts_at.desc(), Shift.id.desc())
    )


def last_begun(task: VolunteerTask, limit: int) -> Sequence[Shift]:
    """Return the first of ``begun_shifts``."""
    return db.session.scalars(begun_shifts(task).limit(limit)).all()


def number_not_noted(shifts: Collection[Shift]) -> dict[int, int]:
    """Return of how many people with a place nothing is noted, by the id of the shift."""
    if not shifts:
        return {}
    rows = db.session.execute(
        select(SignUp.shift_id, func.count())
        .outerjoin(SignUp.attendance)
        .where(SignUp.shift_id.in_([shift.id for shift in shifts]), has_place())
        .where(Attendance.id.is_(None))
        .group_by(SignUp.shift_id)
    )
    return {row[0]: row[1] for row in rows}


def not_noted_at(shift: Shift) -> Sequence[SignUp]:
    """Return who has a place at ``shift`` and of whom nothing is noted, in order of signing up."""
    people = select(SignUp).outerjoin(SignUp.attendance)
    missing = people.where(SignUp.shift_id == shift.id, has_place(), Attendance.id.is_(None))
    return db.session.scalars(missing.order_by(SignUp.id)).all()


def with_place_at(shift: Shift) -> Select[SignUp]:
    """Select who has a place at ``shift`` with what is noted of them, in order of signing up."""
    return (
        select(SignUp)
        .where(SignUp.shift_id == shift.id, has_place())
        .options(joinedload(SignUp.user), joinedload(SignUp.attendance))
        .order_by(SignUp.id)
    )


def done_by(person: User) -> Select[SignUp]:
    """Select the places of ``person`` at shifts that are over or noted already, newest first."""
    is_over = or_(Shift.ends_at <= clock.now(), Attendance.id.is_not(None))
    return (
        select(SignUp)
        .join(SignUp.shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .outerjoin(SignUp.attendance)
        .where(SignUp.user_id == person.id, has_place(), Shift.cancelled_at.is_(None), is_over)
        .options(
            contains_eager(SignUp.attendance),
            contains_eager(SignUp.shift)
            .contains_eager(Shift.task)
            .contains_eager(VolunteerTask.initiative),
        )
        .order_by(Shift.starts_at.desc(), SignUp.id.desc())
    )


def who_helped(initiative_id: int) -> Select[int]:
    """Select who had a place at a shift of a plan that is over, but for who was noted as not there."""
    return (
        select(SignUp.user_id)
        .join(SignUp.shift)
        .join(Shift.task)
        .outerjoin(SignUp.attendance)
        .where(
            VolunteerTask.initiative_id == initiative_id,
            has_place(),
            has_begun(),
            or_(Attendance.id.is_(None), Attendance.quarters > 0),
        )
    )


def has_begun() -> ColumnElement[bool]:
    """Return the condition for shifts that somebody can have been at."""
    return and_(Shift.starts_at <= clock.now(), Shift.cancelled_at.is_(None))


def has_place() -> ColumnElement[bool]:
    """Return the condition for sign-ups of who comes, or came."""
    return SignUp.state == SignUpState.CONFIRMED
