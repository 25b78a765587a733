"""The teams that serve an area."""

from app.capacity import queries
from app.core.inquiries import answer
from factories.areas import a_town
from factories.capacity import a_team, an_offer
from factories.counting import statements


def test_the_teams_that_serve_a_place_are_ordered_by_name() -> None:
    town = a_town()
    a_team("Wijkteam Zuid", town.south)
    a_team("Team Samen", town.north, town.south)
    a_team()

    def names(*places: int) -> list[str]:
        return [team.name for team in answer(queries.teams_serving(places))]

    assert names(town.north.id) == ["Team Samen", "Wijkteam Noord"]
    assert names(town.south.id, town.north.id) == ["Team Samen", "Wijkteam Noord", "Wijkteam Zuid"]
    assert names(town.mill.id) == names() == []


def test_their_hours_are_those_of_this_quarter_rounded_down() -> None:
    team = a_team("Wijkteam Noord")
    a_team("Team Samen")
    an_offer(team, 14, taken=1)
    an_offer(team, 6)
    an_offer(team, 50, quarters_from_now=1)
    an_offer(team, 50, withdrawn=True)

    assert list(answer(queries.teams_serving([a_town().north.id]))) == [
        queries.ServingTeam("Team Samen", "team-samen", 0),
        queries.ServingTeam("Wijkteam Noord", "wijkteam-noord", 15),
    ]


def test_ten_teams_cost_as_many_statements_as_one() -> None:
    north = a_town().north.id
    for number in range(10):
        an_offer(a_team(f"Team {number}"))

    assert statements(lambda: answer(queries.teams_serving([north]))) == 1
