"""Read responses: who can give one, who can read one."""

from flask_babel import gettext as _
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Actor, User
from app.areas import queries as areas
from app.capacity.models import CapacityReservation, DistrictTeam, Response, TeamArea
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.lifecycle import TextState
from app.initiatives.rules import places_of
from app.organisations.models import Membership, Organisation, OrganisationKind
from app.support.models import SupportRequest


def organisations_serving(actor: Actor, request: SupportRequest) -> list[Organisation]:
    """Return the organisations of ``actor`` that work in the place of a request, by name.

    A district team works where it was told to; another organisation where it is rooted, or
    everywhere when that is the municipality or nowhere.
    """
    if not isinstance(actor, User):
        return []
    place = places_of(request.initiative)
    whole = areas.municipality()
    served = select(DistrictTeam.organisation_id).where(
        DistrictTeam.id.in_(select(TeamArea.team_id).where(TeamArea.area_id.in_(place)))
    )
    rooted = Organisation.area_id.in_(place | ({whole.id} if whole else set()))
    query = (
        select(Organisation)
        .join(Membership, Membership.organisation_id == Organisation.id)
        .where(
            Membership.user_id == actor.id,
            or_(
                Organisation.id.in_(served),
                (Organisation.kind != OrganisationKind.DISTRICT_TEAM)
                & (Organisation.area_id.is_(None) | rooted),
            ),
        )
    )
    return list(db.session.scalars(query.order_by(Organisation.name, Organisation.id)))


def visible_responses(actor: Actor, request: SupportRequest) -> list[Response]:
    """Return what ``rules.read_response`` allows of a request that ``actor`` sees, oldest first."""
    query = (
        select(Response)
        .where(
            Response.request_id == request.id,
            or_(Response.state == TextState.PUBLISHED, Response.author_id == actor.id),
        )
        .options(
            joinedload(Response.organisation),
            joinedload(Response.reservation).joinedload(CapacityReservation.offer),
        )
    )
    return list(db.session.scalars(query.order_by(Response.id)))


def response_for(actor: Actor, response_id: int) -> Response:
    """Return a response that ``actor`` wrote. Raises ``NotFound``."""
    query = select(Response).where(Response.id == response_id, Response.author_id == actor.id)
    return _one(query)


def response_with(request: SupportRequest, response_id: int) -> Response:
    """Return a response to ``request`` that its readers can see. Raises ``NotFound``."""
    return _one(
        select(Response).where(
            Response.id == response_id,
            Response.request_id == request.id,
            Response.state == TextState.PUBLISHED,
        )
    )


def _one(query: Select[Response]) -> Response:
    response = db.session.scalar(query.options(joinedload(Response.organisation)))
    if response is None:
        raise NotFound(_("We kunnen deze reactie niet vinden."))
    return response
