"""Turn what volunteers told, and the moments of tasks, into values for the engine."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, time, timedelta

from sqlalchemy import ColumnElement, CompoundSelect, Select, and_, or_, select, true, union
from sqlalchemy.orm import contains_eager

from app.accounts.models import User
from app.areas import queries as areas
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative, TeamMember
from app.initiatives.queries.visible import ids_run_by
from app.matching.engine.volunteers.problem import Moment, Volunteer
from app.organisations.models import MemberRole, Membership
from app.volunteering.kinds import DayPart, Reach, Weekday
from app.volunteering.lifecycle import LIVE, SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.volunteering.queries.scopes import is_coming, is_open
from app.volunteering.service import REST
from app.volunteering.wishes import TaskMark, VolunteerWishes

AHEAD = timedelta(weeks=6)  # how far ahead we look
MOST_MOMENTS = 500  # soonest first; also of a task that comes back every day
MOST_VOLUNTEERS = 2000  # who were asked longest ago
NOON, SIX = time(12), time(18)
WEEKDAYS = tuple(Weekday)
Period = tuple[datetime, datetime]


def moments_near(wishes: VolunteerWishes) -> dict[int, Shift]:
    """Return the moments to choose from within the reach of ``wishes``, by number. One statement."""
    return _by_number(_open_moments().where(_within_reach(wishes)))


def moments_of_task(task: VolunteerTask) -> dict[int, Shift]:
    """Return the moments of ``task`` that people can still join, by number."""
    return _by_number(_open_moments().where(Shift.task_id == task.id))


def as_moment(shift: Shift) -> Moment:
    """Return a shift as the engine reads it: its day and parts of the day are those in Amsterdam."""
    task, plan = shift.task, shift.task.initiative
    return Moment(
        id=shift.id,
        task=task.id,
        initiative=plan.id,
        neighbourhood=plan.neighbourhood_id,
        district=plan.district_id,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        day=WEEKDAYS[clock.day_of(shift.starts_at).weekday()].value,
        parts=_parts(shift.starts_at, shift.ends_at),
        places=shift.places,
        taken=shift.taken,
        work=frozenset(task.work),
        tongues=frozenset(task.tongues),
        teaches=task.teaches,
        is_easy=task.is_easy,
    )


def volunteer_of(wishes: VolunteerWishes) -> Volunteer:
    """Return one volunteer with everything that the rules ask. Four statements."""
    number = wishes.user_id
    hidden = (TaskMark.user_id == number) & TaskMark.hidden_at.is_not(None)
    return _volunteers(
        [(wishes, wishes.user.neighbourhood_id)],
        runs=frozenset(db.session.scalars(ids_run_by(number))),
        hidden=frozenset(db.session.scalars(select(TaskMark.task_id).where(hidden))),
    )[0]


def who_may_be_asked(task: VolunteerTask) -> list[Volunteer]:
    """Return who wants to be asked, was not asked for a week, and has nothing with ``task`` yet.

    Who was asked longest ago, two thousand at most. Three statements.
    """
    rested = or_(VolunteerWishes.asked_at.is_(None), VolunteerWishes.asked_at <= clock.now() - REST)
    mark = select(TaskMark.id).where(
        TaskMark.user_id == VolunteerWishes.user_id, TaskMark.task_id == task.id
    )
    people = (
        select(VolunteerWishes, User.neighbourhood_id)
        .join(VolunteerWishes.user)
        .where(VolunteerWishes.may_be_asked, rested, User.blocked_at.is_(None))
        .where(~mark.exists(), VolunteerWishes.user_id.not_in(_running(task.initiative)))
        .order_by(VolunteerWishes.asked_at.is_not(None), VolunteerWishes.asked_at)
        .order_by(VolunteerWishes.user_id)
        .limit(MOST_VOLUNTEERS)
    )
    return _volunteers([(wishes, home) for wishes, home in db.session.execute(people)])


def _volunteers(
    told: Collection[tuple[VolunteerWishes, int | None]],
    *,
    runs: frozenset[int] = frozenset(),
    hidden: frozenset[int] = frozenset(),
) -> list[Volunteer]:
    """Return volunteers with where they sign up and whether they helped before. Two statements."""
    numbers = [wishes.user_id for wishes, _home in told]
    busy: dict[int, list[Period]] = defaultdict(list)
    joined: dict[int, set[int]] = defaultdict(set)
    for person, task, starts_at, ends_at in db.session.execute(_coming(numbers)):
        busy[person].append((starts_at, ends_at))
        joined[person].add(task)
    helped = set(db.session.scalars(_helped(numbers)))
    return [
        Volunteer(
            id=wishes.user_id,
            likes=frozenset(wishes.likes),
            learns=frozenset(wishes.learns),
            days=frozenset(wishes.days),
            parts=frozenset(wishes.parts),
            tongues=frozenset(wishes.tongues),
            reach=wishes.reach.value,
            neighbourhood=home,
            district=_district(home),
            has_helped=wishes.user_id in helped,
            busy=tuple(sorted(busy[wishes.user_id])),
            joined=frozenset(joined[wishes.user_id]),
            runs=runs,
            hidden=hidden,
            asked_at=wishes.asked_at,
        )
        for wishes, home in told
    ]


def _open_moments() -> Select[Shift]:
    """Select moments that people can join, soonest first, with task and plan."""
    until = Shift.starts_at < clock.now() + AHEAD
    return (
        select(Shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(is_coming(), is_open(), until, Shift.taken < Shift.places)
        .options(contains_eager(Shift.task).contains_eager(VolunteerTask.initiative))
        .order_by(Shift.starts_at, Shift.id)
        .limit(MOST_MOMENTS)
    )


def _by_number(shifts: Select[Shift]) -> dict[int, Shift]:
    return {shift.id: shift for shift in db.session.scalars(shifts)}


def _within_reach(wishes: VolunteerWishes) -> ColumnElement[bool]:
    """Leave out early what the rule would leave out: less to read in a large municipality."""
    home = wishes.user.neighbourhood_id
    if wishes.reach is Reach.EVERYWHERE:
        return true()
    if wishes.reach is Reach.DISTRICT:
        return Initiative.district_id == _district(home)
    return Initiative.neighbourhood_id == home


def _district(home: int | None) -> int | None:
    place = areas.by_id(home) if home else None
    district = areas.district_of(place) if place else None
    return district.id if district else None


def _parts(starts_at: datetime, ends_at: datetime) -> frozenset[str]:
    """Return the parts of the day that a moment touches; one that ends at noon is a morning."""
    begin, end = (at.astimezone(clock.AMSTERDAM) for at in (starts_at, ends_at))
    last = end.time() if end.date() == begin.date() else time.max
    touched = {
        DayPart.MORNING: begin.time() < NOON,
        DayPart.AFTERNOON: begin.time() < SIX and last > NOON,
        DayPart.EVENING: last > SIX,
    }
    return frozenset(part.value for part, is_touched in touched.items() if is_touched)


def _coming(people: Iterable[int]) -> Select[int, int, datetime, datetime]:
    return (
        select(SignUp.user_id, Shift.task_id, Shift.starts_at, Shift.ends_at)
        .join(SignUp.shift)
        .where(SignUp.user_id.in_(people), SignUp.state.in_(LIVE), Shift.ends_at > clock.now())
    )


def _helped(people: Iterable[int]) -> Select[int]:
    """Select who had a place at a moment that is over."""
    been = and_(SignUp.state == SignUpState.CONFIRMED, Shift.ends_at <= clock.now())
    return (
        select(SignUp.user_id)
        .join(SignUp.shift)
        .where(SignUp.user_id.in_(people), been, Shift.cancelled_at.is_(None))
        .distinct()
    )


def _running(plan: Initiative) -> CompoundSelect[int]:
    """Select the people who lead or help to run ``plan``: nobody asks them for their own task."""
    return union(
        select(Initiative.owner_id).where(
            Initiative.id == plan.id, Initiative.owner_id.is_not(None)
        ),
        select(TeamMember.user_id).where(TeamMember.initiative_id == plan.id),
        select(Membership.user_id).where(
            Membership.organisation_id == plan.organisation_id,
            Membership.role == MemberRole.ADMIN,
        ),
    )
