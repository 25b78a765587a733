"""The mail that leaves: each message once, with a number that tells a repeat from a new one."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

from flask import current_app
from sqlalchemy import delete
from sqlalchemy.exc import OperationalError

from app.accounts.post import is_by_post
from app.core import clock, journal
from app.core.db import db
from app.core.errors import Refused
from app.core.jobs import LEASE, GiveUp, job
from app.core.mail import Mail, NoSuchAddress, send
from app.core.transaction import transaction
from app.notifications import digests, places, queries, writing
from app.notifications.models import Message

log = logging.getLogger(__name__)
PERSISTS = LEASE - timedelta(minutes=1)  # before another worker takes the job over
AGAIN = 0.5  # seconds


@job("notifications.deliver", talks_outside=True)
def deliver(message_id: int) -> None:
    """Send one message; a second run finds it sent and does nothing.

    Only a worker that dies between the answer of the mail server and the next commit sends it
    twice, and then with the same Message-ID. News leaves at once only when its reader wants that
    and there is room for it today: else it waits for the mail with all news.
    """
    with transaction():
        mail = _mail(message_id)
    if mail is None:
        return
    _send(mail)
    _remember(lambda: _mark_sent(message_id))
    _note(mail)


@job("notifications.deliver_last", talks_outside=True)
def deliver_last(message_id: int) -> None:
    """Send one message and forget it, also when it can never arrive; a second run finds nothing."""
    try:
        deliver(message_id)
    except GiveUp:
        _forget(message_id)
        raise
    _forget(message_id)


@job("notifications.send_digest", talks_outside=True)
def send_digest(day_id: int) -> None:
    """Send the mail with all news of one day to one address; like ``deliver`` once."""
    with transaction():
        digest = digests.ready(day_id)
    if digest is None:
        return
    _send(digest.mail)
    _remember(lambda: digests.mark_sent(day_id, digest))
    _note(digest.mail)


@job("notifications.forget_days")
def forget_days() -> None:
    """Forget how many mails addresses got, once nobody needs to know that any more."""
    places.forget_old()


def _send(mail: Mail) -> None:
    """Hand a mail over, outside any transaction: nobody waits for us while we talk to the mail server."""
    try:
        send(mail, current_app.config["MAIL_URL"])
    except (NoSuchAddress, Refused) as never:
        raise GiveUp(str(never)) from never


def _remember(mark: Callable[[], None]) -> None:
    """Let the database know that a mail left: one that is away a moment is asked again.

    To give up at once would send the mail a second time.
    """
    end = time.monotonic() + PERSISTS.total_seconds()
    while True:
        try:
            with transaction():
                mark()
        except OperationalError:
            if time.monotonic() > end:
                raise
            log.warning("a mail left, and the database does not answer: once more")
            time.sleep(AGAIN)
        else:
            return


def _note(mail: Mail) -> None:
    """Write in the journal that a mail left; after the database knows, as writing takes a moment."""
    try:
        journal.append("mails", id=mail.message_id)
    except OSError:  # it left all the same
        log.exception("the journal does not know that %s left", mail.message_id)


def _mail(message_id: int) -> Mail | None:
    """Return what to send; nothing when it was sent, waits, is for paper, or its recipient is blocked."""
    message = db.session.get(Message, message_id)
    if message is None or message.mailed_at or message.digest_on or is_by_post(message.email):
        return None
    if queries.is_blocked(message.email) or not places.may_leave_now(message):
        return None
    return writing.one_message(message)


def _forget(message_id: int) -> None:
    with transaction():
        db.session.execute(delete(Message).where(Message.id == message_id))


def _mark_sent(message_id: int) -> None:
    message = db.session.get_one(Message, message_id)
    message.mailed_at = clock.now()
    if message.user_id is None and message.topic is None:
        message.link = ""  # a one-time link is a key: it is in the mail and nowhere else
