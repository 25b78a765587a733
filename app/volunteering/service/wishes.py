"""What a volunteer tells about wishes, and takes back: for suggestions only."""

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, delete, or_, update

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.volunteering import queries
from app.volunteering.kinds import DayPart, Reach, Tongue, Weekday, Work
from app.volunteering.models import VolunteerTask
from app.volunteering.service import places
from app.volunteering.wishes import TaskMark, VolunteerWishes

REST = timedelta(days=7)  # between two times that we ask somebody, or ask for a task


@dataclass(frozen=True)
class Wishes:
    """What somebody likes to do; all of it may stay empty."""

    likes: list[Work]
    learns: list[Work]
    days: list[Weekday]
    parts: list[DayPart]
    reach: Reach
    tongues: list[Tongue]
    may_be_asked: bool


def keep_wishes(wishes: Wishes, *, by: User) -> VolunteerWishes:
    """Keep what ``by`` likes to do, instead of what was kept before."""
    places.lock_person(by)
    kept = queries.wishes_of(by) or VolunteerWishes(user_id=by.id)
    for name, value in asdict(wishes).items():
        setattr(kept, name, value)
    kept.changed_at = clock.now()
    db.session.add(kept)
    record(by, "volunteer_wishes.keep", kept)
    return kept


def wipe_wishes(*, by: User) -> None:
    """Forget what ``by`` likes to do, and which tasks were hidden. Twice is fine."""
    places.lock_person(by)
    kept = queries.wishes_of(by)
    if kept is not None:
        record(by, "volunteer_wishes.wipe", kept)
    forget_wishes(by)


def forget_wishes(person: User) -> None:
    """Let nothing say what ``person`` likes to do."""
    db.session.execute(delete(TaskMark).where(TaskMark.user_id == person.id))
    db.session.execute(delete(VolunteerWishes).where(VolunteerWishes.user_id == person.id))
    db.session.flush()


def hide_task(task: VolunteerTask, *, by: User) -> None:
    """Do not show ``task`` to ``by`` as a suggestion any more. Twice is fine.

    The log says nothing of it: it would keep it for ever.
    """
    places.lock_person(by)
    mark = _mark(by.id, task)
    mark.hidden_at = mark.hidden_at or clock.now()
    db.session.flush()


def show_hidden(*, by: User) -> None:
    """Show ``by`` the tasks that were hidden again."""
    places.lock_person(by)
    theirs = update(TaskMark).where(TaskMark.user_id == by.id)
    db.session.execute(theirs.values(hidden_at=None))
    nothing = TaskMark.asked_at.is_(None) & TaskMark.hidden_at.is_(None)
    db.session.execute(delete(TaskMark).where(TaskMark.user_id == by.id, nothing))


def note_asked(person: User, task: VolunteerTask) -> bool:
    """Note that ``person`` is asked for ``task``; ``False`` when it may not be now.

    One conditional update keeps it to once a week, also when two tasks look for people at once.
    Who is being asked at this moment, or changes their wishes, is passed over.
    """
    if not places.hold_person(person):
        return False
    rested = or_(VolunteerWishes.asked_at.is_(None), VolunteerWishes.asked_at <= clock.now() - REST)
    change = (
        update(VolunteerWishes)
        .where(VolunteerWishes.user_id == person.id, VolunteerWishes.may_be_asked, rested)
        .values(asked_at=clock.now())
    )
    done = cast("CursorResult[Any]", db.session.execute(change))
    if done.rowcount == 1:
        _mark(person.id, task).asked_at = clock.now()
        db.session.flush()
    return done.rowcount == 1


def _mark(person_id: int, task: VolunteerTask) -> TaskMark:
    mark = queries.mark_of(person_id, task)
    if mark is None:
        mark = TaskMark(user_id=person_id, task_id=task.id)
        db.session.add(mark)
    return mark
