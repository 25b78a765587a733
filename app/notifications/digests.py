"""The mail with all news of a day: what goes in, and that it leaves once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from app.core import clock
from app.core.db import db
from app.core.mail import Mail
from app.notifications import places, queries, writing
from app.notifications.models import MailDay, Message, Rhythm


@dataclass(frozen=True)
class Digest:
    """A mail, and the messages that are in it."""

    mail: Mail
    message_ids: tuple[int, ...]


def ready(day_id: int) -> Digest | None:
    """Close the mail of a day and return it; nothing when it left already, or nothing is new.

    What a person read on the site meanwhile is news no more. When the day is over before a mail
    server took it, everything goes into the next one. A second try writes the same mail.
    """
    day = db.session.get(MailDay, day_id)
    if day is None or queries.is_blocked(day.email):
        return None
    places.close(day)
    news = [message for message in _waiting(day) if _is_wanted(message)]
    if not news:
        return None
    if day.day < clock.today():
        for message in news:
            places.wait(message, Rhythm.DAY)
        return None
    return Digest(writing.all_news(day, news), tuple(message.id for message in news))


def mark_sent(day_id: int, digest: Digest) -> None:
    """Remember that the mail of a day left, and with it what is in it."""
    now = clock.now()
    db.session.get_one(MailDay, day_id).mailed_at = now
    inside = Message.id.in_(digest.message_ids)
    db.session.execute(update(Message).where(inside).values(mailed_at=now))


def _waiting(day: MailDay) -> Sequence[Message]:
    waits = (Message.email == day.email) & (Message.digest_on == day.day)
    new = Message.mailed_at.is_(None) & Message.read_at.is_(None)
    return db.session.scalars(select(Message).where(waits, new).order_by(Message.id)).all()


def _is_wanted(message: Message) -> bool:
    topic = message.topic
    return topic is not None and places.rhythm_of(message.email, topic) is not Rhythm.NEVER
