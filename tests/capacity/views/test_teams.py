"""The teams on the web."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity import queries
from app.core.db import db
from app.organisations.models import OrganisationKind
from factories.accounts import a_coordinator, an_administrator
from factories.areas import a_town
from factories.capacity import a_team, an_offer, an_organisation
from factories.counting import statements

SignedIn = Callable[[User], FlaskClient]


def test_everybody_finds_the_teams_with_what_they_know(client: FlaskClient) -> None:
    an_offer(a_team(), 22)
    a_team("Wijkteam Zuid", a_town().south)
    db.session.commit()

    page = client.get("/wijkteams").text

    for words in ("Wijkteam Noord", "Eenzaamheid", "tijd voor ongeveer 2 initiatieven."):
        assert words in page
    assert "geen tijd meer" in page.partition("Wijkteam Zuid")[2]


def test_without_teams_the_page_says_whom_to_call(client: FlaskClient) -> None:
    assert "Er zijn nog geen wijkteams" in client.get("/wijkteams").text


def test_ten_teams_cost_as_many_statements_as_one(client: FlaskClient) -> None:
    an_offer()
    one = statements(lambda: client.get("/wijkteams"))
    for number in range(9):
        an_offer(a_team(f"Team {number}"))

    assert statements(lambda: client.get("/wijkteams")) == one <= 12


def test_an_administrator_describes_a_team(signed_in: SignedIn) -> None:
    town = a_town()
    organisation = an_organisation("Wijkteam Noord", OrganisationKind.DISTRICT_TEAM)
    browser = signed_in(an_administrator())
    path = f"/beheer/wijkteams/{organisation.id}"

    assert f'href="{path}"' in browser.get("/beheer/wijkteams").text
    assert browser.post(path, data={}).status_code == 422
    answers = {"expertise": ["youth", "care"], "districts": [str(town.north.id)]}
    assert browser.post(path, data=answers).status_code == 303

    team = queries.team_of(organisation.id)
    assert team is not None
    assert team.expertise == ["care", "youth"]
    assert "Noord" in browser.get("/beheer/wijkteams").text
    shown = browser.get(path).text
    assert shown.count(" checked") == 3


def test_only_administrators_describe_teams(signed_in: SignedIn) -> None:
    welfare = an_organisation("Welzijn Noord")

    assert signed_in(a_coordinator()).get("/beheer/wijkteams").status_code == 403
    browser = signed_in(an_administrator())
    assert browser.get("/beheer/wijkteams/999").status_code == 404
    answers = {"expertise": ["youth"], "districts": [str(a_town().north.id)]}
    page = browser.post(f"/beheer/wijkteams/{welfare.id}", data=answers)
    assert page.status_code == 422
    assert "Er zijn nog geen wijkteams" in browser.get("/beheer/wijkteams").text
