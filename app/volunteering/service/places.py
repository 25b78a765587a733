"""Places of a shift: taken and given back so that no place is ever promised twice.

Everything that moves people around a shift first locks the shift. So two people who cancel at
once let two different people move up, and nobody joins the waiting list of a shift that has
just got room. The conditional update and the constraint hold even without the lock.
"""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, select, update

from app.accounts.models import User
from app.core.db import Base, db
from app.volunteering.models import Shift, SignUp

# Weak enough that rows which only point here (a message, a line in the log) can still be written.
WRITE_LOCK = {"key_share": True}


def lock(thing: Base) -> None:
    """Wait until nobody else changes ``thing``, and read it again.

    SQLite has one writer at a time, which has the whole database already.
    """
    db.session.flush()  # reading again would throw away what was not written yet
    db.session.refresh(thing, with_for_update=WRITE_LOCK)


def lock_sign_up(sign_up: SignUp) -> None:
    """Wait until nobody else changes who is at the shift of ``sign_up``, and read it again."""
    lock(sign_up.shift)
    db.session.refresh(sign_up)


def lock_person(person: User) -> None:
    """Wait until ``person`` is not signing up anywhere else."""
    own_row = select(User.id).where(User.id == person.id)
    db.session.execute(own_row.with_for_update(key_share=True))


def hold_person(person: User) -> bool:
    """Lock ``person`` like ``lock_person``, or tell at once that somebody else has that lock.

    For who wants many people in an order of their own: two of those never wait for each other.
    """
    own_row = select(User.id).where(User.id == person.id)
    held = own_row.with_for_update(key_share=True, skip_locked=True)
    return db.session.scalar(held) is not None


def take(shift: Shift) -> bool:
    """Take one place and tell whether there was one."""
    has_room = (Shift.taken < Shift.places) & Shift.cancelled_at.is_(None)
    return _change(shift, has_room, taken=Shift.taken + 1)


def give_back(shift: Shift) -> None:
    """Make one taken place free again."""
    _change(shift, Shift.taken > 0, taken=Shift.taken - 1)


def resize(shift: Shift, places: int) -> bool:
    """Give the shift so many places; refuse to go below those that are taken."""
    return _change(shift, Shift.taken <= places, places=places)


def close(shift: Shift, at: datetime) -> bool:
    """Cancel the shift with all its places; tell whether it was not cancelled before."""
    return _change(shift, Shift.cancelled_at.is_(None), cancelled_at=at, taken=0)


def _change(shift: Shift, condition: ColumnElement[bool], **values: Any) -> bool:
    db.session.flush()
    change = update(Shift).where(Shift.id == shift.id, condition).values(**values)
    done = cast(
        "CursorResult[Any]",
        db.session.execute(change, execution_options={"synchronize_session": False}),
    )
    db.session.refresh(shift)
    return done.rowcount == 1
