"""The mail that leaves: each message once, with a number that tells a repeat from a new one."""

from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.jobs import GiveUp, job
from app.core.mail import Mail, NoSuchAddress, send
from app.core.speech import DEFAULT, speaking, spoken
from app.core.transaction import transaction
from app.notifications.models import Message
from app.web.language import DIRECTIONS


@job("notifications.deliver", talks_outside=True)
def deliver(message_id: int) -> None:
    """Send one message; a second run finds it sent and does nothing.

    Only a worker that dies between the answer of the mail server and the next line sends it
    twice, and then with the same Message-ID.
    """
    mail = _mail(message_id)
    db.session.rollback()  # nobody waits for us while we talk to the mail server
    if mail is None:
        return
    try:
        send(mail, current_app.config["MAIL_URL"])
    except (NoSuchAddress, Refused) as never:
        raise GiveUp(str(never)) from never
    with transaction():
        _mark_sent(message_id)


def _mail(message_id: int) -> Mail | None:
    """Return what to send; nothing when it was sent, or when the recipient is blocked."""
    message = db.session.get(Message, message_id)
    if message is None or message.mailed_at or _is_blocked(message.email):
        return None
    host = urlsplit(current_app.config["PUBLIC_URL"]).hostname
    with speaking(message.language):
        return Mail(
            sender=current_app.config["MAIL_FROM"],
            recipient=message.email,
            subject=message.subject,
            text=_text(message),
            html=_html(message),
            message_id=f"<message-{message.id}@{host}>",
        )


def _mark_sent(message_id: int) -> None:
    message = db.session.get_one(Message, message_id)
    message.mailed_at = clock.now()
    if message.user_id is None:
        message.link = ""  # a one-time link is a key: it is in the mail and nowhere else


def _is_blocked(email: str) -> bool:
    blocked = select(User.id).where(User.email == email, User.blocked_at.is_not(None))
    return db.session.scalar(blocked) is not None


def _text(message: Message) -> str:
    """Return the mail as plain text: it says everything that the other part says."""
    config = current_app.config
    parts = [message.text]
    if message.link:
        parts.append(f"{message.link_label}:\n{_address(message)}")
    parts.append(
        "\n".join(
            [
                _("Met vriendelijke groet,"),
                config["CONTACT_TEAM"],
                f"{config['CONTACT_PHONE']} ({config['CONTACT_HOURS']})",
                config["CONTACT_EMAIL"],
            ]
        )
    )
    return "\n\n".join(parts) + "\n"


def _html(message: Message) -> str:
    link = {"url": _address(message), "label": message.link_label} if message.link else None
    return current_app.jinja_env.get_template("ui/mail.html").render(
        locale=spoken(),
        direction=DIRECTIONS[spoken()],
        title=message.subject,
        paragraphs=message.text.split("\n\n"),
        link=link,
    )


def _address(message: Message) -> str:
    """Return the whole address; the page goes on in the language of a mail to no account."""
    address = f"{current_app.config['PUBLIC_URL'].rstrip('/')}{message.link}"
    if message.user_id is not None or message.language in {"", DEFAULT}:
        return address
    return f"{address}?taal={message.language}"
