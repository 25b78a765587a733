"""What volunteers told and where they sign up, as values for the engine."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import CompoundSelect, Select, and_, or_, select, union

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.models import Initiative, TeamMember
from app.initiatives.queries.visible import ids_run_by
from app.matching.engine.volunteers.problem import Volunteer
from app.matching.queries.moments import district_at
from app.organisations.models import MemberRole, Membership
from app.volunteering.lifecycle import LIVE, SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.volunteering.service import REST
from app.volunteering.wishes import TaskMark, VolunteerWishes

MOST_VOLUNTEERS = 2000  # who were asked longest ago
Period = tuple[datetime, datetime]


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
            district=district_at(home),
            has_helped=wishes.user_id in helped,
            busy=tuple(sorted(busy[wishes.user_id])),
            joined=frozenset(joined[wishes.user_id]),
            runs=runs,
            hidden=hidden,
            asked_at=wishes.asked_at,
        )
        for wishes, home in told
    ]


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
