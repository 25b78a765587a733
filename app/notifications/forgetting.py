"""Somebody deletes the account: their messages go, and the name goes out of the messages of others."""

import re
from datetime import datetime

from sqlalchemy import delete, select

from app.accounts.models import LoginSession, User
from app.core.db import db
from app.core.jobs import later
from app.notifications import service
from app.notifications.models import MailDay, MailWish, Message, PushDevice


def mail_once_more(email: str, subject: str, text: str) -> None:
    """Mail somebody whom we forget: nothing of this mail is kept once it left."""
    message = service.written(email, subject, text)
    later("notifications.deliver_last", message_id=message.id)


def forget_mails(email: str, *, since: datetime, link: str) -> None:
    """Forget what was mailed to an address ``since`` then, and mail that leads to ``link`` and did not leave.

    For somebody without an account who wants us to have nothing; messages of an account stay.
    """
    own = (Message.email == email) & Message.user_id.is_(None) & (Message.created_at >= since)
    ours = Message.mailed_at.is_not(None) | Message.link.startswith(link)
    db.session.execute(delete(Message).where(own, ours))


def forget_person(person: User) -> None:
    """Forget every message and mail to ``person``, what they want of it, and their devices."""
    theirs = select(LoginSession.id).where(LoginSession.user_id == person.id)
    db.session.execute(delete(PushDevice).where(PushDevice.session_id.in_(theirs)))
    mine = (Message.user_id == person.id) | (Message.email == person.email)
    db.session.execute(delete(Message).where(mine))
    for kept in (MailWish, MailDay):
        db.session.execute(delete(kept).where(kept.email == person.email))


def unname(name: str, instead: str, *, link: str) -> None:
    """Put ``instead`` in the place of ``name`` in the messages that lead to ``link``."""
    whole_name = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for message in db.session.scalars(select(Message).where(Message.link == service.path_of(link))):
        message.subject = whole_name.sub(instead, message.subject)
        message.text = whole_name.sub(instead, message.text)
