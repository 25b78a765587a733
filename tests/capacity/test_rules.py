"""Who may do what with hours and responses."""

import pytest

from app.accounts.models import Actor
from app.accounts.roles import Role
from app.capacity import queries, rules
from app.capacity.rules import Wish
from app.initiatives.lifecycle import TextState
from factories.accounts import a_person
from factories.areas import a_town
from factories.capacity import (
    a_lead,
    a_member,
    a_professional,
    a_response,
    a_team,
    an_offer,
    an_organisation,
)
from factories.cast import an_association, an_initiative_of_many, everybody
from factories.support import a_request, team_hours


def everybody_and_the_team() -> dict[str, Actor]:
    """Return the cast, with Petra, Lea and others in and around Wijkteam Noord."""
    town, team = a_town(), a_team()
    return everybody() | {
        "professional": a_professional(team.organisation),
        "lead": a_lead(team),
        "lead_of_another_team": a_lead(a_team("Wijkteam Zuid", town.south), "Leo", town.south),
        "lead_without_a_team": a_person("Lot", role=Role.TEAM_LEAD),
        "member_without_a_role": a_member(team.organisation, "Max", Role.AUDITOR),
        "professional_of_the_board": a_professional(an_association(), "Ali"),
    }


MAY = {
    "set_hours": {"lead"},
    "reserve": {"professional", "lead", "coordinator"},
    "give_back": {"professional", "lead", "coordinator"},
    "respond": {"professional", "lead"},
    "keep_teams": {"administrator"},
}


@pytest.mark.parametrize("rule", MAY)
def test_may(rule: str) -> None:
    cast = everybody_and_the_team()
    request = a_request(an_initiative_of_many(), needs=[team_hours()])
    offer = an_offer(
        next(team for team in queries.teams() if team.organisation.name.endswith("Noord"))
    )
    thing = {
        "set_hours": offer.team,
        "reserve": Wish(offer, request.needs[0]),
        "give_back": Wish(offer, request.needs[0]),
        "respond": request,
        "keep_teams": None,
    }[rule]

    allowed = {name for name, actor in cast.items() if getattr(rules, rule)(actor, thing)}

    assert allowed == MAY[rule]


@pytest.mark.parametrize("role", ["owner", "professional_of_the_board"])
def test_who_belongs_to_the_initiative_does_not_answer_it(role: str) -> None:
    cast = everybody_and_the_team()
    request = a_request(an_initiative_of_many())

    assert not rules.respond(cast[role], request)


@pytest.mark.parametrize(
    ("state", "readers"),
    [
        (TextState.PUBLISHED, {"owner", "coordinator", "lead", "professional"}),
        (TextState.WAITING, {"professional"}),
        (TextState.RETURNED, {"professional"}),
        (TextState.REJECTED, {"professional"}),
    ],
)
def test_a_response_is_read_by_those_of_the_request_once_it_is_published(
    state: TextState, readers: set[str]
) -> None:
    cast, request = everybody_and_the_team(), a_request(an_initiative_of_many())
    response = a_response(request, an_organisation("Wijkteam Noord"), state=state)
    asked = {"owner", "coordinator", "lead", "professional", "neighbour", "visitor", "moderator"}

    allowed = {name for name in asked if rules.read_response(cast[name], response)}

    assert allowed == readers
    assert allowed == {
        name
        for name in asked - {"neighbour", "visitor", "moderator"}
        if response in queries.visible_responses(cast[name], request)
    }


def test_only_the_team_of_the_initiative_answers_and_only_the_author_changes() -> None:
    cast, request = everybody_and_the_team(), a_request(an_initiative_of_many())
    response = a_response(request, an_organisation("Wijkteam Noord"))

    def may(rule: str) -> set[str]:
        return {name for name, actor in cast.items() if getattr(rules, rule)(actor, response)}

    assert may("answer") == {"owner", "team", "board", "professional_of_the_board"}
    assert may("change_response") == {"professional"}


def test_the_list_of_teams_one_leads_is_that_of_the_rule() -> None:
    cast = everybody_and_the_team()

    for actor in cast.values():
        if actor.id is not None:
            led = {team.id for team in queries.teams_led_by(actor)}
            assert led == {team.id for team in queries.teams() if rules.leads(actor, team)}
