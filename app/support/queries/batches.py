"""Read what a step for many requests needs: the requests, who could get them, and steps of before."""

from collections.abc import Collection, Sequence

from flask_babel import gettext as _
from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.accounts import queries as accounts
from app.accounts.models import Actor, User
from app.accounts.roles import Permission
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.models import Initiative, TeamMember
from app.initiatives.rules import places_of
from app.organisations.models import Organisation
from app.support.batches import MOST, Batch, BatchRow
from app.support.models import SupportRequest
from app.support.queries.narrowing import OpenFilter
from app.support.queries.requests import open_requests, visible_to


def chosen(actor: Actor, numbers: Collection[int]) -> Sequence[SupportRequest]:
    """Return those of the requests that ``actor`` may see and that were sent in, the first due first."""
    query = visible_to(actor).where(
        SupportRequest.id.in_(numbers), SupportRequest.submitted_at.is_not(None)
    )
    return db.session.scalars(
        query.options(
            contains_eager(SupportRequest.initiative).joinedload(Initiative.neighbourhood),
            joinedload(SupportRequest.coordinator).lazyload(User.assignments),
        ).order_by(SupportRequest.decision_due_on, SupportRequest.id)
    ).all()


def with_their_teams(numbers: Collection[int]) -> Select[SupportRequest]:
    """Select these requests with their plans and everybody who runs one or belongs to it."""
    plan = joinedload(SupportRequest.initiative)
    return (
        select(SupportRequest)
        .where(SupportRequest.id.in_(numbers))
        .options(
            joinedload(SupportRequest.author).lazyload(User.assignments),
            joinedload(SupportRequest.coordinator).lazyload(User.assignments),
            plan.joinedload(Initiative.owner).lazyload(User.assignments),
            plan.selectinload(Initiative.team)
            .joinedload(TeamMember.user)
            .lazyload(User.assignments),
            plan.joinedload(Initiative.organisation).selectinload(Organisation.memberships),
        )
    )


def first_of(actor: Actor, only: OpenFilter) -> Sequence[int]:
    """Return the numbers of the open requests that fit a filter: the first due, as many as can be done at once."""
    query = open_requests(actor, only).options().limit(MOST)
    return db.session.scalars(
        query.with_only_columns(SupportRequest.id, maintain_column_froms=True)
    ).all()


def colleagues(actor: User, requests: Collection[SupportRequest]) -> list[User]:
    """Return who else coordinates where at least one of ``requests`` lies, by name."""
    places = [places_of(request.initiative) for request in requests]
    return [
        person
        for person in accounts.holders_of(Permission.COORDINATE)
        if person.id != actor.id
        and any(person.may_in(Permission.COORDINATE, where) for where in places)
    ]


def batch_with(person: User, key: str) -> Batch | None:
    """Return the step that ``person`` took with ``key`` before, if any."""
    return db.session.scalar(select(Batch).where(Batch.by_id == person.id, Batch.key == key))


def found_batch(person: Actor, batch_id: int) -> Batch:
    """Return a step that ``person`` took, with what came of it. Raises ``NotFound``."""
    to_title = selectinload(Batch.rows).joinedload(BatchRow.request)
    batch = db.session.scalar(
        select(Batch)
        .where(Batch.by_id == person.id, Batch.id == batch_id)
        .options(to_title.joinedload(SupportRequest.initiative))
    )
    if batch is None:
        raise NotFound(_("We kunnen dit niet vinden."))
    return batch
