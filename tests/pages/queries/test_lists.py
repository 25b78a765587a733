"""The newest plans, the open tasks and the teams of an area."""

from app.areas import queries as areas
from app.areas.models import Area, AreaKind, AreaPart
from app.areas.tree import Place
from app.core.db import db
from app.pages import queries
from factories.areas import a_town, an_area
from factories.initiatives import an_initiative
from factories.matching import a_team
from factories.volunteering import a_shift, a_task


def an_own_area(*parts: Area) -> Place:
    own = an_area(AreaKind.OWN, "EG1", "Oude stad", a_town().municipality)
    for part in parts:
        db.session.add(AreaPart(area_id=own.id, neighbourhood_id=part.id))
    db.session.flush()
    return at(own)


def at(area: Area) -> Place:
    place = areas.by_id(area.id)
    assert place is not None
    return place


def titles(place: Place) -> list[str]:
    return [plan.card.title for plan in queries.found_in(place).plans]


def test_the_newest_six_plans_come_first() -> None:
    for number in range(8):
        an_initiative(title=f"Plan {number}", days_old=number)

    assert [plan.card.title for plan in queries.newest()] == [
        f"Plan {number}" for number in range(6)
    ]


def test_a_plan_says_where_it_is() -> None:
    an_initiative(neighbourhood=a_town().harbour)

    assert [plan.places for plan in queries.newest()] == ["Havenbuurt, Noord"]


def test_plans_of_a_district_a_neighbourhood_and_an_area_of_its_own() -> None:
    town = a_town()
    an_initiative(title="Molen", days_old=1)
    an_initiative(title="Haven", neighbourhood=town.harbour)
    an_initiative(title="Park", neighbourhood=town.park, days_old=2)
    own = an_own_area(town.mill, town.park)

    assert titles(at(town.north)) == ["Haven", "Molen"]
    assert titles(at(town.mill)) == ["Molen"]
    assert titles(own) == ["Molen", "Park"]


def test_an_area_without_neighbourhoods_has_no_plans() -> None:
    an_initiative()

    assert titles(an_own_area()) == []


def test_open_tasks_lie_in_the_area() -> None:
    town = a_town()
    for place in (town.mill, town.harbour, town.park):
        a_shift(a_task(an_initiative(neighbourhood=place), title=place.name))

    def found(place: Place) -> list[str]:
        return sorted(shift.title for shift in queries.found_in(place).tasks)

    assert found(at(town.north)) == ["Havenbuurt", "Molenbuurt"]
    assert found(at(town.mill)) == ["Molenbuurt"]
    assert found(an_own_area(town.harbour, town.park)) == ["Havenbuurt", "Parkbuurt"]


def names(place: Place) -> list[str]:
    return [team.name for team in queries.found_in(place).teams]


def test_the_teams_of_an_area_serve_it_or_what_lies_around_it() -> None:
    town = a_town()
    a_team("Molenteam", town.mill)
    a_team("Noordteam", town.north)
    a_team("Stadsteam", town.municipality)
    a_team("Zuidteam", town.south)

    assert names(at(town.mill)) == ["Molenteam", "Noordteam", "Stadsteam"]
    assert names(at(town.south)) == ["Stadsteam", "Zuidteam"]
    assert names(an_own_area(town.mill, town.park)) == [
        "Molenteam",
        "Noordteam",
        "Stadsteam",
        "Zuidteam",
    ]
