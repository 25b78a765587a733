"""The list is proposed to who may see it, and a team is asked once."""

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.audit.models import Entry
from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.matching import service
from app.matching.models import Invitation
from app.matching.service import invitations
from app.notifications.models import Message
from app.organisations.models import Membership
from app.support.lifecycle import RequestState
from app.support.models import SupportKind
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.matching import (
    a_budget,
    a_need,
    a_professional,
    a_request,
    a_team,
    a_walking_group,
    an_offer,
    three_teams,
)


@pytest.fixture
def coordinator() -> User:
    return a_coordinator(a_town().north)


def test_three_teams_are_ranked_for_a_walking_group(coordinator: User) -> None:
    three_teams()

    ranking = service.suggest_for(a_request(), by=coordinator)

    (line,) = ranking.suggestion.lines
    names = [ranking.question.candidates[place.supply_id].name for place in line.places]
    assert names == ["Wijkteam Noord", "Wijkteam Breed", "Team Samen"]


def test_a_coordinator_elsewhere_gets_no_list(coordinator: User) -> None:
    with pytest.raises(NotAllowed):
        service.suggest_for(a_request(), by=a_coordinator(a_town().south, "Cor"))


def test_a_professional_gets_no_list() -> None:
    professional = a_person("Petra", role=Role.PROFESSIONAL, area=a_town().north)

    with pytest.raises(NotAllowed):
        service.suggest_for(a_request(), by=professional)


def test_a_coordinator_who_leads_the_initiative_gets_no_list(coordinator: User) -> None:
    request = a_request(a_walking_group(coordinator))

    with pytest.raises(NotAllowed):
        service.suggest_for(request, by=coordinator)


def test_a_request_that_was_not_sent_gets_no_list(coordinator: User) -> None:
    request = a_request(state=RequestState.DRAFT)
    request.submitted_at = None

    with pytest.raises(NotAllowed):
        service.suggest_for(request, by=coordinator)


def test_everybody_in_the_team_who_may_answer_here_is_asked(coordinator: User) -> None:
    town, team, request = a_town(), a_team("Wijkteam Noord"), a_request()
    offer = an_offer(team)
    petra = a_professional(team.organisation, town.north)
    a_professional(team.organisation, town.south, "Zoë")
    a_member_without_a_role = a_person("Lid")
    db.session.add(
        Membership(organisation_id=team.organisation_id, user_id=a_member_without_a_role.id)
    )

    invitation = service.invite(request, f"offer:{offer.id}", by=coordinator)

    assert (invitation.organisation_id, invitation.invited_by_id) == (
        team.organisation_id,
        coordinator.id,
    )
    message = db.session.query(Message).one()
    assert (message.user_id, message.link) == (petra.id, f"/ondersteuning/{request.id}/reactie")
    assert message.subject == "Kunnen jullie helpen? Samen wandelen"
    assert "Carla vraagt Wijkteam Noord om een reactie" in message.text
    assert "- Uren van het wijkteam: Advies" in message.text
    entry = db.session.query(Entry).one()
    assert (entry.action, entry.actor_id, entry.subject_id, entry.reason) == (
        "response_invitations.invite",
        coordinator.id,
        invitation.id,
        "Wijkteam Noord",
    )


def test_a_second_click_asks_nobody_again(coordinator: User) -> None:
    team, request = a_team("Wijkteam Noord"), a_request()
    supply = f"offer:{an_offer(team).id}"
    a_professional(team.organisation, a_town().north)
    first = service.invite(request, supply, by=coordinator)

    assert service.invite(request, supply, by=coordinator) is first
    assert db.session.query(Message).count() == 1
    assert db.session.query(Entry).count() == 1


def test_a_click_at_the_same_moment_finds_the_first(
    coordinator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    team, request = a_team("Wijkteam Noord"), a_request()
    supply = f"offer:{an_offer(team).id}"
    a_professional(team.organisation, a_town().north)
    first = service.invite(request, supply, by=coordinator)
    look = invitations.queries.invitation_for
    seen: list[object] = []

    def too_early(*about: object) -> Invitation | None:
        seen.append(about)
        return look(*about) if len(seen) > 1 else None

    monkeypatch.setattr(invitations.queries, "invitation_for", too_early)

    assert service.invite(request, supply, by=coordinator) is first
    assert db.session.query(Invitation).count() == 1


def test_who_is_not_on_the_list_cannot_be_asked(coordinator: User) -> None:
    request = a_request()
    too_small = an_offer(a_team("Wijkteam Noord"), hours=2)

    with pytest.raises(Refused, match="niet meer in de lijst"):
        service.invite(request, f"offer:{too_small.id}", by=coordinator)


def test_a_team_without_anybody_who_can_answer_is_refused(coordinator: User) -> None:
    request = a_request()
    offer = an_offer(a_team("Wijkteam Noord"))

    with pytest.raises(Refused, match="Wijkteam Noord heeft hier nog niemand"):
        service.invite(request, f"offer:{offer.id}", by=coordinator)


def test_a_budget_cannot_be_asked(coordinator: User) -> None:
    request = a_request(needs=[a_need(SupportKind.MONEY, hours=0, expertise="", cents=100_00)])
    budget = a_budget(a_town().north)

    with pytest.raises(Refused, match="niemand die kan reageren"):
        service.invite(request, f"budget:{budget.id}", by=coordinator)


def test_a_request_that_was_answered_asks_nobody_any_more(coordinator: User) -> None:
    request = a_request(state=RequestState.GRANTED)
    offer = an_offer(a_team("Wijkteam Noord"))

    with pytest.raises(OutOfDate):
        service.invite(request, f"offer:{offer.id}", by=coordinator)
