"""The page of hours that lapsed: two ways on with their costs, a click, and a word to residents."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity.lapsed import LapsedHours
from app.capacity.models import CapacityOffer
from app.capacity.service import reserve, withdraw_hours
from app.core.db import db
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.capacity import a_lead
from factories.counting import statements
from factories.desks import read
from factories.rounds import asks, has_hours

Browser = Callable[[User], FlaskClient]
PAGE = "/uren-vervallen"


@pytest.fixture
def carla() -> User:
    return a_coordinator(a_town().north)


@pytest.fixture
def wide() -> CapacityOffer:
    return has_hours("Wijkteam Breed", 10, a_town().north, a_town().south)


def lost(*titles: str, by: User, team: str = "Wijkteam Noord") -> list[LapsedHours]:
    """Return hours for these plans that a team took back."""
    offer = has_hours(team, 6 * len(titles))
    for title in titles:
        reserve(offer, asks(title), 6, by=by)
    withdraw_hours(offer, by=a_lead(offer.team), reason="Grote drukte.")
    db.session.commit()
    return db.session.query(LapsedHours).order_by(LapsedHours.id).all()


def test_the_desk_leads_to_a_choice_that_says_what_it_costs(
    signed_in: Browser, carla: User, wide: CapacityOffer
) -> None:
    one = lost("Wandelen", by=carla)[0]
    browser = signed_in(carla)
    assert "1 initiatief verloor uren" in read(browser)["Uren vervallen"][0]
    page = browser.get(PAGE).text
    assert "Wijkteam Noord nam 6 uur terug" in page
    assert "Grote drukte." in page
    assert "1. 6 uur: Wijkteam Breed" in page
    assert "Daarna heeft dit team nog 4 uur vrij." in page
    assert "Weet veel van wat nodig is: eenzaamheid." in page
    chosen = {"aanbod": wide.id, "uren": 6}

    for _click in range(2):
        done = browser.post(f"{PAGE}/{one.id}/vervanging", data=chosen, follow_redirects=True)
        assert "De uren zijn vastgelegd." in done.text

    assert "Er zijn geen uren vervallen" in done.text
    assert "Uren vervallen" not in read(browser)
    assert wide.taken == 6


@pytest.mark.parametrize("sent", [{"uren": 6}, {"aanbod": "x", "uren": "²"}, {"aanbod": "9" * 99}])
def test_hours_that_are_gone_leave_the_page_with_what_can_be_done_now(
    signed_in: Browser, carla: User, wide: CapacityOffer, sent: dict[str, object]
) -> None:
    one = lost("Wandelen", by=carla)[0]
    wide.taken = 8
    db.session.commit()

    answer = signed_in(carla).post(f"{PAGE}/{one.id}/vervanging", data={"aanbod": wide.id, **sent})

    assert answer.status_code == 409
    assert "Deze keuze kan niet meer" in answer.text
    assert "1. 2 uur: Wijkteam Breed" in answer.text
    assert "Dat is 4 uur minder dan eerst." in answer.text


def test_without_any_way_on_residents_are_told_with_a_reason(
    signed_in: Browser, carla: User
) -> None:
    one = lost("Wandelen", by=carla)[0]
    browser, path = signed_in(carla), f"{PAGE}/{one.id}/bericht"
    assert "Geen enkel team heeft nu uren die passen." in browser.get(PAGE).text
    assert browser.post(path).status_code == 422

    done = browser.post(path, data={"reason": "Later weer."}, follow_redirects=True)

    assert "De bewoners hebben bericht gekregen." in done.text
    elsewhere = signed_in(a_coordinator(a_town().south, "Cor"))
    assert elsewhere.get(path).status_code == 404
    assert elsewhere.get(f"{PAGE}/{2**63}/bericht").status_code == 404


def test_many_cost_as_many_statements_as_few(
    signed_in: Browser, carla: User, wide: CapacityOffer
) -> None:
    lost("Wandelen", "Koffie", by=carla)
    browser = signed_in(carla)
    few = statements(lambda: browser.get(PAGE))
    lost(*(f"Plan {number}" for number in range(12)), by=carla, team="Wijkteam Klein")

    assert statements(lambda: browser.get(PAGE)) == few
