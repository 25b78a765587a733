"""What becomes of mail when a backup brought the outbox back as it was then."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, update

from app.core import clock
from app.core.db import db
from app.core.jobs import Job
from app.notifications.models import MailDay, Message
from app.notifications.writing import number_of_day, number_of_message

SINGLE = ("notifications.deliver", "notifications.deliver_last")
MAILS = (*SINGLE, "notifications.send_digest")
ANNOUNCES = ("notifications.announce", "notifications.announce_on")


def mark_left(message_ids: Iterable[str]) -> int:
    """Remember of the mails with these Message-IDs that they left; return how many waited still."""
    left, now, found = set(message_ids), clock.now(), 0
    for message in db.session.scalars(select(Message).where(Message.mailed_at.is_(None))):
        if number_of_message(message) in left:
            message.mailed_at, found = now, found + 1
    for day in db.session.scalars(select(MailDay).where(MailDay.mailed_at.is_(None))):
        if number_of_day(day) in left:
            day.closed_at, day.mailed_at, found = day.closed_at or now, now, found + 1
            inside = (Message.email == day.email) & (Message.digest_on == day.day)
            waiting = update(Message).where(inside, Message.mailed_at.is_(None))
            db.session.execute(waiting.values(mailed_at=now))
    return found


def hold(*, reason: str) -> int:
    """Give up every mail that should have left by now, so that somebody decides; return how many."""
    due = (Job.kind.in_(MAILS), Job.done_at.is_(None), Job.dead_at.is_(None))
    held = update(Job).where(*due, Job.due_at <= clock.now())
    done = db.session.connection().execute(held.values(dead_at=clock.now(), last_error=reason))
    return int(done.rowcount)


def keep_quiet(*, since: datetime) -> None:
    """Mail and announce nothing of what was said after ``since``; it stays in the inbox."""
    said = select(Message.id).where(Message.created_at >= since)
    numbers = db.session.scalars(said).all()
    about = Job.arguments["message_id"].as_integer().in_(numbers)
    kinds = Job.kind.in_((*SINGLE, *ANNOUNCES))
    db.session.execute(delete(Job).where(kinds, Job.done_at.is_(None), about))
    new = Message.id.in_(numbers)
    db.session.execute(delete(Message).where(new, Message.user_id.is_(None)))
    db.session.execute(update(Message).where(new).values(mailed_at=clock.now()))
