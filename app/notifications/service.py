"""Tell people things: in their inbox and in the mail, together with what it is about."""

from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import update

from app.accounts.models import Actor, User
from app.core import clock
from app.core.db import db
from app.core.jobs import later
from app.core.permissions import authorize
from app.core.speech import spoken
from app.core.text import one_line, tidy
from app.notifications import push, rules
from app.notifications.models import Message

LONGEST_SUBJECT, LONGEST_LABEL = 200, 80


def tell(person: User, subject: str, text: str, *, link: str = "", link_label: str = "") -> Message:
    """Put a message in the inbox of ``person``, mail it, and announce it on the devices they chose.

    All of that leaves with this transaction.

    ``text`` has paragraphs with a blank line between them, ``link`` comes from ``url_for``.
    Say it in the language of ``person``: the functions in ``messages.py`` are ``to_each``.
    """
    return _kept(person.id, person.email, subject, text, link, link_label)


def mail(email: str, subject: str, text: str, *, link: str = "", link_label: str = "") -> None:
    """Mail somebody who may have no account."""
    _kept(None, email, subject, text, link, link_label)


def mark_read(message: Message, *, by: Actor) -> None:
    """Remember that the person read a message; the first time counts."""
    authorize(by, rules.read, message)
    message.read_at = message.read_at or clock.now()


def mark_all_read(person: User) -> None:
    """Remember that a person read everything that is in the inbox now."""
    unread = (Message.user_id == person.id) & Message.read_at.is_(None)
    db.session.execute(update(Message).where(unread).values(read_at=clock.now()))


def _kept(
    user_id: int | None, email: str, subject: str, text: str, link: str, link_label: str
) -> Message:
    message = Message(
        user_id=user_id,
        email=email,
        subject=_shortened(one_line(subject), LONGEST_SUBJECT),
        text=tidy(text),
        link=_path_of(link),
        link_label=_shortened(one_line(link_label), LONGEST_LABEL),
        language=spoken(),
    )
    db.session.add(message)
    db.session.flush()
    later("notifications.deliver", message_id=message.id)
    if user_id is not None and push.is_on():
        later("notifications.announce", message_id=message.id)
    return message


def _path_of(link: str) -> str:
    """Return the path: outside a request ``url_for`` gives a whole address."""
    _scheme, _host, *inside = urlsplit(link)
    return urlunsplit(("", "", *inside))


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
