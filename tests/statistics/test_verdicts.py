"""How plans went, by neighbourhood and together: no number leads to a person."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import User
from app.areas.models import Area
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.feedback import said
from factories.initiatives import an_initiative

FILE = "/cijfers/hoe-ging-het.csv"


def done(where: Area) -> Initiative:
    return an_initiative(state=State.COMPLETED, neighbourhood=where)


def rows(browser: FlaskClient, path: str = FILE) -> list[str]:
    return browser.get(path).get_data().decode("utf-8-sig").splitlines()


def test_a_neighbourhood_is_rounded_and_small_numbers_are_hidden_also_nobody(
    client: FlaskClient,
) -> None:
    said(done(a_town().mill), good=7, fair=4)
    said(done(a_town().mill), good=5)

    assert rows(client, f"{FILE}?wijk=noord") == [
        "Buurt;Goed;Ging wel;Niet zo goed",
        "Molenbuurt;10;minder dan 5;minder dan 5",
    ]


def test_sums_are_of_what_is_told_so_that_they_give_nothing_away(client: FlaskClient) -> None:
    town = a_town()
    said(done(town.mill), good=8, fair=4)
    said(done(town.park), good=6, fair=4)

    assert rows(client)[1:] == [
        "Noord;10;minder dan 5;minder dan 5",
        "Zuid;5;minder dan 5;minder dan 5",
        "Samen;15;minder dan 5;minder dan 5",
    ]


def test_what_waits_for_more_answers_is_not_told(client: FlaskClient) -> None:
    said(done(a_town().mill), is_told=False, good=9)

    assert len(rows(client)) == 1


def test_a_plan_that_was_hidden_or_archived_since_stays_in_the_numbers(
    client: FlaskClient,
) -> None:
    mill = a_town().mill
    said(an_initiative(state=State.COMPLETED, neighbourhood=mill, hidden=True), good=5)
    said(an_initiative(state=State.ARCHIVED, neighbourhood=mill), good=5)

    assert rows(client)[1] == "Noord;10;minder dan 5;minder dan 5"


def test_who_coordinates_reads_the_same_numbers(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    said(done(a_town().mill), good=7, bad=4)
    carla = signed_in(a_coordinator(a_town().north))

    assert rows(carla, "/mijn/cijfers/hoe-ging-het.csv")[1:] == [
        "Molenbuurt;5;minder dan 5;minder dan 5"
    ]
