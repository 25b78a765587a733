"""Reading the teams."""

from app.accounts.roles import Role
from app.capacity import queries
from factories.accounts import a_person
from factories.areas import a_town
from factories.capacity import a_lead, a_member, a_team
from factories.counting import statements


def test_teams_are_ordered_by_name() -> None:
    town = a_town()
    south, both, north = (
        a_team("Wijkteam Zuid", town.south),
        a_team("Team Samen", town.north, town.south),
        a_team(),
    )

    assert queries.teams() == [both, north, south]


def test_one_leads_the_teams_one_belongs_to_in_the_districts_of_the_role() -> None:
    town = a_town()
    north, south = a_team(), a_team("Wijkteam Zuid", town.south)
    lea = a_lead(north)
    a_member(south.organisation, "Lea", Role.PROFESSIONAL, town.south)
    everywhere = a_person("Leonie", role=Role.TEAM_LEAD)
    a_member(south.organisation, "Leonie", Role.PROFESSIONAL)

    assert queries.teams_led_by(lea) == [north]
    assert queries.teams_led_by(everywhere) == [south]


def test_ten_teams_cost_as_many_statements_as_one() -> None:
    def look() -> None:
        for team in queries.teams():
            assert [area.area.name for area in team.areas]

    a_team()
    one = statements(look)
    for number in range(9):
        a_team(f"Team {number}", a_town().north, a_town().south)
    assert statements(look) == one
