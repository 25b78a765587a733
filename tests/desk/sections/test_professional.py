"""What waits for professionals and team leads."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import RoleAssignment, User
from app.accounts.roles import Role
from app.capacity.lifecycle import ReservationState
from app.capacity.models import CapacityReservation
from app.core.db import db
from app.matching.models import Invitation as ResponseInvitation
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.desks import read
from factories.matching import (
    a_professional,
    a_request,
    a_team,
    an_offer,
)

Browser = Callable[[User], FlaskClient]


def test_a_team_lead_sees_who_asks_and_where_the_hours_go(signed_in: Browser) -> None:
    team, request, other = a_team("Wijkteam Noord"), a_request(), a_request()
    offer = an_offer(team, 20, taken=6)
    lead = a_professional(team.organisation, a_town().north)
    lead.assignments.append(RoleAssignment(role=Role.TEAM_LEAD, area_id=a_town().north.id))
    db.session.add(
        ResponseInvitation(
            request=request,
            supply=f"offer:{offer.id}",
            organisation_id=team.organisation_id,
            invited_by_id=a_coordinator().id,
        )
    )
    db.session.add(
        CapacityReservation(
            offer=offer, need=other.needs[0], hours=6, by_id=lead.id, state=ReservationState.CONFIRMED
        )
    )  # fmt: skip

    desk = read(signed_in(lead))

    assert list(desk) == [
        "Een reactie gevraagd",
        "Vragen uit je wijken",
        "Uren van je team",
        "Waar de uren naartoe gaan",
    ]
    assert len(desk["Vragen uit je wijken"]) == 1
    assert "14 van 20 uur vrij." in desk["Uren van je team"][0]
    assert "Bevestigd 6 uur." in desk["Waar de uren naartoe gaan"][0]


def test_a_professional_who_sets_no_hours_gets_no_link_to_them(signed_in: Browser) -> None:
    team = a_team("Wijkteam Noord")
    an_offer(team)
    professional = a_professional(team.organisation, a_town().north)

    assert 'href="/uren"' not in signed_in(professional).get("/mijn").text
