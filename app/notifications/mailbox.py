"""The mails that a portal in development keeps in a folder instead of sending them."""

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from flask import current_app

NEWEST = 50


@dataclass(frozen=True)
class KeptMail:
    """One mail as a developer reads it."""

    to: str
    subject: str
    at: datetime
    text: str


def folder() -> Path | None:
    """Return where mails are kept; nothing in production, or when they really leave."""
    where = urlsplit(current_app.config["MAIL_URL"])
    if current_app.config["PRODUCTION"] or where.scheme != "file":
        return None
    return Path(unquote(where.path))


def newest(where: Path, *, to: str = "") -> list[KeptMail]:
    """Return the last mails in the folder, the newest first; ``to`` keeps those to one address."""
    files = sorted(where.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    kept: list[KeptMail] = []
    for path in files:
        mail = _read(path)
        if not to or mail.to == to:
            kept.append(mail)
        if len(kept) == NEWEST:
            break
    return kept


def _read(path: Path) -> KeptMail:
    message = message_from_bytes(path.read_bytes(), EmailMessage, policy=policy.default)
    body = message.get_body(("plain",))
    return KeptMail(
        to=str(message["To"]),
        subject=str(message["Subject"]),
        at=parsedate_to_datetime(str(message["Date"])),
        text=str(body.get_content()).strip() if body else "",
    )
