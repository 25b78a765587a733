"""The districts on a map and in a list, and what happens in one area."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import html5lib
import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.areas.models import Area, AreaKind, AreaPart, KeyFigure
from app.core import clock
from app.core.db import db
from factories.accounts import a_person
from factories.areas import a_town, an_area
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.matching import a_team, an_offer
from factories.outlines import draw
from factories.volunteering import a_shift, a_task

SVG = "{http://www.w3.org/2000/svg}"
SVG_LINKS = f".//{SVG}svg/{SVG}a"
Browser = Callable[[User], FlaskClient]


def links(html: str, path: str) -> list[str]:
    page = html5lib.parse(html, namespaceHTMLElements=False)
    return [link.get("href") for link in page.findall(path)]


def test_every_district_on_the_map_stands_in_the_list_with_its_number_of_plans(
    client: FlaskClient,
) -> None:
    town = a_town()
    draw(town.north, town.south)
    an_initiative()

    html = client.get("/wijken").text

    assert "Wijken van Proefstad" in html
    assert links(html, ".//main//li/a") == ["/wijken/noord", "/wijken/zuid"]
    assert links(html, SVG_LINKS) == ["/wijken/noord", "/wijken/zuid"]
    assert '<a href="/wijken/noord">Noord</a> <span class="quiet">1 initiatief</span>' in html
    assert '<a href="/wijken/zuid">Zuid</a> <span class="quiet">0 initiatieven</span>' in html


def test_areas_of_the_municipality_itself_stand_apart(client: FlaskClient) -> None:
    an_area(AreaKind.OWN, "EG1", "Oude stad", a_town().municipality)

    html = client.get("/wijken").text

    assert "Andere gebieden" in html
    assert 'href="/wijken/oude-stad"' in html


def test_before_areas_are_loaded_the_page_says_so(client: FlaskClient) -> None:
    html = client.get("/wijken").text

    assert "Nog geen wijken" in html


def test_a_district_shows_its_plans_tasks_teams_and_neighbourhoods(client: FlaskClient) -> None:
    town = a_town()
    draw(town.mill, town.harbour)
    plan = an_initiative(title="Samen koken")
    nine = clock.morning_of(clock.today() + timedelta(days=7))
    shift = a_shift(a_task(plan, title="Groente snijden"), starts_at=nine)
    near, busy = a_team("Wijkteam Noord"), a_team("Wijkteam Druk")
    an_offer(near, 20, taken=3)
    an_offer(busy, 4)

    html = client.get("/wijken/noord").text

    assert links(html, ".//nav[@aria-label='Kruimelpad']//a") == ["/", "/wijken"]
    assert f'href="/initiatieven/{plan.id}"' in html
    assert 'href="/initiatieven?wijk=noord"' in html
    assert f'href="/doe-mee/{shift.task_id}"' in html
    assert links(html, ".//ul[@class='names']/li/a") == ["/wijken/havenbuurt", "/wijken/molenbuurt"]
    assert sorted(links(html, SVG_LINKS)) == ["/wijken/havenbuurt", "/wijken/molenbuurt"]
    assert "Heeft dit kwartaal nog ongeveer 15 uur voor initiatieven." in html
    assert "Heeft dit kwartaal weinig of geen tijd meer." in html
    assert "17 uur" not in html


def test_a_neighbourhood_shows_the_way_up_and_itself_among_its_neighbours(
    client: FlaskClient,
) -> None:
    town = a_town()
    draw(town.mill, town.harbour)

    html = client.get("/wijken/molenbuurt").text

    assert links(html, ".//nav[@aria-label='Kruimelpad']//a") == ["/", "/wijken", "/wijken/noord"]
    assert '<a href="/wijken/molenbuurt" aria-current="page">Molenbuurt</a>' in html
    assert html.count("map__area--chosen") == 1


def test_a_neighbourhood_leads_to_its_list_of_plans(client: FlaskClient) -> None:
    an_initiative()

    assert 'href="/initiatieven?wijk=noord&amp;buurt=molenbuurt"' in client.get(
        "/wijken/molenbuurt"
    ).text  # fmt: skip


def test_an_area_of_its_own_shows_the_neighbourhoods_it_joins(client: FlaskClient) -> None:
    town = a_town()
    own = an_area(AreaKind.OWN, "EG1", "Oude stad", town.municipality)
    for part in (town.mill, town.park):
        db.session.add(AreaPart(area_id=own.id, neighbourhood_id=part.id))
    db.session.flush()
    an_initiative()

    html = client.get("/wijken/oude-stad").text

    assert links(html, ".//ul[@class='names']/li/a") == ["/wijken/molenbuurt", "/wijken/parkbuurt"]
    assert "Alle initiatieven van" not in html


def test_figures_have_their_source_and_the_unknown_is_no_zero(client: FlaskClient) -> None:
    north = a_town().north
    for name, value in (("aantalInwoners", Decimal(13935)), ("percentageKoopwoningen", None)):
        db.session.add(KeyFigure(area_id=north.id, name=name, year=2024, value=value))
    db.session.flush()

    html = client.get("/wijken/noord").text

    page = html5lib.parse(html, namespaceHTMLElements=False)
    assert [figure.text for figure in page.findall(".//dl/div/dd")] == ["13.935", "onbekend"]
    assert html.count("Bron: CBS, Kerncijfers wijken en buurten 2024") == 1


def test_an_area_where_nothing_happens_yet_invites_to_begin(client: FlaskClient) -> None:
    a_town()

    html = client.get("/wijken/zuid").text

    assert "Hier is nog niets gestart" in html
    assert "Er zijn hier nu geen klussen." in html
    assert "Er staat hier nog geen team." in html
    assert "Cijfers" not in html


def test_an_area_that_is_no_longer_in_use_says_so(client: FlaskClient) -> None:
    a_town().north.retired_on = date(2026, 1, 1)
    db.session.flush()

    assert "Deze indeling is niet meer in gebruik." in client.get("/wijken/noord").text


def test_the_municipality_is_the_page_with_all_districts(client: FlaskClient) -> None:
    a_town()

    answer = client.get("/wijken/proefstad")

    assert (answer.status_code, answer.location) == (303, "/wijken")


@pytest.mark.parametrize("slug", ["nergens", "noord'--", "%00"])
def test_an_unknown_area_is_not_found(client: FlaskClient, slug: str) -> None:
    a_town()

    assert client.get(f"/wijken/{slug}").status_code == 404


def fill(place: Area, number: int) -> None:
    for one in range(number):
        plan = an_initiative(neighbourhood=place)
        a_shift(a_task(plan))
        db.session.add(KeyFigure(area_id=place.id, name=f"cijfer{one}{number}", year=2024, value=1))
        an_offer(a_team(f"Team {number} {one}", place))
    db.session.flush()


@pytest.mark.parametrize("path", ["/wijken", "/wijken/noord", "/wijken/molenbuurt"])
def test_a_page_of_areas_costs_the_same_for_much_as_for_little_and_at_most_six_statements(
    signed_in: Browser, path: str
) -> None:
    town = a_town()
    draw(town.north, town.south, town.mill, town.harbour)
    browser = signed_in(a_person("Anna"))
    fill(town.mill, 1)
    browser.get(path)  # the drawing is kept
    few = statements(lambda: browser.get(path))
    fill(town.mill, 30)

    assert statements(lambda: browser.get(path)) == few
    assert few <= 6
