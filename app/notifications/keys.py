"""The key in the foot of a mail: it ends mails like that one, without signing in."""

from datetime import timedelta

from itsdangerous import BadSignature, TimestampSigner

from app.core import tokens
from app.core.db import LARGEST_NUMBER, db
from app.notifications.models import Message

SALT = "no more of these mails"
WORKS = timedelta(days=400)  # people find an old mail too
A_SECOND = timedelta(seconds=1)  # a key knows its moment in whole seconds


def stop_key(message: Message) -> str:
    """Return what ends the mails to the address of ``message``, and nothing else.

    It is the number of the message with a signature of this portal: kept nowhere, and it says
    nothing about who got it.
    """
    return _signer().sign(str(message.id)).decode()


def address_behind(key: str) -> str | None:
    """Return whose mails this key ends; nothing for one that is not ours, or too old.

    SQLite gives the number of a deleted message out again, and so does a database that was put
    back from a backup: a message from after the key is another one.
    """
    most = int(WORKS.total_seconds())
    try:
        signed, at = _signer().unsign(key, max_age=most, return_timestamp=True)
        number = int(signed)
    except (BadSignature, ValueError):
        return None
    message = db.session.get(Message, number) if number <= LARGEST_NUMBER else None
    if message is None or message.created_at > at + A_SECOND:
        return None
    return message.email


def _signer() -> TimestampSigner:
    return TimestampSigner(tokens.signing_keys(), salt=SALT)
