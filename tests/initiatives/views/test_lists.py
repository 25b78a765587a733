"""The page with plans: what it shows, how it is narrowed, and what it costs."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Theme
from app.initiatives.service import findable
from factories.accounts import a_person
from factories.areas import a_town
from factories.counting import counted
from factories.initiatives import an_initiative

SignedIn = Callable[[User], FlaskClient]


def test_an_empty_list_invites_to_be_the_first(client: FlaskClient) -> None:
    page = client.get("/initiatieven")

    assert "Er staat nog niets" in page.text
    assert 'href="/initiatieven/nieuw"' in page.text


def test_a_card_says_what_where_and_how_it_stands(client: FlaskClient) -> None:
    initiative = an_initiative(state=State.RUNNING)
    number = initiative.id

    page = client.get("/initiatieven").text

    assert f'href="/initiatieven/{number}"' in page
    assert "Molenbuurt, Noord" in page
    assert "We maken samen tuintjes langs de gevels." in page
    assert "Bezig" in page
    assert "goed plan" not in page  # no counting of who is most popular


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("wijk=noord", {"molen", "haven"}),
        ("wijk=noord&buurt=havenbuurt", {"haven"}),
        ("buurt=havenbuurt", {"haven"}),
        ("wijk=zuid&buurt=havenbuurt", {"park"}),  # another district was chosen since
        ("thema=safety", {"molen"}),
        ("status=running", {"haven"}),
        ("zoek=PARK", {"park"}),
        ("zoek=", {"molen", "haven", "park"}),
        ("wijk=onbekend&thema=x&status=submitted", {"molen", "haven", "park"}),
        ("wijk=molenbuurt", {"molen", "haven", "park"}),
    ],
)
def test_the_list_is_narrowed_by_the_address(
    client: FlaskClient, query: str, shown: set[str]
) -> None:
    town = a_town()
    for title, place, theme, state in (
        ("plan molen", town.mill, Theme.SAFETY, State.PUBLISHED),
        ("plan haven", town.harbour, Theme.LIVING, State.RUNNING),
        ("plan park", town.park, Theme.LIVING, State.PUBLISHED),
    ):
        findable.put(an_initiative(title=title, neighbourhood=place, themes=(theme,), state=state))

    page = client.get(f"/initiatieven?{query}").text

    assert {name for name in ("molen", "haven", "park") if f"plan {name}" in page} == shown


def test_the_neighbourhoods_appear_when_a_district_is_chosen(client: FlaskClient) -> None:
    a_town()

    assert 'name="buurt"' not in client.get("/initiatieven").text
    page = client.get("/initiatieven?wijk=noord").text
    assert '<option value="noord" selected>' in page
    assert '<option value="havenbuurt">' in page


def test_nothing_found_offers_the_whole_list(client: FlaskClient) -> None:
    an_initiative()

    page = client.get("/initiatieven?zoek=zwembad")

    assert page.status_code == 200
    assert "Niets gevonden" in page.text
    assert 'value="zwembad"' in page.text


@pytest.mark.parametrize(
    "words", ["%", "_", "\\", "'", '"', "* OR *", "a" * 10_000, "<b>", "NEAR(", "zoek:"]
)
def test_odd_searches_find_nothing_and_break_nothing(client: FlaskClient, words: str) -> None:
    findable.put(an_initiative())

    assert client.get("/initiatieven", query_string={"zoek": words}).status_code == 200


def test_pages_keep_the_choices_and_a_made_up_bookmark_does_not_exist(client: FlaskClient) -> None:
    for number in range(21):
        an_initiative(title=f"Plan {number}", days_old=number)

    first = client.get("/initiatieven?wijk=noord").text
    assert "Plan 19" in first
    assert "Plan 20" not in first
    link = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "wijk=noord" in link
    assert "Plan 20" in client.get(link).text
    for bookmark in ("-1", "x", "%00", ">i:1", "9" * 400):
        assert client.get(f"/initiatieven?na={bookmark}").status_code == 404


def test_a_hidden_plan_is_nowhere(client: FlaskClient) -> None:
    initiative = an_initiative(hidden=True)
    findable.put(initiative)
    path = f"/initiatieven/{initiative.id}"

    assert "Geveltuintjes" not in client.get("/initiatieven").text
    assert path not in client.get("/initiatieven?zoek=geveltuintjes").text
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("query", ["", "?wijk=noord&thema=surroundings", "?zoek=geveltuintjes"])
def test_the_page_costs_the_same_for_one_plan_and_for_thirty(
    client: FlaskClient, signed_in: SignedIn, query: str
) -> None:
    reader = signed_in(a_person("Bilal"))

    def cost(browser: FlaskClient) -> int:
        browser.get("/initiatieven" + query)  # the tree of areas is read once a minute
        db.session.expunge_all()
        with counted() as run:
            assert browser.get("/initiatieven" + query).text.count("Geveltuintjes") >= 1
        return len(run)

    findable.put(an_initiative())
    few = (cost(client), cost(reader))
    for _ in range(29):
        findable.put(an_initiative())
    many = (cost(client), cost(reader))

    assert few == many
    assert max(many) <= 12
