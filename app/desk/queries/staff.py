"""What waits for those who answer, coordinate, decide and moderate."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import contains_eager

from app.accounts.models import User
from app.accounts.roles import Permission
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, CapacityReservation, DistrictTeam, Response
from app.core import clock
from app.core.db import db
from app.desk.queries.places import is_of_others, lies_where
from app.initiatives.lifecycle import State, TextState
from app.initiatives.models import Initiative
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.moderation.queries import visible_to
from app.support.decisions import Proposal
from app.support.lifecycle import OPEN, RequestState
from app.support.models import Need, SupportRequest

Lines = Select[int, str | None, RequestState, datetime | None, date | None, str, int | None]
RUNNING = {ReservationState.PROPOSED, ReservationState.CONFIRMED}


@dataclass(frozen=True)
class OpenRequest:
    """A request for support that waits for an answer."""

    id: int
    reference: str | None
    state: RequestState
    sent_at: datetime | None
    due: date | None
    title: str
    neighbourhood_id: int | None


@dataclass(frozen=True)
class OpenProposal:
    """Advice that waits for a decision."""

    request_id: int
    reference: str | None
    made_at: datetime
    due: date | None
    author_id: int
    cents: int
    title: str


@dataclass(frozen=True)
class NewPlan:
    """A plan that waits for a moderator, as its coordinator follows it."""

    id: int
    title: str
    sent_at: datetime | None
    neighbourhood_id: int | None


@dataclass(frozen=True)
class RunningReservation:
    """Hours that are kept for a plan."""

    request_id: int
    hours: int
    state: ReservationState
    since: datetime
    title: str


@dataclass(frozen=True)
class Queue:
    """How many texts wait for a moderator, since when the longest, and by when it was promised."""

    number: int
    since: datetime | None
    promised_on: date | None


def unanswered_requests(
    person: User, organisation_ids: Collection[int], limit: int
) -> list[OpenRequest]:
    """Return what is asked where ``person`` responds and the organisations did not answer yet."""
    answered = exists().where(
        Response.request_id == SupportRequest.id,
        Response.organisation_id.in_(organisation_ids),
        Response.state.not_in([TextState.WITHDRAWN, TextState.REJECTED]),
    )
    return _open_requests(_waiting(person, Permission.RESPOND).where(~answered), limit)


def requests_to_handle(person: User, limit: int) -> list[OpenRequest]:
    """Return what waits where ``person`` coordinates or advises, without a proposal; soonest first."""
    waiting = _waiting(person, Permission.COORDINATE, Permission.ADVISE)
    return _open_requests(waiting.where(SupportRequest.state != RequestState.PROPOSED), limit)


def proposals_to_decide(person: User, limit: int) -> list[OpenProposal]:
    """Return the advice that waits for a decision where ``person`` decides, soonest due first."""
    query = (
        select(
            *(SupportRequest.id, SupportRequest.reference, Proposal.created_at),
            *(SupportRequest.decision_due_on, Proposal.author_id, Proposal.cents),
            Initiative.title,
        )
        .join(Proposal.request)
        .join(SupportRequest.initiative)
        .where(
            SupportRequest.state == RequestState.PROPOSED,
            Proposal.ended_at.is_(None),
            lies_where(person, Permission.DECIDE),
            is_of_others(person),
        )
        .order_by(SupportRequest.decision_due_on, SupportRequest.id)
    )
    return [OpenProposal(*row) for row in db.session.execute(query.limit(limit))]


def new_plans(person: User, limit: int) -> list[NewPlan]:
    """Return the plans that wait for a moderator where ``person`` coordinates, oldest first."""
    query = (
        select(
            *(Initiative.id, Initiative.title, Initiative.submitted_at),
            Initiative.neighbourhood_id,
        )
        .where(
            Initiative.is_listed == 0,  # the index by place begins with it
            Initiative.state == State.SUBMITTED,
            lies_where(person, Permission.COORDINATE),
        )
        .order_by(Initiative.submitted_at, Initiative.id)
    )
    return [NewPlan(*row) for row in db.session.execute(query.limit(limit))]


def hours_of(organisation_ids: Collection[int], limit: int) -> Sequence[CapacityOffer]:
    """Return the hours that the teams offer from today on, soonest first."""
    query = (
        select(CapacityOffer)
        .join(CapacityOffer.team)
        .join(DistrictTeam.organisation)
        .where(
            DistrictTeam.organisation_id.in_(organisation_ids),
            CapacityOffer.ends_on >= clock.today(),
            CapacityOffer.withdrawn_at.is_(None),
        )
        .options(contains_eager(CapacityOffer.team).contains_eager(DistrictTeam.organisation))
        .order_by(CapacityOffer.starts_on, CapacityOffer.id)
    )
    return db.session.scalars(query.limit(limit)).all()


def running_reservations(organisation_ids: Collection[int], limit: int) -> list[RunningReservation]:
    """Return what the hours of the teams are kept for, oldest first."""
    query = (
        select(
            *(SupportRequest.id, CapacityReservation.hours, CapacityReservation.state),
            *(CapacityReservation.created_at, Initiative.title),
        )
        .join(CapacityReservation.offer)
        .join(CapacityOffer.team)
        .join(CapacityReservation.need)
        .join(Need.request)
        .join(SupportRequest.initiative)
        .where(
            DistrictTeam.organisation_id.in_(organisation_ids),
            CapacityReservation.state.in_(RUNNING),
        )
        .order_by(CapacityReservation.id)
    )
    return [RunningReservation(*row) for row in db.session.execute(query.limit(limit))]


def queue_of(person: User) -> Queue:
    """Return how long the queue of a moderator is."""
    waiting = visible_to(person).where(Review.state == ReviewState.WAITING)
    numbers = (func.count(), func.min(Review.submitted_at), func.min(Review.promised_on))
    row = db.session.execute(waiting.with_only_columns(*numbers, maintain_column_froms=True)).one()
    return Queue(*row)


def _waiting(person: User, *permissions: Permission) -> Lines:
    return (
        select(
            *(SupportRequest.id, SupportRequest.reference, SupportRequest.state),
            *(SupportRequest.submitted_at, SupportRequest.decision_due_on),
            *(Initiative.title, Initiative.neighbourhood_id),
        )
        .join(SupportRequest.initiative)
        .where(
            SupportRequest.state.in_(OPEN), lies_where(person, *permissions), is_of_others(person)
        )
        .order_by(SupportRequest.decision_due_on, SupportRequest.id)
    )


def _open_requests(query: Lines, limit: int) -> list[OpenRequest]:
    return [OpenRequest(*row) for row in db.session.execute(query.limit(limit))]
