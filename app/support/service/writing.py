"""Write a letter about what just happened to a request: kept in the same transaction, and mailed."""

from collections.abc import Callable

from flask import current_app

from app.accounts.models import User
from app.core.db import db
from app.core.speech import DEFAULT, speaking
from app.support import messages, queries
from app.support.letters.parts import Said
from app.support.models import SupportRequest
from app.support.post import SHEET, Letter, LetterKind, LetterText


def write(
    request: SupportRequest,
    kind: LetterKind,
    say: Callable[[], Said],
    *,
    signed_by: User | None = None,
) -> Letter:
    """Keep what ``say`` says, in Dutch and in every language that the team reads, and mail it.

    Pages and paper show what is kept here, whatever texts, names or settings are later. Two
    statements, one more for each language, and those of the mails.
    """
    letter = written(request, kind, say, signed_by=signed_by)
    db.session.add(letter)
    db.session.flush()
    messages.send(letter)
    return letter


def written(
    request: SupportRequest,
    kind: LetterKind,
    say: Callable[[], Said],
    *,
    signed_by: User | None = None,
) -> Letter:
    """Return a letter that is not kept yet."""
    config = current_app.config
    reach = ("TEAM", "PHONE", "HOURS", "EMAIL", "ADDRESS")
    letter = Letter(
        kind=kind,
        sender=config["MUNICIPALITY"] or config["PORTAL_NAME"],
        addressee=[request.author.name],
        about=request.initiative.title,
        contact=[config[f"CONTACT_{name}"] for name in reach],
        signed_by_id=signed_by.id if signed_by else None,
        signed_by=signed_by.name if signed_by else "",
        template=SHEET,
        form_version=request.form_version,
        request_id=request.id,
    )
    readers = {person.language or DEFAULT for person in queries.team_of(request)}
    for language in sorted({DEFAULT, *readers}):
        with speaking(language):
            letter.texts.append(LetterText.of(language, say()))
    return letter
