"""The page of a plan: its lines and filters, the spread as files, and the approval."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity.models import CapacityReservation
from app.core.db import db
from app.matching.models import ChoiceKind, Plan, Round
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.counting import statements
from factories.rounds import a_round, asks, has_hours, solved, tried

Browser = Callable[[User], FlaskClient]


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


@pytest.fixture
def one(carla: User) -> Round:
    """A round in which Wandelen and Koffie get hours, and Groot does not."""
    has_hours(hours=10)
    asks("Wandelen", 5)
    asks("Koffie", 5, area=a_town().harbour)
    asks("Groot", 8)
    one = a_round(carla)
    solved(one, by=carla)
    return one


def titles(html: str) -> set[str]:
    table = html.partition('id="vragen"')[2].partition("<tbody")[2].partition("</tbody>")[0]
    return {title for title in ("Wandelen", "Koffie", "Groot") if f">{title}</a>" in table}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Wandelen", "Koffie", "Groot"}),
        ("?wat=uren", {"Wandelen", "Koffie"}),
        ("?wat=geen", {"Groot"}),
        ("?wat=keuze", set()),
        ("?buurt={harbour}", {"Koffie"}),
        ("?team=1", {"Wandelen", "Koffie"}),
        ("?buurt=abc&team=999&wat=x", {"Wandelen", "Koffie", "Groot"}),
    ],
)
def test_the_table_is_narrowed(
    signed_in: Browser, carla: User, one: Round, query: str, shown: set[str]
) -> None:
    query = query.format(harbour=a_town().harbour.id)

    html = signed_in(carla).get(f"/verdeling/{one.id}{query}").text

    assert titles(html) == shown


def test_the_page_says_what_is_given_and_how_it_is_spread(
    signed_in: Browser, carla: User, one: Round
) -> None:
    html = signed_in(carla).get(f"/verdeling/{one.id}").text

    assert "2 van de 3 vragen krijgen uren." in html
    assert "Samen krijgen ze 10 van de 18 gevraagde uren." in html
    assert "Gevraagd: het meest is 13 (Molenbuurt), het minst is 5 (Havenbuurt)." in html


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        (
            "buurten",
            ["Buurt;Gevraagd;Krijgt;Procent", "Havenbuurt;5;5;100", "Molenbuurt;13;5;38"],
        ),
        ("teams", ["Team;Vrij;Gegeven", "Wijkteam Noord;10;10"]),
    ],
)
def test_the_spread_is_a_file(
    signed_in: Browser, carla: User, one: Round, code: str, lines: list[str]
) -> None:
    answer = signed_in(carla).get(f"/verdeling/{one.id}/{code}.csv")

    assert answer.text.removeprefix("\ufeff").splitlines() == lines


def test_the_plan_is_a_file_and_another_code_is_not(
    signed_in: Browser, carla: User, one: Round
) -> None:
    browser = signed_in(carla)

    rows = browser.get(f"/verdeling/{one.id}/voorstel.csv").text.splitlines()

    assert [row.split(";")[0] for row in rows[1:]] == ["Wandelen", "Koffie", "Groot"]
    assert browser.get(f"/verdeling/{one.id}/anders.csv").status_code == 404


def test_the_approval_shows_the_spread_and_keeps_the_hours(
    signed_in: Browser, carla: User, one: Round
) -> None:
    browser, path = signed_in(carla), f"/verdeling/{one.id}/goedkeuring"
    assert "Verdeling over de buurten" in browser.get(path).text
    plan_id = db.session.query(Plan).one().id

    done = browser.post(path, data={"plan": plan_id}, follow_redirects=True)

    assert "De verdeling is goedgekeurd." in done.text
    assert "Ga naar goedkeuren" not in done.text
    assert db.session.query(CapacityReservation).count() == 2
    assert browser.get(path).status_code == 409
    assert browser.post(path, data={"plan": plan_id}).status_code == 409


def test_a_district_is_approved_on_its_own_and_the_pages_say_by_whom(
    signed_in: Browser, carla: User
) -> None:
    town, cleo = a_town(), a_coordinator(None, "Cleo")
    has_hours("Wijkteam Breed", 20, town.north, town.south)
    asks("Wandelen", 5)
    asks("Koffie", 6, area=town.park)
    one = a_round(cleo, area=town.municipality)
    plan = solved(one, by=cleo)
    browser, page = signed_in(cleo), f"/verdeling/{one.id}"
    path = f"{page}/goedkeuring?wijk={town.north.id}"
    assert path in browser.get(page).text
    asked = browser.get(path).text
    assert "Keur Noord goed" in asked
    assert "1 van 1 vraag krijgt uren." in asked
    assert "Parkbuurt" not in asked
    chart = browser.get(f"{page}/buurten.csv?wijk={town.north.id}").text
    assert chart.splitlines()[1:] == ["Molenbuurt;5;5;100"]

    sent = {"plan": plan.id, "wijk": town.north.id}
    done = browser.post(f"{page}/goedkeuring", data=sent, follow_redirects=True)

    assert "Noord is goedgekeurd. Iedereen daar heeft bericht gekregen." in done.text
    assert "Een deel is goedgekeurd" in done.text
    assert "Cleo, " in done.text
    assert path not in done.text
    assert browser.get(path).status_code == 409
    assert browser.post(f"{page}/goedkeuring", data=sent).status_code == 409
    need = f"{page}/vragen/{plan.lines[0].need_id}"
    assert "Probeer iets anders" not in browser.get(need).text
    assert "Dit is al goedgekeurd: Noord." in browser.get(f"{page}/weglegging").text
    browser.post(f"{page}/weglegging", data={"reason": "Een nieuwe ronde."})
    assert "Een deel is goedgekeurd. De rest is weggelegd." in browser.get(page).text


@pytest.mark.parametrize("sent", ["", "abc", "²", "9" * 5000, "-1"])
def test_an_approval_of_no_plan_changes_nothing(
    signed_in: Browser, carla: User, one: Round, sent: str
) -> None:
    answer = signed_in(carla).post(f"/verdeling/{one.id}/goedkeuring", data={"plan": sent})

    assert answer.status_code == 409
    assert db.session.query(CapacityReservation).count() == 0


def test_when_the_world_changed_the_page_says_what_and_the_way_on(
    signed_in: Browser, carla: User, one: Round
) -> None:
    plan = db.session.query(Plan).one()
    offer = plan.lines[0].offer
    assert offer is not None
    offer.taken = 4

    answer = signed_in(carla).post(f"/verdeling/{one.id}/goedkeuring", data={"plan": plan.id})

    assert answer.status_code == 409
    assert "er waren 10 uur vrij, nu 6." in answer.text
    assert f"/verdeling/{one.id}/opnieuw" in answer.text
    db.session.refresh(offer)
    assert offer.taken == 4


def test_a_trial_is_named_and_nothing_is_approved_meanwhile(
    signed_in: Browser, carla: User, one: Round
) -> None:
    plan = db.session.query(Plan).one()
    line = plan.lines[0]
    assert line.offer is not None
    tried(one, line.need, line.offer, ChoiceKind.VETO, by=carla)
    browser = signed_in(carla)

    html = browser.get(f"/verdeling/{one.id}").text

    assert "Carla probeert een verandering." in html
    assert "Ga naar goedkeuren" not in html
    answer = browser.post(f"/verdeling/{one.id}/goedkeuring", data={"plan": plan.id})
    assert answer.status_code == 409


def test_many_lines_cost_as_many_statements_as_few(signed_in: Browser, carla: User) -> None:
    has_hours(hours=40)
    asks("Plan 0")
    small = a_round(carla)
    solved(small, by=carla)
    for number in range(1, 30):
        asks(f"Plan {number}", 2)
        has_hours(f"Team {number}")
    large = a_round(carla)
    solved(large, by=carla)
    browser = signed_in(carla)

    few_lines, many_lines = (f"/verdeling/{one.id}" for one in (small, large))
    few = statements(lambda: browser.get(few_lines))
    many = statements(lambda: browser.get(many_lines))

    assert many == few
    assert few <= 16
