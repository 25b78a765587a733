"""My overview is for people with an account, and costs little however much there is to do."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity.models import CapacityReservation
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Invitation
from app.matching.models import Invitation as ResponseInvitation
from app.organisations.models import MemberRole, Membership, OrganisationKind
from app.support.decisions import Proposal
from app.support.lifecycle import RequestState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.desks import read
from factories.initiatives import a_question, an_initiative
from factories.matching import (
    a_professional,
    a_request,
    a_team,
    an_offer,
    an_organisation,
)
from factories.moderation import a_review
from factories.volunteering import a_shift, a_task

Browser = Callable[[User], FlaskClient]


def test_a_visitor_signs_in_first(client: FlaskClient) -> None:
    assert client.get("/mijn").location == "/inloggen?verder=/mijn"


def test_an_association_sees_its_plans(signed_in: Browser) -> None:
    bridge = an_organisation("De Brug", OrganisationKind.RESIDENTS_ASSOCIATION)
    admin = a_person("Baas")
    db.session.add(Membership(organisation_id=bridge.id, user_id=admin.id, role=MemberRole.ADMIN))
    an_initiative(title="Straatfeest").organisation_id = bridge.id

    desk = read(signed_in(admin))

    assert len(desk["Initiatieven van De Brug"]) == 1


def a_busy_resident(number: int) -> User:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    for one in range(number):
        plan = an_initiative(anna, title=f"Plan {one}")
        a_question(plan)
        a_request(plan)
        shift = a_shift(a_task(plan, organiser_confirms=True))
        db.session.add(SignUp(shift=shift, user=bilal, state=SignUpState.REQUESTED))
        later = a_shift(
            a_task(an_initiative(bilal)), starts_at=clock.now() + timedelta(days=one + 1)
        )
        db.session.add(SignUp(shift=later, user=anna, state=SignUpState.CONFIRMED))
        invited = an_initiative(bilal)
        db.session.add(
            Invitation(initiative_id=invited.id, email=anna.email, invited_by_id=bilal.id)
        )
    return anna


def a_busy_member(number: int) -> User:
    admin = a_person("Baas")
    bridge = an_organisation("De Brug", OrganisationKind.RESIDENTS_ASSOCIATION)
    db.session.add(Membership(organisation_id=bridge.id, user_id=admin.id, role=MemberRole.ADMIN))
    for one in range(number):
        an_initiative(title=f"Plan {one}").organisation_id = bridge.id
    return admin


def a_busy_lead(number: int) -> User:
    team = a_team("Wijkteam Noord")
    lead = a_professional(team.organisation, a_town().north)
    for _ in range(number):
        offer, request = an_offer(team), a_request()
        a_request()
        db.session.add(
            ResponseInvitation(
                request=request, supply=f"offer:{offer.id}", organisation_id=team.organisation_id,
                invited_by_id=lead.id,
            )
        )  # fmt: skip
        db.session.add(
            CapacityReservation(offer=offer, need=request.needs[0], hours=1, by_id=lead.id)
        )
    return lead


def a_busy_coordinator(number: int) -> User:
    coordinator = a_coordinator(a_town().north)
    for _ in range(number):
        a_request()
        proposed = a_request(state=RequestState.PROPOSED)
        db.session.add(Proposal(request=proposed, author=a_person("Vera"), advice="Doen."))
        an_initiative(state=State.SUBMITTED)
    return coordinator


def a_busy_moderator(number: int) -> User:
    for _ in range(number):
        a_review()
    return a_moderator()


COSTS = {  # statements, that of the session, the roles and the unread messages included
    a_busy_resident: 3,
    a_busy_member: 3,
    a_busy_lead: 2,
    a_busy_coordinator: 2,
    a_busy_moderator: 2,
}


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize("somebody", COSTS, ids=lambda one: one.__name__)
def test_a_desk_costs_the_same_for_much_as_for_little_and_at_most_three_statements(
    signed_in: Browser, somebody: Callable[[int], User], rows: int
) -> None:
    browser = signed_in(somebody(rows))

    assert statements(lambda: browser.get("/mijn")) == COSTS[somebody]
    assert COSTS[somebody] <= 3
