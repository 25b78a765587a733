"""Read who was asked to respond, who answered, and who could answer for an organisation."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, exists, select

from app.accounts.models import User
from app.accounts.roles import Permission
from app.capacity.models import Response, ResponseKind
from app.core.db import db
from app.core.inquiries import Inquiry
from app.core.statements import one_of
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.rules import places_of
from app.matching.models.invitations import Invitation
from app.organisations.models import Membership
from app.support.lifecycle import OPEN
from app.support.models import SupportRequest

INVITED, RESPONSES, JOINED = Invitation.__table__, Response.__table__, Membership.__table__
REQUESTS, PLANS = SupportRequest.__table__, Initiative.__table__
TAKEN_BACK = {TextState.WITHDRAWN, TextState.REJECTED}


@dataclass(frozen=True)
class Answer:
    """What an organisation said to a request, and when."""

    organisation_id: int
    request_id: int
    kind: ResponseKind
    at: datetime
    initiative_id: int


class WaitingInvitation(NamedTuple):
    """An invitation to an open request that waits for an answer."""

    id: int
    request_id: int
    since: datetime
    due: date | None
    title: str


def answers_to(*initiative_ids: int) -> list[Answer]:
    """Return every answer to the requests of initiatives that stands, oldest first."""
    rows = db.session.execute(
        select(
            *(Response.organisation_id, Response.request_id, Response.kind, Response.created_at),
            SupportRequest.initiative_id,
        )
        .join(Response.request)
        .where(SupportRequest.initiative_id.in_(initiative_ids), Response.state.not_in(TAKEN_BACK))
        .order_by(Response.id)
    )
    return [Answer(*row) for row in rows]


def invitation_for(request: SupportRequest, supply: str) -> Invitation | None:
    """Return the invitation of one supply, if it was asked already."""
    one = (Invitation.request_id == request.id) & (Invitation.supply == supply)
    return db.session.scalar(select(Invitation).where(one))


def invitations_of(request: SupportRequest) -> dict[str, Invitation]:
    """Return who was asked to respond to a request, by the id of the supply."""
    rows = db.session.scalars(select(Invitation).where(Invitation.request_id == request.id))
    return {row.supply: row for row in rows}


def responders(organisation_id: int, request: SupportRequest) -> list[User]:
    """Return the members of an organisation who may answer in the place of the request."""
    members = select(User).join(Membership, Membership.user_id == User.id)
    here = Membership.organisation_id == organisation_id
    places = places_of(request.initiative)
    return [
        person
        for person in db.session.scalars(members.where(here).order_by(User.id))
        if person.is_active and person.may_in(Permission.RESPOND, places)
    ]


def waiting_invitations(person: User, limit: int) -> Inquiry[WaitingInvitation]:
    """Ask for the invitations to open requests that the organisations of ``person`` did not answer.

    The oldest comes first.
    """
    values = {"me": person.id, "most": limit}
    return Inquiry(_waiting_invitations(), values, WaitingInvitation)


@cache
def _waiting_invitations() -> Select[Any]:
    mine = select(JOINED.c.organisation_id).where(JOINED.c.user_id == bindparam("me"))
    answered = exists().where(
        RESPONSES.c.request_id == INVITED.c.request_id,
        RESPONSES.c.organisation_id == INVITED.c.organisation_id,
        ~one_of(RESPONSES.c.state, TAKEN_BACK),
    )
    return (
        select(
            *(INVITED.c.id, INVITED.c.request_id, INVITED.c.created_at),
            *(REQUESTS.c.decision_due_on, PLANS.c.title),
        )
        .join_from(INVITED, REQUESTS)
        .join(PLANS)
        .where(
            INVITED.c.organisation_id.in_(mine),
            one_of(REQUESTS.c.state, OPEN),
            ~answered,
        )
        .order_by(INVITED.c.id)
        .limit(bindparam("most"))
    )
