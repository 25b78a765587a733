"""What somebody belongs to, wrote and was asked."""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, bindparam, exists, or_, select

from app.accounts.models import User
from app.core import clock
from app.core.inquiries import Inquiry
from app.desk.queries.scopes import JOINED, ME, MOST, PLANS
from app.initiatives.models import Initiative, Invitation
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.organisations.models import MemberRole, Organisation, OrganisationKind

ORGANISATIONS, INVITED, REVIEWS = Organisation.__table__, Invitation.__table__, Review.__table__
REMEMBERED = timedelta(days=30)  # a text that came back is shown so long


class Joined(NamedTuple):
    """An organisation that somebody belongs to, and what one may do there."""

    organisation_id: int
    role: MemberRole
    kind: OrganisationKind
    name: str
    slug: str


class OwnText(NamedTuple):
    """A text that waits for a moderator, or came back from one."""

    id: int
    title: str
    state: ReviewState
    sent_at: datetime
    promised_on: date


class TeamInvitation(NamedTuple):
    """A plan whose team asks for somebody."""

    initiative_id: int
    title: str
    since: datetime


def memberships(person: User) -> Inquiry[Joined]:
    """Ask for the organisations of ``person``, in the order of joining."""
    return Inquiry(_memberships(), {"me": person.id}, Joined)


def own_texts(person: User, limit: int) -> Inquiry[OwnText]:
    """Ask which texts beside whole plans wait for a moderator or came back, oldest first."""
    values = {"me": person.id, "most": limit, "remembered": clock.now() - REMEMBERED}
    return Inquiry(_own_texts(), values, OwnText)


def team_invitations(person: User, limit: int) -> Inquiry[TeamInvitation]:
    """Ask which plans want ``person`` in their team, oldest first."""
    return Inquiry(_team_invitations(), {"address": person.email, "most": limit}, TeamInvitation)


@cache
def _memberships() -> Select[Any]:
    return (
        select(
            *(JOINED.c.organisation_id, JOINED.c.role, ORGANISATIONS.c.kind),
            *(ORGANISATIONS.c.name, ORGANISATIONS.c.slug),
        )
        .join_from(JOINED, ORGANISATIONS)
        .where(JOINED.c.user_id == ME)
        .order_by(JOINED.c.id)
    )


@cache
def _own_texts() -> Select[Any]:
    later = REVIEWS.alias("later")
    is_last = ~exists().where(
        later.c.subject_type == REVIEWS.c.subject_type,
        later.c.subject_id == REVIEWS.c.subject_id,
        later.c.id > REVIEWS.c.id,
    )
    came_back = and_(
        REVIEWS.c.state == ReviewState.CHANGES_REQUESTED,
        REVIEWS.c.decided_at > bindparam("remembered"),
    )
    return (
        select(
            *(REVIEWS.c.id, REVIEWS.c.title, REVIEWS.c.state),
            *(REVIEWS.c.submitted_at, REVIEWS.c.promised_on),
        )
        .where(
            REVIEWS.c.author_id == ME,
            REVIEWS.c.subject_type != Initiative.__tablename__,
            or_(REVIEWS.c.state == ReviewState.WAITING, came_back),
            is_last,
        )
        .order_by(REVIEWS.c.id)
        .limit(MOST)
    )


@cache
def _team_invitations() -> Select[Any]:
    return (
        select(PLANS.c.id, PLANS.c.title, INVITED.c.created_at)
        .join_from(PLANS, INVITED)
        .where(INVITED.c.email == bindparam("address"))
        .order_by(INVITED.c.id)
        .limit(MOST)
    )
