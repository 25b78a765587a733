"""Letters about the newest requests, in the words of the portal itself, each of the day it was sent on."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import select

from app.core import clock
from app.core.db import db
from app.support import letters, queries
from app.support.models import SupportRequest
from app.support.post import Letter, LetterKind
from app.support.service.writing import written

NEWEST = 200  # requests: a large town has many, and nobody reads the letters of all of them


def send() -> None:
    """Write the letters about the newest requests that were sent in; about three seconds for 200."""
    for request, sent_at in _newest():
        sent = sorted(_about(request, sent_at), key=lambda pair: pair[0])
        for moment, letter in sent:
            letter.written_at = moment
            db.session.add(letter)
            db.session.flush()


def _newest() -> Sequence[tuple[SupportRequest, datetime]]:
    requests = (
        select(SupportRequest)
        .where(SupportRequest.submitted_at.is_not(None))
        .order_by(SupportRequest.submitted_at.desc(), SupportRequest.id.desc())
        .limit(NEWEST)
    )
    newest = db.session.scalars(requests).all()
    return [(one, one.submitted_at) for one in reversed(newest) if one.submitted_at is not None]


def _about(request: SupportRequest, sent_at: datetime) -> Iterator[tuple[datetime, Letter]]:
    yield sent_at, written(request, LetterKind.RECEIPT, partial(letters.receipt, request))
    for supplement in request.supplements:
        ask, by = partial(letters.question, supplement), supplement.asked_by
        asked_at = max(sent_at, clock.morning_of(supplement.asked_on))
        yield asked_at, written(request, LetterKind.QUESTION, ask, signed_by=by)
    decision = queries.decision_of(request)
    if decision is not None:
        decide, by = partial(letters.decided, decision), decision.decider
        yield (
            decision.decided_at,
            written(request, LetterKind.DECISION, decide, signed_by=by),
        )
