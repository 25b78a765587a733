"""Read sign-ups: one's own, the queue, and who comes to what one organises."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload

from app.accounts.models import Actor, User
from app.core import clock
from app.core.db import db
from app.initiatives.queries.visible import run_by
from app.volunteering.lifecycle import LIVE, SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.volunteering.queries.scopes import coordinated_by, the_one


def sign_ups_visible_to(actor: Actor) -> Select[SignUp]:
    """Select what ``rules.see_sign_up`` allows: one's own, and those to what one organises."""
    seen = or_(SignUp.user_id == actor.id, run_by(actor), coordinated_by(actor))
    return (
        select(SignUp)
        .join(SignUp.shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(seen)
    )


def sign_up_for(actor: Actor, sign_up_id: int) -> SignUp:
    """Return a sign-up that ``actor`` may see, or raise ``NotFound``."""
    return the_one(sign_ups_visible_to(actor), SignUp.id, sign_up_id)


def own_sign_ups(person: Actor, shifts: Collection[Shift]) -> dict[int, SignUp]:
    """Return the live sign-ups of ``person`` for ``shifts``, by the id of the shift."""
    if not person.is_authenticated:
        return {}
    own = select(SignUp).where(
        SignUp.user_id == person.id,
        SignUp.shift_id.in_([shift.id for shift in shifts]),
        SignUp.state.in_(LIVE),
    )
    return {sign_up.shift_id: sign_up for sign_up in db.session.scalars(own)}


def live_sign_up(person: User, shift: Shift) -> SignUp | None:
    """Return the sign-up of ``person`` that counts for this shift."""
    return own_sign_ups(person, [shift]).get(shift.id)


def at_the_same_time(person: User, shift: Shift) -> Shift | None:
    """Return another shift that ``person`` signed up for and that overlaps ``shift``."""
    return db.session.scalar(
        select(Shift)
        .join(SignUp, SignUp.shift_id == Shift.id)
        .where(
            SignUp.user_id == person.id,
            SignUp.state.in_(LIVE),
            Shift.id != shift.id,
            Shift.starts_at < shift.ends_at,
            Shift.ends_at > shift.starts_at,
        )
        .order_by(Shift.starts_at)
        .limit(1)
    )


def first_waiting(shift: Shift) -> SignUp | None:
    """Return whoever waits longest for a place and is not blocked, as it is now."""
    waiting = (
        select(SignUp)
        .join(SignUp.user)
        .where(
            SignUp.shift_id == shift.id,
            SignUp.state == SignUpState.WAITING,
            User.blocked_at.is_(None),
        )
    )
    return db.session.scalar(
        waiting.order_by(SignUp.id).limit(1).execution_options(populate_existing=True)
    )


def position(sign_up: SignUp) -> int:
    """Return the place in the queue: 1 for whoever moves up first."""
    return positions([sign_up])[sign_up.id]


def positions(sign_ups: Collection[SignUp]) -> dict[int, int]:
    """Return the place in the queue of those of ``sign_ups`` who wait, by their id."""
    before = aliased(SignUp)
    ahead = (
        select(func.count())
        .where(
            before.shift_id == SignUp.shift_id,
            before.state == SignUpState.WAITING,
            before.id <= SignUp.id,
        )
        .scalar_subquery()
    )
    waiting = [one.id for one in sign_ups if one.state is SignUpState.WAITING]
    if not waiting:
        return {}
    rows = db.session.execute(select(SignUp.id, ahead).where(SignUp.id.in_(waiting)))
    return {row.id: row[1] for row in rows}


def live_sign_ups_to(task: VolunteerTask) -> Select[SignUp]:
    """Select who comes to the shifts of ``task``, for its organisers, in order of time."""
    return (
        select(SignUp)
        .join(SignUp.shift)
        .where(Shift.task_id == task.id, SignUp.state.in_(LIVE), Shift.ends_at > clock.now())
        .options(contains_eager(SignUp.shift), joinedload(SignUp.user))
        .order_by(Shift.starts_at, Shift.id, SignUp.id)
    )


def live_at(shift: Shift) -> Sequence[SignUp]:
    """Return everybody who has or waits for a place at ``shift``."""
    live = select(SignUp).where(SignUp.shift_id == shift.id, SignUp.state.in_(LIVE))
    return db.session.scalars(
        live.options(joinedload(SignUp.user)).execution_options(populate_existing=True)
    ).all()
