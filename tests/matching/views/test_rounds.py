"""The pages of a round: begin it, wait, see the plan line by line, and put it aside."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.matching import service
from app.matching.lifecycle import RoundState
from app.matching.models import Round
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.rounds import a_round, asks, has_hours, solved, worked_off

Browser = Callable[[User], FlaskClient]


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


def test_a_coordinator_begins_a_round_and_has_a_plan_made(signed_in: Browser, carla: User) -> None:
    has_hours()
    asks("Wandelen", 6)
    browser = signed_in(carla)
    assert "Er is nog geen verdeling" in browser.get("/verdeling").text
    form = browser.get("/verdeling/nieuw").text
    assert ("Noord" in form, "Proefstad</option>" in form) == (True, False)

    begun = browser.post(
        "/verdeling/nieuw",
        data={"area_id": a_town().north.id, "until": clock.today().isoformat()},
    )
    page = browser.get(begun.location).text
    assert "Er wacht nu 1 vraag om uren." in page
    asked = browser.post(f"{begun.location}/berekening")
    waiting = browser.get(asked.location).text
    assert ("We zijn aan het rekenen" in waiting, "Stop met rekenen" in waiting) == (True, True)

    worked_off(db.session.query(Round).one())

    html = browser.get(begun.location).text
    assert "1 van 1 vraag krijgt uren." in html
    assert "Geen enkele verdeling is beter dan deze. Dat is bewezen." in html
    assert "Wijkteam Noord" in html
    assert begun.location in browser.get("/verdeling").text


@pytest.mark.parametrize("until", ["", "gisteren", "2020-01-01"])
def test_a_day_that_cannot_be_comes_back_with_what_was_typed(
    signed_in: Browser, carla: User, until: str
) -> None:
    answer = signed_in(carla).post(
        "/verdeling/nieuw", data={"area_id": a_town().north.id, "until": until}
    )

    assert answer.status_code == 422
    assert f'value="{until}"' in answer.text
    assert db.session.query(Round).count() == 0


def test_a_place_of_somebody_else_cannot_be_chosen(signed_in: Browser, carla: User) -> None:
    answer = signed_in(carla).post(
        "/verdeling/nieuw",
        data={"area_id": a_town().south.id, "until": clock.today().isoformat()},
    )

    assert answer.status_code == 422
    assert db.session.query(Round).count() == 0


def test_an_empty_round_says_why_there_is_no_plan(signed_in: Browser, carla: User) -> None:
    one = a_round(carla)

    answer = signed_in(carla).post(f"/verdeling/{one.id}/berekening")

    assert answer.status_code == 422
    assert "Er zijn hier nu geen open vragen om uren van een wijkteam." in answer.text


def test_the_work_is_stopped_and_a_second_click_hears_it(signed_in: Browser, carla: User) -> None:
    asks("Wandelen")
    one = a_round(carla)
    service.solve_round(one, by=carla)
    browser = signed_in(carla)

    assert browser.post(f"/verdeling/{one.id}/onderbreking").status_code == 303
    assert browser.post(f"/verdeling/{one.id}/onderbreking").status_code == 409
    assert one.state is RoundState.OPEN


def test_a_round_is_put_aside_with_a_reason(signed_in: Browser, carla: User) -> None:
    asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)
    browser, path = signed_in(carla), f"/verdeling/{one.id}/weglegging"

    assert browser.post(path, data={"reason": " "}).status_code == 422
    assert browser.post(path, data={"reason": "Te vroeg."}).status_code == 303
    assert browser.get(path).status_code == 409
    assert one.state is RoundState.DISCARDED
    assert "Deze verdeling heeft geen voorstel." in browser.get(f"/verdeling/{one.id}").text


PAGES = ["", "/goedkeuring", "/opnieuw", "/proef", "/weglegging", "/voorstel.csv", "/vragen/1"]


@pytest.mark.parametrize("path", PAGES)
def test_a_round_elsewhere_is_not_found_and_a_resident_is_refused(
    signed_in: Browser, carla: User, path: str
) -> None:
    asks("Wandelen")
    one = a_round(carla)
    solved(one, by=carla)

    elsewhere = signed_in(a_coordinator(a_town().south, "Cor"))
    assert elsewhere.get(f"/verdeling/{one.id}{path}").status_code == 404
    assert signed_in(a_person("Anna")).get(f"/verdeling/{one.id}{path}").status_code == 403
    assert "/verdeling" not in signed_in(a_person("Anna")).get("/mijn").text


@pytest.mark.parametrize("number", ["999999", str(2**70)])
def test_an_unknown_round_is_not_found(signed_in: Browser, carla: User, number: str) -> None:
    assert signed_in(carla).get(f"/verdeling/{number}").status_code == 404


def test_a_plan_that_failed_its_check_is_told(signed_in: Browser, carla: User) -> None:
    asks("Wandelen")
    one = a_round(carla)
    plan = service.solve_round(one, by=carla)
    service.stop_solving(one, by=carla)
    plan.is_verified = False

    assert "Het rekenen lukte niet" in signed_in(carla).get(f"/verdeling/{one.id}").text


def test_the_list_costs_the_same_for_many_rounds(signed_in: Browser, carla: User) -> None:
    a_round(carla)
    browser = signed_in(carla)
    few = statements(lambda: browser.get("/verdeling"))
    for days in range(15):
        a_round(carla).until = clock.today() + timedelta(days=days)

    assert statements(lambda: browser.get("/verdeling")) == few
