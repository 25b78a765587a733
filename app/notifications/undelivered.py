"""Mail that was given up: whoever coordinates an area sees whom it was for, and can call or write."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select, true

from app.accounts.models import Actor, User
from app.accounts.roles import Permission
from app.areas import queries as areas
from app.areas.tree import tree
from app.audit.service import record
from app.core import jobs
from app.core.db import db
from app.core.errors import NotFound
from app.core.jobs import Job
from app.notifications.models import Message

KIND = "notifications.deliver"
MOST = 100  # on the page; the oldest wait until others are handled


@dataclass(frozen=True)
class Undelivered:
    """A mail that did not arrive, and who should have got it."""

    job_id: int
    person_id: int
    name: str
    subject: str
    written_at: datetime


def undelivered_for(actor: Actor) -> Sequence[Undelivered]:
    """Return the mails that were given up to people who live where ``actor`` coordinates.

    The newest come first. Who coordinates everywhere also sees those to people who did not
    say where they live. What was read on the site meanwhile is left out.
    """
    newest = _given_up(actor).order_by(Job.id.desc()).limit(MOST)
    return [
        Undelivered(job.id, person.id, person.name, message.subject, message.created_at)
        for job, message, person in db.session.execute(newest)
    ]


def send_again(job_id: int, *, by: Actor) -> None:
    """Try a mail anew as many times as the first time. Raises ``NotFound`` when it is not theirs to see."""
    found = db.session.execute(_given_up(by).where(Job.id == job_id)).one_or_none()
    if found is None:
        raise NotFound
    job, message, _person = found
    jobs.try_anew(job)
    record(by, "messages.send_again", message)


def _given_up(actor: Actor) -> Select[Job, Message, User]:
    about = Job.arguments["message_id"].as_integer() == Message.id
    return (
        select(Job, Message, User)
        .join(Message, about)
        .join(User, User.id == Message.user_id)
        .where(Job.kind == KIND, Job.dead_at.is_not(None), Message.read_at.is_(None))
        .where(_lives_where(actor))
    )


def _lives_where(actor: Actor) -> ColumnElement[bool]:
    here = actor.areas_where(Permission.COORDINATE)
    if here is None:
        return true()
    known = [place for number in here if (place := areas.by_id(number))]
    inside = {place.id for one in known for place in (one, *tree().children(one.id))}
    return User.neighbourhood_id.in_(inside)
