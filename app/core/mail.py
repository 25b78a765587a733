"""Mail leaves here: to an SMTP server, or as files in a folder while developing."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from app.core import clock
from app.core.text import one_line

TIMEOUT = 20  # seconds


@dataclass(frozen=True)
class Mail:
    """A message to one person; ``html`` may be empty, ``text`` never is."""

    sender: str
    recipient: str
    subject: str
    text: str
    html: str
    message_id: str


def send(mail: Mail, url: str) -> None:
    """Hand ``mail`` to ``url``: ``file:///folder``, ``smtp://user:word@host:port`` or ``smtps://``.

    Raises ``OSError`` (``smtplib.SMTPException`` included) when it was not accepted.
    """
    message, where = compose(mail), urlsplit(url)
    if where.scheme == "file":
        _keep(message, mail, Path(unquote(where.path)))
        return
    secure = where.scheme == "smtps"
    port = where.port or (465 if secure else 25)
    host = where.hostname or "localhost"
    client = (
        smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
        if secure
        else smtplib.SMTP(host, port, timeout=TIMEOUT)
    )
    with client as server:
        server.ehlo()
        if not secure and server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        if where.username:
            server.login(unquote(where.username), unquote(where.password or ""))
        server.send_message(message)


def compose(mail: Mail) -> EmailMessage:
    """Return ``mail`` as an internet message; line ends in headers are taken out."""
    message = EmailMessage()
    message["From"] = one_line(mail.sender)
    message["To"] = one_line(mail.recipient)
    message["Subject"] = one_line(mail.subject)
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = mail.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    if mail.html:
        message.add_alternative(mail.html, subtype="html")
    return message


def _keep(message: EmailMessage, mail: Mail, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = mail.message_id.strip("<>").partition("@")[0]
    (folder / f"{name}.eml").write_bytes(message.as_bytes())
