"""Who had a place at moments that have begun, as rows of a file."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select

from app.accounts.models import User
from app.core.db import db
from app.initiatives.models import Initiative
from app.organisations.models import Organisation
from app.volunteering.models import Attendance, Shift, SignUp, VolunteerTask
from app.volunteering.queries.attendance import has_begun, has_place


class Presence(NamedTuple):
    """Somebody who had a place at a moment; ``quarters`` of an hour, ``None`` while not noted."""

    plan: str
    task: str
    starts_at: datetime
    ends_at: datetime
    name: str
    quarters: int | None


def number_present(of: VolunteerTask | Organisation) -> int:
    """Return how many rows ``present_at`` has."""
    rows = _rows(of).with_only_columns(func.count()).order_by(None)
    return db.session.scalar(rows) or 0


def present_at(of: VolunteerTask | Organisation) -> list[Presence]:
    """Return who had a place at the moments of a task, or of all tasks of an organisation.

    The oldest moment comes first. Rows are forgotten a year after the moment, so these are those
    of the last year.
    """
    return [Presence(*row) for row in db.session.execute(_rows(of))]


def _rows(of: VolunteerTask | Organisation) -> Select[*tuple[Any, ...]]:
    return (
        select(
            *(Initiative.title, VolunteerTask.title, Shift.starts_at, Shift.ends_at),
            *(User.name, Attendance.quarters),
        )
        .join_from(SignUp, Shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .join(User, User.id == SignUp.user_id)
        .outerjoin(SignUp.attendance)
        .where(has_place(), has_begun(), _belongs_to(of))
        .order_by(Shift.starts_at, SignUp.id)
    )


def _belongs_to(of: VolunteerTask | Organisation) -> ColumnElement[bool]:
    if isinstance(of, VolunteerTask):
        return VolunteerTask.id == of.id
    return Initiative.organisation_id == of.id
