"""Read the letters about a request."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from app.core.db import db
from app.core.errors import NotFound
from app.support.models import SupportRequest
from app.support.post import Letter, LetterKind


def letters_about(request: SupportRequest) -> Sequence[Letter]:
    """Return the letters about a request without their words, in the order in which they were sent."""
    return db.session.scalars(_about(request).order_by(Letter.id)).all()


def found_letter(request: SupportRequest, letter_id: int) -> Letter:
    """Return a letter about ``request`` with its words. Raises ``NotFound`` for one about another."""
    wanted = _about(request).where(Letter.id == letter_id)
    letter = db.session.scalar(wanted.options(selectinload(Letter.texts)))
    if letter is None:
        raise NotFound(_("We kunnen deze brief niet vinden."))
    return letter


def decision_letter(request: SupportRequest) -> Letter | None:
    """Return the letter with the decision; nothing for one from before letters were kept."""
    wanted = _about(request).where(Letter.kind == LetterKind.DECISION)
    return db.session.scalar(wanted.options(selectinload(Letter.texts)))


def _about(request: SupportRequest) -> Select[Letter]:
    return select(Letter).where(Letter.request_id == request.id)
