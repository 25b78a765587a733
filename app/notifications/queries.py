"""Read messages: the inbox of a person."""

from sqlalchemy import Select, bindparam, func, select

from app.accounts.models import User
from app.core.db import db
from app.core.statements import ask
from app.notifications.models import Message

COLUMNS = Message.__table__.c
UNREAD = select(func.count()).where(
    COLUMNS.user_id == bindparam("person"), COLUMNS.read_at.is_(None)
)


def unread_count(person: User) -> int:
    """Return how many messages ``person`` has not opened."""
    return int(ask(UNREAD, {"person": person.id}).scalar_one())


def inbox_of(person: User) -> Select[Message]:
    """Select the messages of a person, the newest first."""
    return select(Message).where(Message.user_id == person.id).order_by(Message.id.desc())


def message_for(person: User, message_id: int) -> Message | None:
    """Return a message of a person; those of others do not exist for them."""
    return db.session.scalar(inbox_of(person).where(Message.id == message_id))
