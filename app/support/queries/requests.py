"""Read support requests: those somebody may see, those that wait, those of an initiative."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    false,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
    type_coerce,
)
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.accounts.models import Actor, RoleAssignment, User
from app.accounts.roles import Permission, Role
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.models import Initiative
from app.initiatives.queries.visible import run_by
from app.support.decisions import Decision, Proposal
from app.support.lifecycle import RequestState
from app.support.models import IS_OPEN, SupportRequest
from app.support.queries.narrowing import OpenFilter, conditions

# Paging wants a value in each row, as a column of the list.
DUE = type_coerce(SupportRequest.decision_due_on, Date()).label("due")
READERS = (Permission.COORDINATE, Permission.DECIDE, Permission.ADVISE, Permission.RESPOND)


class Beside(NamedTuple):
    """The requests around one in the list; ``None`` at an end."""

    previous: int | None
    next: int | None


def visible_to(actor: Actor) -> Select[SupportRequest]:
    """Select what ``rules.view`` allows; the parity test keeps the two the same."""
    query = select(SupportRequest).join(SupportRequest.initiative)
    if not isinstance(actor, User):
        return query.where(false())
    was_sent = SupportRequest.submitted_at.is_not(None)
    return query.where(or_(run_by(actor), was_sent & _lies_where_reads(actor)))


def found(actor: Actor, request_id: int) -> SupportRequest:
    """Return a request that ``actor`` may see, with its lines. Raises ``NotFound``."""
    query = visible_to(actor).where(SupportRequest.id == request_id)
    request = db.session.scalar(
        query.options(
            contains_eager(SupportRequest.initiative),
            joinedload(SupportRequest.coordinator).lazyload(User.assignments),
            selectinload(SupportRequest.needs),
            selectinload(SupportRequest.cost_lines),
            selectinload(SupportRequest.funding_lines),
            selectinload(SupportRequest.supplements),
            joinedload(SupportRequest.extension),
            selectinload(SupportRequest.proposals)
            .joinedload(Proposal.author)
            .lazyload(User.assignments),
        )
    )
    if request is None:
        raise NotFound(_("We kunnen deze vraag niet vinden."))
    return request


def open_requests(actor: Actor, only: OpenFilter | None = None) -> Select[SupportRequest]:
    """Select what waits for an answer where ``actor`` works, the first due first."""
    only = only or OpenFilter()
    return (
        select(SupportRequest)
        .add_columns(DUE)
        .join(SupportRequest.initiative)
        .where(IS_OPEN, _lies_where_reads(actor), *conditions(only, actor))
        .options(
            contains_eager(SupportRequest.initiative).joinedload(Initiative.neighbourhood),
            joinedload(SupportRequest.coordinator).lazyload(User.assignments),
            selectinload(SupportRequest.needs),
            selectinload(SupportRequest.supplements),
        )
        .order_by(DUE, SupportRequest.id)
    )


def numbers_of(actor: Actor, wanted: Sequence[OpenFilter]) -> Sequence[int]:
    """Return for each filter how many open requests it shows to ``actor``; one statement."""
    counts = [func.count().filter(true(), *conditions(only, actor)) for only in wanted]
    query = select(*counts).select_from(SupportRequest).join(SupportRequest.initiative)
    return db.session.execute(query.where(IS_OPEN, _lies_where_reads(actor))).one()


def listed(actor: Actor, only: OpenFilter) -> Sequence[SupportRequest]:
    """Return all of those requests, with what a file tells of each; a fixed number of statements."""
    query = open_requests(actor, only).options(
        contains_eager(SupportRequest.initiative).joinedload(Initiative.district),
        joinedload(SupportRequest.author).lazyload(User.assignments),
        selectinload(SupportRequest.funding_lines),
    )
    return db.session.scalars(query).all()


def beside(queue: Select[SupportRequest], request: SupportRequest) -> Beside:
    """Return the numbers of the requests before and after one in (a part of) the list of open ones."""
    place = tuple_(literal(request.decision_due_on, Date()), literal(request.id))
    order = tuple_(SupportRequest.decision_due_on, SupportRequest.id)
    ids = queue.with_only_columns(SupportRequest.id, maintain_column_froms=True).order_by(None)
    before = ids.where(order < place).order_by(
        SupportRequest.decision_due_on.desc(), SupportRequest.id.desc()
    )
    after = ids.where(order > place).order_by(SupportRequest.decision_due_on, SupportRequest.id)
    return Beside(db.session.scalar(before.limit(1)), db.session.scalar(after.limit(1)))


def drafts_of(initiative_id: int) -> list[SupportRequest]:
    """Return what the team of an initiative began to ask and did not send yet."""
    query = select(SupportRequest).where(
        SupportRequest.initiative_id == initiative_id, SupportRequest.state == RequestState.DRAFT
    )
    return list(db.session.scalars(query.order_by(SupportRequest.id)))


def decision_of(request: SupportRequest) -> Decision | None:
    """Return the decision on a request, with its reasons."""
    query = select(Decision).where(Decision.request_id == request.id)
    return db.session.scalar(query.options(selectinload(Decision.reasons)))


def coordinators_of(request: SupportRequest) -> Iterable[User]:
    """Return who looks after a request: who took it on, else the coordinators of its district."""
    if request.coordinator is not None:
        return [request.coordinator]
    place = [request.initiative.neighbourhood_id, request.initiative.district_id]
    here = select(RoleAssignment.user_id).where(
        RoleAssignment.role == Role.AREA_COORDINATOR, RoleAssignment.area_id.in_(place)
    )
    return db.session.scalars(select(User).where(User.id.in_(here)).order_by(User.id)).all()


def team_of(request: SupportRequest) -> list[User]:
    """Return who hears about a request: its author, and who runs the initiative."""
    initiative = request.initiative
    people = {request.author, *(member.user for member in initiative.team)}
    if initiative.owner is not None:
        people.add(initiative.owner)
    return sorted(people, key=lambda person: person.id)


def _lies_where_reads(actor: Actor) -> ColumnElement[bool]:
    """In the areas where ``actor`` works on requests."""
    where: set[int] = set()
    for permission in READERS:
        areas = actor.areas_where(permission)
        if areas is None:
            return true()
        where.update(areas)
    return or_(Initiative.neighbourhood_id.in_(where), Initiative.district_id.in_(where))
