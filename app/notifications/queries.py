"""Read messages and devices: the inbox of a person, and where new messages are announced."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, select
from sqlalchemy.orm import joinedload

from app.accounts.models import LoginSession, User
from app.core import clock
from app.core.db import db
from app.notifications import places
from app.notifications.models import Message, PushDevice
from app.notifications.moments import moment_of


def unread_of(person_id: ColumnElement[int]) -> ScalarSelect[int]:
    """Count the messages that a person has not opened."""
    theirs = Message.user_id == person_id
    return select(func.count()).where(theirs, Message.read_at.is_(None)).scalar_subquery()


def inbox_of(person: User) -> Select[Message]:
    """Select the messages of a person, the newest first."""
    return select(Message).where(Message.user_id == person.id).order_by(Message.id.desc())


def message_for(person: User, message_id: int) -> Message | None:
    """Return a message of a person; those of others do not exist for them."""
    return db.session.scalar(inbox_of(person).where(Message.id == message_id))


def devices_of(person_id: int) -> Sequence[PushDevice]:
    """Return the devices on which messages to a person are announced, the last one first."""
    theirs = _live_devices().where(LoginSession.user_id == person_id).order_by(PushDevice.id.desc())
    return db.session.scalars(theirs).all()


def device_for(person_id: int, device_id: int) -> PushDevice | None:
    """Return a device of a person, as long as they are signed in there and not blocked."""
    known = (PushDevice.id == device_id) & (LoginSession.user_id == person_id)
    return db.session.scalar(_live_devices().where(known))


def is_live() -> ColumnElement[bool]:
    """Say of devices that somebody is signed in there."""
    session = select(LoginSession.id).where(LoginSession.id == PushDevice.session_id, *_lasts())
    return session.exists()


def _live_devices() -> Select[PushDevice]:
    return (
        select(PushDevice)
        .join(PushDevice.session)
        .join(User, User.id == LoginSession.user_id)
        .where(*_lasts(), User.blocked_at.is_(None))
        .options(joinedload(PushDevice.session))
    )


def _lasts() -> tuple[ColumnElement[bool], ...]:
    return LoginSession.ended_at.is_(None), LoginSession.expires_at > clock.now()


def waiting_for(email: str) -> list[tuple[datetime, int]]:
    """Return when mails with news leave for an address, and how many messages are in each now."""
    days = select(Message.digest_on, func.count()).where(*places.is_waiting(email))
    found = db.session.execute(days.group_by(Message.digest_on).order_by(Message.digest_on))
    return [(moment_of(day), number) for day, number in found if day]


def is_blocked(email: str) -> bool:
    """Tell whether somebody with this address may not use the portal."""
    blocked = select(User.id).where(User.email == email, User.blocked_at.is_not(None))
    return db.session.scalar(blocked) is not None
