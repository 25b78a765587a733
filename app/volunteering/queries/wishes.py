"""Read what a volunteer told about wishes, which tasks are hidden, and when people were asked."""

from sqlalchemy import func, select

from app.accounts.models import User
from app.core.db import db
from app.volunteering.models import VolunteerTask
from app.volunteering.wishes import TaskCall, TaskMark, VolunteerWishes


def wishes_of(person: User) -> VolunteerWishes | None:
    """Return what ``person`` told, as it is now; only they may read it."""
    theirs = select(VolunteerWishes).where(VolunteerWishes.user_id == person.id)
    return db.session.scalar(theirs.execution_options(populate_existing=True))


def mark_of(person_id: int, task: VolunteerTask) -> TaskMark | None:
    """Return what is kept between a person and a task."""
    both = (TaskMark.user_id == person_id) & (TaskMark.task_id == task.id)
    return db.session.scalar(select(TaskMark).where(both))


def number_hidden(person: User) -> int:
    """Return how many tasks ``person`` does not want to see."""
    hidden = (TaskMark.user_id == person.id) & TaskMark.hidden_at.is_not(None)
    return db.session.scalar(select(func.count()).select_from(TaskMark).where(hidden)) or 0


def last_call(task: VolunteerTask) -> TaskCall | None:
    """Return when volunteers were last asked for ``task``."""
    calls = select(TaskCall).where(TaskCall.task_id == task.id)
    return db.session.scalar(calls.order_by(TaskCall.made_at.desc(), TaskCall.id.desc()).limit(1))
