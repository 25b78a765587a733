"""The start page: one thing to do first, and what happens in the neighbourhood."""

import html5lib
from flask.testing import FlaskClient

from app.accounts.models import User
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative


def test_the_first_thing_to_do_is_to_begin(client: FlaskClient) -> None:
    page = html5lib.parse(client.get("/").text, namespaceHTMLElements=False)

    assert [title.text for title in page.iter("h1")] == ["Een idee voor je buurt?"]
    primary = [
        (link.get("href"), "".join(link.itertext()).strip())
        for link in page.iter("a")
        if "nl-button--primary" in link.get("class", "")
    ]
    assert primary == [("/initiatieven/nieuw", "Begin met je idee")]


def test_how_it_works_is_told_in_four_named_steps(client: FlaskClient) -> None:
    page = html5lib.parse(client.get("/").text, namespaceHTMLElements=False)

    assert [step.text for step in page.findall(".//ol/li/h3")] == [
        "Vertel je idee",
        "Wij lezen het",
        "Buren doen mee",
        "Je vraagt hulp",
    ]
    assert "minuten" not in client.get("/").text


def test_the_newest_plans_and_the_districts_are_one_step_away(client: FlaskClient) -> None:
    town = a_town()
    plan = an_initiative(title="Samen koken")

    html = client.get("/").text

    assert f'href="/initiatieven/{plan.id}"' in html
    assert f'href="/wijken/{town.south.slug}"' in html
    assert 'href="/doe-mee"' in html
    assert "14 000" in html


def test_an_empty_portal_invites_the_first_idea(client: FlaskClient) -> None:
    html = client.get("/").text

    assert "Dan ben je de eerste." in html
    assert "De wijken staan er nog niet op." in html


def test_the_start_page_costs_the_same_for_one_plan_as_for_thirty(client: FlaskClient) -> None:
    anna = _plans(1)
    few = statements(lambda: client.get("/"))
    _plans(29, anna)

    assert statements(lambda: client.get("/")) == few == 1


def _plans(number: int, owner: User | None = None) -> User | None:
    made = [an_initiative(owner) for _ in range(number)]
    return made[0].owner
