"""A sign-up as a file for somebody's own calendar (RFC 5545). It holds no names of people."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _

from app.core import clock
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp

LONGEST = 75  # bytes in a line, as the standard wants
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def calendar_file(sign_up: SignUp, url: str) -> str:
    """Return the appointment; importing it again updates or cancels the one that is there.

    ``url`` is the full address of the task. The sequence number grows with every change of the
    sign-up and of its task, so that a calendar knows which file is the newest.
    """
    shift, task = sign_up.shift, sign_up.shift.task
    host = urlsplit(current_app.config["PUBLIC_URL"]).hostname or "localhost"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Aanzet//Aanmeldingen//NL",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:aanmelding-{sign_up.id}@{host}",
        f"DTSTAMP:{_utc(clock.now())}",
        f"SEQUENCE:{sign_up.version + task.version}",
        f"DTSTART:{_utc(shift.starts_at)}",
        f"DTEND:{_utc(shift.ends_at)}",
        f"STATUS:{_status(sign_up)}",
        f"SUMMARY:{_escaped(task.public_title)}",
        f"LOCATION:{_escaped(task.place)}" if task.is_public else "",
        f"DESCRIPTION:{_escaped(_remarks(sign_up))}",
        f"URL:{_escaped(url)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines if line)


def _status(sign_up: SignUp) -> str:
    if not sign_up.is_live:
        return "CANCELLED"
    return "CONFIRMED" if sign_up.state is SignUpState.CONFIRMED else "TENTATIVE"


def _remarks(sign_up: SignUp) -> str:
    task = sign_up.shift.task
    remarks = [_("Je aanmelding: %(state)s", state=sign_up.state.label)]
    if task.is_public and task.bring:
        remarks.append(_("Neem mee: %(things)s", things=task.bring))
    return "\n".join(remarks)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    r"""Return ``text`` on one line, with ``\``, ``;``, ``,`` and line ends written as the standard says."""
    plain = CONTROL.sub(" ", text.replace("\r\n", "\n"))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return ``line`` cut into pieces of at most 75 bytes, never inside a character."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LONGEST:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + width
    return "\r\n".join([*pieces, piece])
