"""Telling what a team knows about and where it works."""

import pytest

from app.capacity import queries, service
from app.capacity.models import DistrictTeam
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.organisations.models import OrganisationKind
from app.support.models import Expertise
from factories.accounts import a_coordinator, an_administrator
from factories.areas import a_town
from factories.capacity import a_team, an_organisation


def districts(team: DistrictTeam) -> set[str]:
    db.session.flush()
    db.session.expire(team)
    return {area.area.name for area in team.areas}


def test_an_organisation_becomes_a_team() -> None:
    town = a_town()
    organisation = an_organisation("Wijkteam Noord", OrganisationKind.DISTRICT_TEAM)
    assert queries.unlisted_teams() == [organisation]

    team = service.describe_team(
        organisation,
        expertise=[Expertise.YOUTH, Expertise.CARE],
        area_ids=[town.north.id],
        by=an_administrator(),
    )

    assert (team.expertise, districts(team)) == (["care", "youth"], {"Noord"})
    assert (queries.unlisted_teams(), queries.team_of(organisation.id)) == ([], team)


def test_a_team_moves_to_other_districts_and_stays_one_team() -> None:
    town = a_town()
    team = a_team("Wijkteam Noord", town.north, town.municipality)

    service.describe_team(
        team.organisation,
        expertise=[Expertise.SPORT],
        area_ids=[town.north.id, town.south.id],
        by=an_administrator(),
    )

    assert districts(team) == {"Noord", "Zuid"}
    assert db.session.query(DistrictTeam).count() == 1


def test_only_a_district_team_can_be_described_and_only_by_an_administrator() -> None:
    welfare = an_organisation("Welzijn Noord")

    with pytest.raises(Refused):
        service.describe_team(welfare, expertise=[], area_ids=[], by=an_administrator())
    with pytest.raises(NotAllowed):
        service.describe_team(a_team().organisation, expertise=[], area_ids=[], by=a_coordinator())
