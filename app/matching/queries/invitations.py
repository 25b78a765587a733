"""Read who was asked to respond, who answered, and who could answer for an organisation."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import contains_eager

from app.accounts.models import User
from app.accounts.roles import Permission
from app.capacity.models import Response, ResponseKind
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.initiatives.rules import places_of
from app.matching.models import Invitation
from app.organisations.models import Membership
from app.support.lifecycle import OPEN
from app.support.models import SupportRequest

TAKEN_BACK = {TextState.WITHDRAWN, TextState.REJECTED}


@dataclass(frozen=True)
class Answer:
    """What an organisation said to a request, and when."""

    organisation_id: int
    request_id: int
    kind: ResponseKind
    at: datetime


def answers_to(initiative_id: int) -> list[Answer]:
    """Return every answer to the requests of an initiative that stands, oldest first."""
    rows = db.session.execute(
        select(Response.organisation_id, Response.request_id, Response.kind, Response.created_at)
        .join(Response.request)
        .where(SupportRequest.initiative_id == initiative_id, Response.state.not_in(TAKEN_BACK))
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


def organisations_of(person: User) -> Collection[int]:
    """Return the ids of the organisations that ``person`` belongs to."""
    mine = select(Membership.organisation_id).where(Membership.user_id == person.id)
    return db.session.scalars(mine).all()


def waiting_invitations(organisation_ids: Collection[int], limit: int) -> Sequence[Invitation]:
    """Return the invitations to open requests that an organisation did not answer, oldest first."""
    answered = exists().where(
        Response.request_id == Invitation.request_id,
        Response.organisation_id == Invitation.organisation_id,
        Response.state.not_in(TAKEN_BACK),
    )
    return db.session.scalars(
        select(Invitation)
        .join(Invitation.request)
        .join(SupportRequest.initiative)
        .where(
            Invitation.organisation_id.in_(organisation_ids),
            SupportRequest.state.in_(OPEN),
            ~answered,
        )
        .options(contains_eager(Invitation.request).contains_eager(SupportRequest.initiative))
        .order_by(Invitation.id)
        .limit(limit)
    ).all()
