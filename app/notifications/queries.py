"""Read messages: the inbox of a person."""

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, select

from app.accounts.models import User
from app.core.db import db
from app.notifications.models import Message


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
