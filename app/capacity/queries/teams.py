"""Read the district teams: who they are and which districts they serve."""

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.models import User
from app.accounts.roles import Permission
from app.capacity.models import DistrictTeam, TeamArea
from app.core.db import db
from app.organisations.models import Membership, Organisation, OrganisationKind


def teams() -> list[DistrictTeam]:
    """Return all teams with their districts, by name."""
    return list(db.session.scalars(_complete(select(DistrictTeam))))


def teams_led_by(actor: User) -> list[DistrictTeam]:
    """Return the teams whose hours ``actor`` sets; the parity test keeps it like ``rules.leads``."""
    own = select(Membership.organisation_id).where(Membership.user_id == actor.id)
    query = select(DistrictTeam).where(DistrictTeam.organisation_id.in_(own))
    districts = actor.areas_where(Permission.SET_CAPACITY)
    if districts is not None:
        serving = select(TeamArea.team_id).where(TeamArea.area_id.in_(districts))
        query = query.where(DistrictTeam.id.in_(serving))
    return list(db.session.scalars(_complete(query)))


def team_of(organisation_id: int) -> DistrictTeam | None:
    """Return the team that an organisation is, if it is one."""
    query = select(DistrictTeam).where(DistrictTeam.organisation_id == organisation_id)
    return db.session.scalar(query)


def unlisted_teams() -> list[Organisation]:
    """Return the organisations that are a team, of which nothing was told yet."""
    told = exists().where(DistrictTeam.organisation_id == Organisation.id)
    query = select(Organisation).where(Organisation.kind == OrganisationKind.DISTRICT_TEAM, ~told)
    return list(db.session.scalars(query.order_by(Organisation.name, Organisation.id)))


def _complete(query: Select[DistrictTeam]) -> Select[DistrictTeam]:
    return (
        query.join(DistrictTeam.organisation)
        .options(
            joinedload(DistrictTeam.organisation),
            selectinload(DistrictTeam.areas).joinedload(TeamArea.area),
        )
        .order_by(Organisation.name, DistrictTeam.id)
    )
