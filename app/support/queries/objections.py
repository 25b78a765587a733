"""Read the objections: that of a decision, and those that wait for an answer."""

from collections.abc import Iterable

from flask_babel import gettext as _
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.accounts.models import RoleAssignment, User
from app.accounts.roles import PERMISSIONS, Permission
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives import rules as initiatives
from app.initiatives.models import Initiative
from app.support import objection_rules as rules
from app.support.decisions import Decision
from app.support.models import SupportRequest
from app.support.objections import OPEN, Objection, ObjectionState

MOST = 200  # a municipality has some tens of objections a year
DECIDERS = [role for role, may in PERMISSIONS.items() if Permission.DECIDE in may]


def objection_about(request: SupportRequest) -> Objection | None:
    """Return the objection to what was decided; one that was withdrawn when there is no other."""
    query = select(Objection).join(Objection.decision).where(Decision.request_id == request.id)
    counts_first = (Objection.state == ObjectionState.WITHDRAWN, Objection.id.desc())
    return db.session.scalar(query.order_by(*counts_first).limit(1))


def found_objection(request: SupportRequest) -> Objection:
    """Return the objection about ``request``. Raises ``NotFound`` without one."""
    objection = objection_about(request)
    if objection is None:
        raise NotFound(_("Er is geen bezwaar."))
    return objection


def open_objections(actor: User) -> list[Objection]:
    """Return what waits for an answer where ``actor`` decides, the first due first."""
    query = _open().options(
        contains_eager(Objection.decision).options(
            joinedload(Decision.decider).lazyload(User.assignments),
            contains_eager(Decision.request).options(
                contains_eager(SupportRequest.initiative).options(
                    joinedload(Initiative.neighbourhood), selectinload(Initiative.team)
                ),
                selectinload(SupportRequest.proposals),
            ),
        )
    )
    areas = actor.areas_where(Permission.DECIDE)
    if areas is not None:
        there = (Initiative.neighbourhood_id.in_(areas), Initiative.district_id.in_(areas))
        query = query.where(or_(*there))
    return list(db.session.scalars(query.order_by(Objection.due_on, Objection.id).limit(MOST)))


def handlers_of(objection: Objection) -> Iterable[User]:
    """Return who may answer an objection: deciders of its place who had no part in the decision."""
    places = initiatives.places_of(objection.decision.request.initiative)
    here = select(RoleAssignment.user_id).where(
        RoleAssignment.role.in_(DECIDERS),
        or_(RoleAssignment.area_id.in_(places), RoleAssignment.area_id.is_(None)),
    )
    people = db.session.scalars(select(User).where(User.id.in_(here)).order_by(User.id))
    return [person for person in people if rules.handle(person, objection)]


def _open() -> Select[Objection]:
    return (
        select(Objection)
        .join(Objection.decision)
        .join(Decision.request)
        .join(SupportRequest.initiative)
        .where(Objection.state.in_(OPEN))
    )
