"""What waits for those who answer, coordinate and decide."""

from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, exists, select

from app.accounts.models import User
from app.accounts.roles import Permission
from app.areas import queries as areas
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityOffer, CapacityReservation, DistrictTeam, Response
from app.core import clock
from app.core.inquiries import Inquiry
from app.core.statements import one_of
from app.desk.queries.scopes import (
    ME,
    MOST,
    MY_ORGANISATIONS,
    OF_OTHERS,
    PLANS,
    Reach,
    inquiry_there,
    lies_there,
)
from app.initiatives.lifecycle import TextState
from app.initiatives.models import IS_SUBMITTED
from app.organisations.models import Organisation
from app.support.decisions import Decision, Proposal
from app.support.lifecycle import RequestState
from app.support.models import IS_OPEN, Need, SupportRequest
from app.support.objections import OPEN as OPEN_OBJECTION
from app.support.objections import Objection

REQUESTS, NEEDS, PROPOSALS = SupportRequest.__table__, Need.__table__, Proposal.__table__
OBJECTIONS, DECISIONS = Objection.__table__, Decision.__table__
RESPONSES, OFFERS = Response.__table__, CapacityOffer.__table__
RESERVATIONS, TEAMS = CapacityReservation.__table__, DistrictTeam.__table__
ORGANISATIONS = Organisation.__table__
RUNNING = {ReservationState.PROPOSED, ReservationState.CONFIRMED}


class OpenRequest(NamedTuple):
    """A request for support that waits for an answer."""

    id: int
    reference: str | None
    state: RequestState
    sent_at: datetime | None
    due: date | None
    title: str
    place: str  # the name of the neighbourhood


class OpenProposal(NamedTuple):
    """Advice that waits for a decision."""

    request_id: int
    reference: str | None
    made_at: datetime
    due: date | None
    author_id: int
    cents: int
    title: str


class OpenObjection(NamedTuple):
    """An objection that waits for an answer."""

    request_id: int
    received_on: date
    due: date
    title: str


class NewPlan(NamedTuple):
    """A plan that waits for a moderator, as its coordinator follows it."""

    id: int
    title: str
    sent_at: datetime | None
    place: str  # the name of the neighbourhood


class TeamHours(NamedTuple):
    """Hours that a team offers in a period."""

    team: str
    ends_on: date
    hours: int
    taken: int

    @property
    def free(self) -> int:
        return self.hours - self.taken


class RunningReservation(NamedTuple):
    """Hours that are kept for a plan."""

    request_id: int
    hours: int
    state: ReservationState
    since: datetime
    title: str


def unanswered_requests(person: User, limit: int) -> Inquiry[OpenRequest]:
    """Ask what waits where ``person`` responds and the organisations did not answer yet."""
    return inquiry_there(
        _unanswered_requests, _open_request, person, Permission.RESPOND, most=limit
    )


def requests_to_handle(person: User, limit: int) -> Inquiry[OpenRequest]:
    """Ask what waits where ``person`` coordinates or advises, without a proposal; soonest first."""
    roles = (Permission.COORDINATE, Permission.ADVISE)
    return inquiry_there(_requests_to_handle, _open_request, person, *roles, most=limit)


def proposals_to_decide(person: User, limit: int) -> Inquiry[OpenProposal]:
    """Ask which advice waits for a decision where ``person`` decides, soonest due first."""
    return inquiry_there(_proposals_to_decide, OpenProposal, person, Permission.DECIDE, most=limit)


def objections_to_answer(person: User, limit: int) -> Inquiry[OpenObjection]:
    """Ask which objections wait for ``person``, who did not take part in the decision."""
    return inquiry_there(
        _objections_to_answer, OpenObjection, person, Permission.DECIDE, most=limit
    )


def new_plans(person: User, limit: int) -> Inquiry[NewPlan]:
    """Ask which plans wait for a moderator where ``person`` coordinates, oldest first."""
    return inquiry_there(_new_plans, _new_plan, person, Permission.COORDINATE, most=limit)


def hours_of(person: User, limit: int) -> Inquiry[TeamHours]:
    """Ask for the hours that the teams of ``person`` offer from today on, soonest first."""
    values = {"me": person.id, "most": limit, "today": clock.today()}
    return Inquiry(_hours(), values, TeamHours)


def running_reservations(person: User, limit: int) -> Inquiry[RunningReservation]:
    """Ask what the hours of the teams of ``person`` are kept for, oldest first."""
    return Inquiry(_reservations(), {"me": person.id, "most": limit}, RunningReservation)


def _open_request(*columns: Any) -> OpenRequest:
    return OpenRequest._make((*columns[:-1], _place(columns[-1])))


def _new_plan(*columns: Any) -> NewPlan:
    return NewPlan._make((*columns[:-1], _place(columns[-1])))


def _place(neighbourhood_id: int) -> str:
    """Return what a neighbourhood is called now."""
    place = areas.by_id(neighbourhood_id)
    return place.name if place else ""


@cache
def _waiting(reach: Reach) -> Select[Any]:
    """Select the open requests of others for the plans that lie there, soonest due first."""
    return (
        select(
            *(REQUESTS.c.id, REQUESTS.c.reference, REQUESTS.c.state, REQUESTS.c.submitted_at),
            *(REQUESTS.c.decision_due_on, PLANS.c.title, PLANS.c.neighbourhood_id),
        )
        .join_from(REQUESTS, PLANS)
        .where(IS_OPEN, lies_there(reach), OF_OTHERS)
        .order_by(REQUESTS.c.decision_due_on, REQUESTS.c.id)
        .limit(MOST)
    )


@cache
def _unanswered_requests(reach: Reach) -> Select[Any]:
    answered = exists().where(
        RESPONSES.c.request_id == REQUESTS.c.id,
        RESPONSES.c.organisation_id.in_(MY_ORGANISATIONS),
        ~one_of(RESPONSES.c.state, {TextState.WITHDRAWN, TextState.REJECTED}),
    )
    return _waiting(reach).where(~answered)


@cache
def _requests_to_handle(reach: Reach) -> Select[Any]:
    return _waiting(reach).where(REQUESTS.c.state != RequestState.PROPOSED)


@cache
def _proposals_to_decide(reach: Reach) -> Select[Any]:
    return (
        select(
            *(REQUESTS.c.id, REQUESTS.c.reference, PROPOSALS.c.created_at),
            *(REQUESTS.c.decision_due_on, PROPOSALS.c.author_id, PROPOSALS.c.cents, PLANS.c.title),
        )
        .join_from(PROPOSALS, REQUESTS)
        .join(PLANS)
        .where(
            IS_OPEN,
            REQUESTS.c.state == RequestState.PROPOSED,
            PROPOSALS.c.ended_at.is_(None),
            lies_there(reach),
            OF_OTHERS,
        )
        .order_by(REQUESTS.c.decision_due_on, REQUESTS.c.id)
        .limit(MOST)
    )


@cache
def _objections_to_answer(reach: Reach) -> Select[Any]:
    advised = exists().where(PROPOSALS.c.request_id == REQUESTS.c.id, PROPOSALS.c.author_id == ME)
    return (
        select(REQUESTS.c.id, OBJECTIONS.c.received_on, OBJECTIONS.c.due_on, PLANS.c.title)
        .join_from(OBJECTIONS, DECISIONS)
        .join(REQUESTS, REQUESTS.c.id == DECISIONS.c.request_id)
        .join(PLANS)
        .where(
            one_of(OBJECTIONS.c.state, OPEN_OBJECTION),
            DECISIONS.c.decider_id != ME,
            ~advised,
            lies_there(reach),
            OF_OTHERS,
        )
        .order_by(OBJECTIONS.c.due_on, OBJECTIONS.c.id)
        .limit(MOST)
    )


@cache
def _new_plans(reach: Reach) -> Select[Any]:
    return (
        select(PLANS.c.id, PLANS.c.title, PLANS.c.submitted_at, PLANS.c.neighbourhood_id)
        .where(
            IS_SUBMITTED,
            lies_there(reach),
        )
        .order_by(PLANS.c.submitted_at, PLANS.c.id)
        .limit(MOST)
    )


@cache
def _hours() -> Select[Any]:
    return (
        select(ORGANISATIONS.c.name, OFFERS.c.ends_on, OFFERS.c.hours, OFFERS.c.taken)
        .join_from(OFFERS, TEAMS)
        .join(ORGANISATIONS)
        .where(
            TEAMS.c.organisation_id.in_(MY_ORGANISATIONS),
            OFFERS.c.ends_on >= bindparam("today"),
            OFFERS.c.withdrawn_at.is_(None),
        )
        .order_by(OFFERS.c.starts_on, OFFERS.c.id)
        .limit(MOST)
    )


@cache
def _reservations() -> Select[Any]:
    return (
        select(
            *(REQUESTS.c.id, RESERVATIONS.c.hours, RESERVATIONS.c.state),
            *(RESERVATIONS.c.created_at, PLANS.c.title),
        )
        .join_from(RESERVATIONS, OFFERS)
        .join(TEAMS)
        .join(NEEDS, NEEDS.c.id == RESERVATIONS.c.need_id)
        .join(REQUESTS)
        .join(PLANS)
        .where(
            TEAMS.c.organisation_id.in_(MY_ORGANISATIONS),
            one_of(RESERVATIONS.c.state, RUNNING),
        )
        .order_by(RESERVATIONS.c.id)
        .limit(MOST)
    )
