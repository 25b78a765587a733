"""Tell what a district team knows about, and which districts it serves."""

from collections.abc import Collection

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.capacity import queries, rules
from app.capacity.models import DistrictTeam, TeamArea
from app.core.db import db
from app.core.errors import Refused
from app.core.permissions import authorize
from app.organisations.models import Organisation, OrganisationKind
from app.support.models import Expertise


def describe_team(
    organisation: Organisation,
    *,
    expertise: Collection[Expertise],
    area_ids: Collection[int],
    by: User,
) -> DistrictTeam:
    """Set the expertise and districts of a team; for a new team, make it one."""
    authorize(by, rules.keep_teams)
    if organisation.kind is not OrganisationKind.DISTRICT_TEAM:
        raise Refused(_("Deze organisatie is geen wijkteam."))
    team = queries.team_of(organisation.id)
    if team is None:
        team = DistrictTeam(organisation=organisation)
        db.session.add(team)
    team.expertise = sorted(one.value for one in expertise)
    kept = [area for area in team.areas if area.area_id in area_ids]
    known = {area.area_id for area in kept}
    team.areas = [*kept, *(TeamArea(area_id=one) for one in area_ids if one not in known)]
    record(by, "district_teams.describe", team)
    return team
