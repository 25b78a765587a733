"""Which initiatives somebody may see, and finding one of them."""

from typing import TypeAlias, TypeVar

from flask_babel import gettext as _
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    false,
    or_,
    select,
    true,
    union,
)

from app.accounts.models import Actor, PostalAddress, User
from app.accounts.post import POST_HOST
from app.accounts.roles import Permission
from app.core.db import LARGEST_NUMBER, db
from app.core.errors import NotFound
from app.initiatives.models import Initiative, TeamMember
from app.organisations.models import MemberRole, Membership

T = TypeVar("T")
PLANS, TEAM, JOINED = Initiative.__table__, TeamMember.__table__, Membership.__table__
PersonId: TypeAlias = int | BindParameter[int]  # or its name in a statement that is made once


def visible_to(actor: Actor) -> Select[Initiative]:
    """Select what ``rules.view`` allows; the parity test keeps the two the same."""
    return select(Initiative).where(may_see(actor))


def found(actor: Actor, initiative_id: int) -> Initiative:
    """Return an initiative that ``actor`` may see; raises ``NotFound`` for any other number."""
    one = visible_to(actor).where(Initiative.id == initiative_id)
    return or_not_found(db.session.scalar(one) if initiative_id <= LARGEST_NUMBER else None)


def or_not_found(initiative: T | None) -> T:
    """Return ``initiative``; raises ``NotFound`` when there is none."""
    if initiative is None:
        raise NotFound(_("We kunnen dit initiatief niet vinden. Misschien is het weggehaald."))
    return initiative


def may_see(actor: Actor) -> ColumnElement[bool]:
    """Return the condition under which ``actor`` may see an initiative."""
    return or_(Initiative.is_listed == 1, run_by(actor), in_care_of(actor), helped_by(actor))


def run_by(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for the initiatives that ``actor`` leads or helps to run."""
    return false() if actor.id is None else Initiative.id.in_(ids_run_by(actor.id))


def ids_run_by(person_id: PersonId) -> CompoundSelect[int]:
    """Select the ids of the initiatives that a person leads or helps to run.

    A union reads a few rows of three indexes, where a condition with "or" reads the whole table.
    """
    return union(
        select(PLANS.c.id).where(PLANS.c.owner_id == person_id),
        select(TEAM.c.initiative_id).where(TEAM.c.user_id == person_id),
        select(PLANS.c.id).where(PLANS.c.organisation_id.in_(_administered(person_id))),
    )


def in_care_of(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for the initiatives that ``actor`` moderates or coordinates."""
    areas: set[int] = set()
    for permission in (Permission.MODERATE, Permission.COORDINATE):
        where = actor.areas_where(permission)
        if where is None:
            return true()
        areas.update(where)
    if not areas:
        return false()
    return or_(Initiative.district_id.in_(areas), Initiative.neighbourhood_id.in_(areas))


def helped_by(actor: Actor) -> ColumnElement[bool]:
    """Return the condition for the initiatives of people without e-mail whom ``actor`` helps."""
    areas = actor.areas_where(Permission.ASSIST)
    if areas is not None and not areas:
        return false()
    theirs = select(PostalAddress.user_id).join(PostalAddress.user)
    by_post = Initiative.owner_id.in_(theirs.where(User.email.like(f"%@{POST_HOST}")))
    if areas is None:
        return by_post
    here = or_(Initiative.district_id.in_(areas), Initiative.neighbourhood_id.in_(areas))
    return and_(by_post, here)


def organisations_run_by(actor: Actor) -> set[int]:
    """Return the ids of the organisations of which ``actor`` is an administrator."""
    return set(db.session.scalars(_administered(actor.id)))


def _administered(person_id: PersonId | None) -> Select[int]:
    return select(JOINED.c.organisation_id).where(
        JOINED.c.user_id == person_id, JOINED.c.role == MemberRole.ADMIN
    )
