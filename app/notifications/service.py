"""Tell people things: in their inbox and in the mail, together with what it is about."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from sqlalchemy import update

from app.accounts import queries as accounts
from app.accounts.models import Actor, User
from app.accounts.post import is_by_post
from app.core import clock
from app.core.db import db
from app.core.jobs import later_each
from app.core.permissions import authorize
from app.core.speech import spoken
from app.core.text import one_line, tidy
from app.notifications import places, push, rules
from app.notifications.models import Message, Topic

TOGETHER = "told together"  # where a session keeps the messages that are written later
LONGEST_SUBJECT, LONGEST_LABEL, LONGEST_WHY, LONGEST_HEADING = 200, 80, 250, 120


@dataclass(frozen=True)
class News:
    """Marks a message that can wait: its reader decides when it is mailed, if at all.

    ``heading`` is the title of the plan under which it stands in the mail with all news. What
    ``is_urgent`` comes at once, but no more often in a day than the limit for every address.
    """

    topic: Topic
    heading: str
    is_urgent: bool = False


def tell(
    person: User,
    subject: str,
    text: str,
    *,
    link: str = "",
    link_label: str = "",
    why: str = "",
    news: News | None = None,
) -> Message:
    """Put a message in the inbox of ``person``, mail it, and announce it on the devices they chose.

    All of that leaves with this transaction. Decisions, receipts and what has to be done before a
    day leave at once; ``news`` leaves when ``person`` wants it.

    ``text`` has paragraphs with a blank line between them, ``link`` comes from ``url_for``, ``why``
    tells why this person gets the mail.
    Say it in the language of ``person``: the functions in ``messages.py`` are ``to_each``.
    """
    said = _said(subject, text, link, link_label, why, news)
    said.user_id, said.email = person.id, person.email
    return _kept(said)


def mail(
    email: str,
    subject: str,
    text: str,
    *,
    link: str = "",
    link_label: str = "",
    why: str = "",
    news: News | None = None,
) -> None:
    """Mail somebody who may have no account; who gets letters instead has one."""
    said = _said(subject, text, link, link_label, why, news)
    said.email = email
    known = accounts.by_email(email) if is_by_post(email) else None
    said.user_id = known.id if known else None
    _kept(said)


def written(email: str, subject: str, text: str) -> Message:
    """Return a mail to somebody without an account that is written down, and that nobody sends yet."""
    message = _said(subject, text, "", "", "", None)
    message.email = email
    db.session.add(message)
    db.session.flush()
    return message


@contextmanager
def telling_together() -> Iterator[None]:
    """Write what is told inside at its end, all at once: then a message costs no statements of its own.

    Until then the messages have no number. Nothing is told when what is done inside fails.
    """
    waiting: list[Message] = []
    db.session.info[TOGETHER] = waiting
    try:
        yield
    finally:
        del db.session.info[TOGETHER]
    _write(waiting)


def may_be_mailed(email: str) -> bool:
    """Take one of the places that an address has today for mail that nobody there asked for.

    For a mail that cannot wait, to an address that anybody may fill in; ``False`` when it is full.
    """
    return places.take_place(email)


def mark_read(message: Message, *, by: Actor) -> None:
    """Remember that the person read a message, and with it all others that lead to the same page.

    The first time counts.
    """
    authorize(by, rules.read, message)
    message.read_at = message.read_at or clock.now()
    if message.link:
        same = (Message.user_id == message.user_id) & (Message.link == message.link)
        unread = update(Message).where(same, Message.read_at.is_(None))
        db.session.execute(unread.values(read_at=clock.now()))


def mark_all_read(person: User) -> None:
    """Remember that a person read everything that is in the inbox now."""
    unread = (Message.user_id == person.id) & Message.read_at.is_(None)
    db.session.execute(update(Message).where(unread).values(read_at=clock.now()))


def _said(
    subject: str, text: str, link: str, link_label: str, why: str, news: News | None
) -> Message:
    return Message(
        subject=_shortened(one_line(subject), LONGEST_SUBJECT),
        text=tidy(text),
        link=path_of(link),
        link_label=_shortened(one_line(link_label), LONGEST_LABEL),
        why=_shortened(one_line(why), LONGEST_WHY),
        topic=news.topic if news else None,
        heading=_shortened(one_line(news.heading), LONGEST_HEADING) if news else "",
        is_urgent=news is not None and news.is_urgent,
        language=spoken(),
    )


def _kept(message: Message) -> Message:
    waiting: list[Message] | None = db.session.info.get(TOGETHER)
    if waiting is None:
        _write([message])
    else:
        waiting.append(message)
    return message


def _write(messages: Sequence[Message]) -> None:
    db.session.add_all(messages)
    db.session.flush()
    later_each("notifications.deliver", ({"message_id": one.id} for one in messages))
    if push.is_on():
        to_people = (one for one in messages if one.user_id is not None)
        later_each("notifications.announce", ({"message_id": one.id} for one in to_people))


def path_of(link: str) -> str:
    """Return the path: outside a request ``url_for`` gives a whole address."""
    _scheme, _host, *inside = urlsplit(link)
    return urlunsplit(("", "", *inside))


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
