"""The places of a day: what may leave at once to an address, and what waits for the mail of a day."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, delete, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from app.core import clock
from app.core.db import db
from app.core.jobs import later
from app.notifications.models import MOST_SINGLE, MailDay, MailWish, Message, Rhythm, Topic
from app.notifications.moments import moment_of, next_day

KEPT = timedelta(days=14)  # how long we know how many mails an address got


def rhythm_of(email: str, topic: Topic, *, is_urgent: bool = False) -> Rhythm:
    """Return how often an address wants news: once a day, as long as nobody there chose.

    What is urgent comes at once, to who wants mail about it at all.
    """
    wish = wish_of(email)
    if wish is not None and (wish.rhythm is Rhythm.NEVER or topic.value in wish.without):
        return Rhythm.NEVER
    if is_urgent:
        return Rhythm.AT_ONCE
    return wish.rhythm if wish is not None else Rhythm.DAY


def wish_of(email: str) -> MailWish | None:
    """Return what an address chose."""
    return db.session.scalar(select(MailWish).where(MailWish.email == email))


def may_leave_now(message: Message) -> bool:
    """Tell whether news leaves at once; else it waits for the mail of a day, or is not mailed.

    A second try on the same day keeps the place that the first one took.
    """
    if message.topic is None or message.counted_on == clock.today():
        return True
    rhythm = rhythm_of(message.email, message.topic, is_urgent=message.is_urgent)
    if rhythm is Rhythm.NEVER:
        return False
    if rhythm is Rhythm.AT_ONCE and take_place(message.email):
        message.counted_on = clock.today()
        return True
    wait(message, rhythm)
    return False


def take_place(email: str) -> bool:
    """Count one more mail to an address today that nobody there asked for; ``False`` when it is full.

    Two at the same moment never get the last place both: one statement counts and looks.
    """
    return _kept(email, clock.today(), MailDay.singles < MOST_SINGLE, more=1) is not None


def wait(message: Message, rhythm: Rhythm) -> None:
    """Let news wait for the next mail with all news, and make sure that there is one."""
    day = next_day(rhythm, after=clock.now())
    while (number := _kept(message.email, day, MailDay.closed_at.is_(None), more=0)) is None:
        day = next_day(rhythm, after=moment_of(day))  # it was being written at this very moment
    message.digest_on = day
    later(
        "notifications.send_digest",
        due_at=moment_of(day),
        dedupe_key=f"digest {number} {day}",  # a number may be given out again
        day_id=number,
    )


def replan(email: str) -> None:
    """Let the news that waits for an address come when it is wanted now."""
    for message in db.session.scalars(select(Message).where(*is_waiting(email))):
        rhythm = rhythm_of(message.email, message.topic) if message.topic else Rhythm.NEVER
        if rhythm is not Rhythm.NEVER:
            wait(message, rhythm)


def is_waiting(email: str) -> tuple[ColumnElement[bool], ...]:
    """Say of messages that they wait to be mailed to an address, and are not read yet."""
    return (
        Message.email == email,
        Message.digest_on >= clock.today(),
        Message.mailed_at.is_(None),
        Message.read_at.is_(None),
    )


def close(day: MailDay) -> None:
    """Let nothing more wait for the mail of this day: it is being written."""
    open_one = update(MailDay).where(MailDay.id == day.id, MailDay.closed_at.is_(None))
    db.session.execute(open_one.values(closed_at=clock.now()))


def forget_old() -> None:
    """Forget what addresses got longer ago than ``KEPT``."""
    db.session.execute(delete(MailDay).where(MailDay.day < clock.today() - KEPT))


def _kept(email: str, day: date, room: ColumnElement[bool], *, more: int) -> int | None:
    """Count ``more`` single mails on a day as long as there is ``room``; return the row, held.

    ``None`` when there was no room. Nobody else changes the row until this transaction ends.
    """
    insert = postgresql_insert if db.engine.dialect.name == "postgresql" else sqlite_insert
    known = insert(MailDay).values(email=email, day=day, singles=more)
    counted = known.on_conflict_do_update(
        index_elements=["email", "day"], set_={"singles": MailDay.singles + more}, where=room
    )
    tomorrow = clock.today() + timedelta(days=1)
    later(
        "notifications.forget_days",
        due_at=moment_of(tomorrow),
        dedupe_key=f"forget mail days {tomorrow}",
    )
    return db.session.scalar(counted.returning(MailDay.id))
