"""The pages with numbers: who sees which, narrowed by the address, and the same as a file."""

from collections.abc import Callable

import html5lib
import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.initiatives.models import Theme
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.support import a_budget

Browsers = Callable[[User], FlaskClient]
OF_STAFF = [
    "stappen",
    "themas",
    "controle",
    "besluit",
    "geld",
    "uren",
    "aanmeldingen",
    "hoe-ging-het",
]


def tables(browser: FlaskClient, path: str) -> list[str]:
    """Return the codes of the tables on a page."""
    answer = browser.get(path)
    assert answer.status_code == 200
    page = html5lib.parse(answer.text, namespaceHTMLElements=False)
    return [one.get("id", "") for one in page.findall(".//div[@class='chart']/h2")]


def rows(browser: FlaskClient, path: str) -> list[str]:
    """Return the lines of a file."""
    answer = browser.get(path)
    assert answer.status_code == 200
    return answer.get_data().decode("utf-8-sig").splitlines()


def test_everybody_reads_what_is_public(client: FlaskClient) -> None:
    an_initiative()

    assert tables(client, "/cijfers") == [
        "stappen",
        "themas",
        "aanmeldingen",
        "hoe-ging-het",
        "geld",
    ]


def test_a_coordinator_reads_more_and_others_do_not(
    client: FlaskClient, signed_in: Browsers
) -> None:
    carla = a_coordinator(a_town().north)

    assert tables(signed_in(carla), "/mijn/cijfers") == OF_STAFF
    assert signed_in(a_person()).get("/mijn/cijfers").status_code == 403
    assert signed_in(a_person()).get("/mijn/cijfers/geld.csv").status_code == 403
    assert client.get("/mijn/cijfers").status_code == 303


def test_the_address_narrows_to_a_district_and_a_period(client: FlaskClient) -> None:
    town = a_town()
    an_initiative(themes=(Theme.LIVING,), neighbourhood=town.park)
    an_initiative(themes=(Theme.LIVING,), days_old=150)
    an_initiative(themes=(Theme.LIVING,))

    found = {
        choice: rows(client, f"/cijfers/themas.csv{choice}")[1]
        for choice in ("", "?wijk=zuid", "?periode=6", "?wijk=zuid&periode=12", "?wijk=x&periode=7")
    }

    assert found == {
        "": "Wonen;2",
        "?wijk=zuid": "Wonen;1",
        "?periode=6": "Wonen;3",
        "?wijk=zuid&periode=12": "Wonen;1",
        "?wijk=x&periode=7": "Wonen;2",
    }


def test_a_coordinator_never_counts_outside_the_own_districts(signed_in: Browsers) -> None:
    town = a_town()
    an_initiative(themes=(Theme.LIVING,), neighbourhood=town.park)
    an_initiative(themes=(Theme.LIVING,), neighbourhood=town.mill)
    carla = signed_in(a_coordinator(town.north))

    for choice in ("", "?wijk=noord", "?wijk=zuid"):
        assert rows(carla, f"/mijn/cijfers/themas.csv{choice}")[1] == "Wonen;1"


def test_the_links_to_the_files_keep_the_choice(client: FlaskClient) -> None:
    an_initiative()
    page = html5lib.parse(
        client.get("/cijfers?wijk=noord&periode=6").text, namespaceHTMLElements=False
    )

    files = [link.get("href") for link in page.findall(".//a[@download]")]
    assert "/cijfers/stappen.csv?wijk=noord&periode=6" in files


def test_money_in_a_file_is_a_number(client: FlaskClient) -> None:
    budget = a_budget(ceiling=1_850_50, name="=Budget")

    answer = client.get("/cijfers/geld.csv?periode=3")

    assert answer.headers["Content-Disposition"] == "attachment; filename=cijfers-geld-3.csv"
    assert answer.get_data().decode("utf-8-sig").splitlines() == [
        "Naam;Goedgekeurd;Budget",
        f"'=Budget {budget.year};0,00;1850,50",
    ]


@pytest.mark.parametrize("code", ["niets", "uren", "controle"])
def test_a_table_that_is_not_there_for_everybody_is_not_found(
    client: FlaskClient, code: str
) -> None:
    assert client.get(f"/cijfers/{code}.csv").status_code == 404


def test_a_portal_where_nothing_happened_says_so(client: FlaskClient) -> None:
    answer = client.get("/cijfers")

    assert answer.status_code == 200
    assert answer.text.count("Hier zijn nog geen cijfers over") == 5
