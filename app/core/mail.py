"""Mail leaves here: to an SMTP server, or as files in a folder while developing."""

import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from email_validator import EmailNotValidError, validate_email
from flask_babel import gettext as _

from app.core import clock
from app.core.errors import Refused
from app.core.text import one_line

TIMEOUT = 20  # seconds
STOP = "List-Unsubscribe"


class NoSuchAddress(OSError):
    """The mail server says for good that it will not take mail for this address."""


@dataclass(frozen=True)
class Mail:
    """A message to one person; ``html`` may be empty, ``text`` never is.

    ``stop_url`` is where a mail program ends mails like this one (RFC 8058); empty for a mail that
    nobody can do without.
    """

    sender: str
    recipient: str
    subject: str
    text: str
    html: str
    message_id: str
    stop_url: str = ""


class _Whole(EmailPolicy):
    """Keeps the web address in a header whole: encoded, as Python does with a long one, no mail
    program would know it."""

    def fold_binary(self, name: str, value: str) -> bytes:
        if name != STOP:
            return super().fold_binary(name, value)
        return f"{name}: {value}{self.linesep}".encode("ascii")


WHOLE = _Whole()


def address(text: str) -> str:
    """Return an e-mail address as we keep it: lower case, the domain in ASCII.

    Raises ``Refused`` for anything that is not exactly one address.
    """
    try:
        known = validate_email(one_line(text), check_deliverability=False)
    except EmailNotValidError as wrong:
        raise _no_address() from wrong
    if not known.ascii_email:  # mail servers may still refuse letters such as é
        raise _no_address()
    return known.ascii_email.lower()


def send(mail: Mail, url: str) -> None:
    """Hand ``mail`` to ``url``: ``file:///folder``, ``smtp://user:word@host:port`` or ``smtps://``.

    Raises ``NoSuchAddress`` when it never will be accepted, any other ``OSError``
    (``smtplib.SMTPException`` included) when it was not accepted this time.
    """
    message, where = compose(mail), urlsplit(url)
    if where.scheme == "file":
        _keep(message, mail, Path(unquote(where.path)))
        return
    server = _connect(where)
    try:
        server.send_message(message)
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _reason in refused.recipients.values()]
        if all(code >= 500 for code in codes):
            raise NoSuchAddress(f"refused for good: {codes}") from refused
        raise
    finally:
        _leave(server)


def compose(mail: Mail) -> EmailMessage:
    """Return ``mail`` as an internet message; line ends in headers are taken out.

    Raises ``Refused`` when the recipient is not exactly one address.
    """
    message = EmailMessage(policy=WHOLE)
    message["From"] = one_line(mail.sender)
    message["To"] = address(mail.recipient)
    message["Subject"] = one_line(mail.subject)
    message["Date"] = format_datetime(clock.now())
    message["Message-ID"] = mail.message_id
    message["Auto-Submitted"] = "auto-generated"
    if mail.stop_url:
        message[STOP] = f"<{mail.stop_url}>"
        message[f"{STOP}-Post"] = f"{STOP}=One-Click"
    message.set_content(mail.text, cte="quoted-printable")
    if mail.html:
        message.add_alternative(mail.html, subtype="html", cte="quoted-printable")
    return message


def _connect(where: SplitResult) -> smtplib.SMTP:
    """Return a connection to the mail server, as safe as it offers; never a password in the open."""
    host = where.hostname or "localhost"
    if where.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, where.port or 465, timeout=TIMEOUT, context=ssl.create_default_context()
        )
    else:
        server = smtplib.SMTP(host, where.port or 25, timeout=TIMEOUT)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=ssl.create_default_context())
        elif where.username:
            server.close()
            raise smtplib.SMTPNotSupportedError("the mail server offers no TLS: no password sent")
    if where.username:
        server.login(unquote(where.username), unquote(where.password or ""))
    return server


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye, and wait for no answer: what was accepted is ours to remember, at once."""
    with suppress(OSError):
        server.putcmd("quit")
    server.close()


def _keep(message: EmailMessage, mail: Mail, folder: Path) -> None:
    """Write the message to a file that is there at once and whole."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{mail.message_id.strip('<>').partition('@')[0]}.eml"
    path.with_suffix(".part").write_bytes(message.as_bytes())
    path.with_suffix(".part").replace(path)


def _no_address() -> Refused:
    return Refused(_("Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl."), field="email")
