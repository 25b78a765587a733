"""Read the open requests as a board: a column for each stage, and the first cards of each."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Select, select, union_all
from sqlalchemy.orm import contains_eager, selectinload

from app.accounts.models import Actor
from app.core.db import db
from app.initiatives.models import Initiative
from app.organisations.models import Organisation
from app.support.lifecycle import OPEN, RequestState
from app.support.models import SupportRequest
from app.support.queries.narrowing import OpenFilter
from app.support.queries.requests import DUE, numbers_of, open_requests

CARDS = 10  # of a column beside others


class Column(NamedTuple):
    """A stage, how many requests are in it, and those of them that are shown."""

    state: RequestState
    number: int
    requests: Sequence[SupportRequest]


def cards(actor: Actor, only: OpenFilter) -> Select[SupportRequest]:
    """Select the open requests that fit ``only`` with all that the rules ask to offer the next step."""
    plan = contains_eager(SupportRequest.initiative)
    return open_requests(actor, only).options(
        plan.selectinload(Initiative.team),
        plan.joinedload(Initiative.organisation).selectinload(Organisation.memberships),
        selectinload(SupportRequest.proposals),
    )


def board_of(actor: Actor, only: OpenFilter) -> list[Column]:
    """Return the stages that fit ``only`` in their order, each with the ``CARDS`` that are due first.

    A fixed number of statements; each column is read from the index of open requests up to its last card.
    """
    parts = [replace(only, state=state) for state in RequestState if state in OPEN]
    numbers = numbers_of(actor, parts)
    first = union_all(*(_first(actor, part) for part in parts))
    shown = db.session.scalars(
        cards(actor, only)
        .where(SupportRequest.id.in_(first))
        .order_by(None)
        .order_by(SupportRequest.state, DUE, SupportRequest.id)
    )
    by_state = {state: list(some) for state, some in groupby(shown, lambda one: one.state)}
    return [
        Column(part.state, number, by_state.get(part.state, []))
        for part, number in zip(parts, numbers, strict=True)
        if part.state is not None
    ]


def _first(actor: Actor, only: OpenFilter) -> Select[int]:
    ids = open_requests(actor, only).options().limit(CARDS)
    numbers = ids.with_only_columns(SupportRequest.id, maintain_column_froms=True).subquery()
    return select(numbers.c.id)
