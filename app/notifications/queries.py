"""Read messages: the inbox of a person."""

from sqlalchemy import func, select

from app.accounts.models import User
from app.core.db import db
from app.notifications.models import Message


def unread_count(person: User) -> int:
    """Return how many messages ``person`` has not opened."""
    unread = select(func.count()).where(Message.user_id == person.id, Message.read_at.is_(None))
    return db.session.scalar(unread) or 0
