"""What an initiative asked, as its page tells everybody: one statement and no models."""

from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, select

from app.core.statements import ask
from app.support.decisions import Decision
from app.support.lifecycle import RequestState
from app.support.models import Need, SupportKind, SupportRequest

REQUESTS, NEEDS, DECISIONS = SupportRequest.__table__, Need.__table__, Decision.__table__
NEWEST = 10


class Asked(NamedTuple):
    """A request that was sent in; ``cents`` were granted."""

    id: int
    reference: str | None
    state: RequestState
    cents: int
    kinds: frozenset[SupportKind]


def asked_by(initiative_id: int) -> list[Asked]:
    """Return the newest requests of an initiative that were sent in and not taken back."""
    rows = ask(_asked(), {"plan": initiative_id})
    return [
        Asked(
            number,
            reference,
            state,
            cents or 0,
            frozenset(need.kind for need in needs if need.kind),
        )
        for (number, reference, state, cents), needs in groupby(
            rows, key=lambda row: tuple(row[:-1])
        )
    ]


@cache
def _asked() -> Select[Any]:
    """Select a row for each need of each request."""
    newest = (
        select(REQUESTS)
        .where(
            REQUESTS.c.initiative_id == bindparam("plan"),
            REQUESTS.c.submitted_at.is_not(None),
            REQUESTS.c.state != RequestState.WITHDRAWN,
        )
        .order_by(REQUESTS.c.submitted_at.desc(), REQUESTS.c.id.desc())
        .limit(NEWEST)
        .subquery()
    )
    return (
        select(newest.c.id, newest.c.reference, newest.c.state, DECISIONS.c.cents, NEEDS.c.kind)
        .outerjoin_from(newest, DECISIONS, DECISIONS.c.request_id == newest.c.id)
        .outerjoin(NEEDS, NEEDS.c.request_id == newest.c.id)
        .order_by(newest.c.submitted_at.desc(), newest.c.id.desc())
    )
