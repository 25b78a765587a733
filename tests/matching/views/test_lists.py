"""The page of a coordinator: the list in words, and the button that asks a team (SC8 a)."""

from collections.abc import Callable

import html5lib
import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity.models import ResponseKind
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.matching.models import Invitation
from app.support.lifecycle import RequestState
from app.support.models import SupportKind, SupportRequest
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.matching import (
    a_budget,
    a_need,
    a_professional,
    a_request,
    a_response,
    a_team,
    a_type,
    an_offer,
    three_teams,
)

Browser = Callable[[User], FlaskClient]


@pytest.fixture
def coordinator() -> User:
    return a_coordinator(a_town().north)


def page_of(request: SupportRequest) -> str:
    return f"/ondersteuning/{request.id}/kansen"


def read(html: str, path: str) -> list[str]:
    """Return the texts of the elements at ``path``, each on one line."""
    document = html5lib.parse(html, namespaceHTMLElements=False)
    return [" ".join("".join(found.itertext()).split()) for found in document.findall(path)]


def test_sc8_a_the_coordinator_reads_three_teams_in_order_with_reasons_in_words(
    signed_in: Browser, coordinator: User
) -> None:
    three_teams()
    an_offer(a_team("Wijkteam Klein"), hours=4)
    request = a_request()

    html = signed_in(coordinator).get(page_of(request)).text

    assert read(html, ".//ol/li/article/h3") == [
        "1. Wijkteam Noord",
        "2. Wijkteam Breed",
        "3. Team Samen",
    ]
    assert read(html, ".//ol/li[1]/article/ul/li") == [
        "Kennis van het onderwerp (250): Weet veel van wat nodig is: eenzaamheid.",
        "Werkt dichtbij (150): Werkt alleen in dit gebied.",
        "Buurt die weinig hulp kreeg (75): Deze buurt kreeg nog niet eerder hulp.",
        "Heeft ruimte (50): Heeft nog ruimte: 50% van de uren is beloofd.",
    ]
    assert read(html, ".//ol/li[1]/article/details/p") == [
        "Wijkteam Noord heeft 50 punten meer dan Wijkteam Breed."
    ]
    assert read(html, ".//ol/li[1]/article/details/ul/li") == [
        "Werkt dichtbij: 150 tegen 75",
        "Heeft ruimte: 50 tegen 75",
    ]
    assert read(html, ".//section/details/dl/dt") == ["Wijkteam Klein"]
    assert read(html, ".//section/details/dl/dd") == ["Nodig is 6 uur. Vrij is nog 4 uur."]


def test_the_free_hours_stand_with_the_team(signed_in: Browser, coordinator: User) -> None:
    offer = an_offer(a_team("Wijkteam Noord"), 20, taken=10)
    request = a_request()

    html = signed_in(coordinator).get(page_of(request)).text

    until = date_words(offer.ends_on)
    assert f"10 van 20 uur vrij. Van {date_words(offer.starts_on)} tot en met {until}." in html


def test_when_nobody_fits_the_page_says_what_is_missing(
    signed_in: Browser, coordinator: User
) -> None:
    an_offer(a_team("Wijkteam Noord"), hours=4)
    a_type("Zaal")
    request = a_request()

    html = signed_in(coordinator).get(page_of(request)).text

    assert "Er is 1 mogelijkheid, maar met te weinig vrije uren." in html
    assert "Bekijk waarom 1 mogelijkheid nu niet kan" in html
    assert "<details open" not in html
    assert read(html, ".//section/details/ul/li") == ["Zaal (Gemeente Proefstad): ruimte"]


def test_from_the_sixth_place_on_the_list_is_folded(signed_in: Browser, coordinator: User) -> None:
    for number in range(7):
        an_offer(a_team(f"Team {number}"))
    request = a_request()

    html = signed_in(coordinator).get(page_of(request)).text

    assert len(read(html, ".//section/ol/li")) == 5
    assert read(html, ".//section/details/ol/li/article/h3") == ["6. Team 5", "7. Team 6"]


def test_the_button_asks_the_team_and_the_page_says_so(
    signed_in: Browser, coordinator: User
) -> None:
    team = a_team("Wijkteam Noord")
    offer = an_offer(team)
    a_professional(team.organisation, a_town().north)
    request = a_request()
    browser = signed_in(coordinator)

    answer = browser.post(
        f"/ondersteuning/{request.id}/reactieverzoeken", data={"aanbod": f"offer:{offer.id}"}
    )

    assert (answer.status_code, answer.location) == (303, page_of(request))
    html = browser.get(page_of(request)).text
    assert "Wijkteam Noord krijgt nu de vraag om te reageren." in html
    assert f"Gevraagd op {date_words(clock.today())}" in html
    assert "Vraag om een reactie" not in html
    assert db.session.query(Invitation).count() == 1


def test_who_answered_is_not_asked_again(signed_in: Browser, coordinator: User) -> None:
    team, request = a_team("Wijkteam Noord"), a_request()
    an_offer(team)
    a_response(request, team.organisation, ResponseKind.WE_DO)

    html = signed_in(coordinator).get(page_of(request)).text

    assert "Gereageerd: Wij doen dit" in html
    assert "Vraag om een reactie" not in html


def test_a_budget_is_on_the_list_without_a_button(signed_in: Browser, coordinator: User) -> None:
    a_budget(a_town().north)
    request = a_request(needs=[a_need(SupportKind.MONEY, hours=0, expertise="", cents=250_00)])

    html = signed_in(coordinator).get(page_of(request)).text

    assert read(html, ".//ol/li/article/h3") == [f"1. Wijkbudget {clock.today().year}"]
    assert "Vraag om een reactie" not in html


def test_a_decided_request_keeps_its_list_without_buttons(
    signed_in: Browser, coordinator: User
) -> None:
    three_teams()
    request = a_request(state=RequestState.GRANTED)

    html = signed_in(coordinator).get(page_of(request)).text

    assert "Deze vraag is al beantwoord." in html
    assert "Vraag om een reactie" not in html


@pytest.mark.parametrize("number", [999_999, 2**70])
def test_an_unknown_request_is_not_found(
    signed_in: Browser, coordinator: User, number: int
) -> None:
    browser = signed_in(coordinator)

    assert browser.get(f"/ondersteuning/{number}/kansen").status_code == 404
    assert browser.post(f"/ondersteuning/{number}/reactieverzoeken").status_code == 404


def test_a_coordinator_elsewhere_finds_nothing(signed_in: Browser) -> None:
    request = a_request()

    browser = signed_in(a_coordinator(a_town().south, "Cor"))

    assert browser.get(page_of(request)).status_code == 404


def test_a_resident_may_not_see_the_page(signed_in: Browser) -> None:
    request = a_request()

    assert signed_in(a_person("Anna")).get(page_of(request)).status_code == 403


def test_a_strange_supply_is_refused(signed_in: Browser, coordinator: User) -> None:
    request = a_request()

    answer = signed_in(coordinator).post(
        f"/ondersteuning/{request.id}/reactieverzoeken", data={"aanbod": "offer:9' or 1=1"}
    )

    assert answer.status_code == 422


def test_the_page_costs_the_same_for_many_teams_as_for_few(
    signed_in: Browser, coordinator: User
) -> None:
    three_teams()
    a_type("Zaal")
    request = a_request()
    browser, path = signed_in(coordinator), page_of(request)
    few = statements(lambda: browser.get(path))
    for number in range(30):
        team = a_team(f"Team {number}")
        an_offer(team)
        a_type(f"Zaal {number}")
        a_response(request, team.organisation)

    assert statements(lambda: browser.get(path)) == few
    assert few <= 15


def test_a_proposal_comes_second_until_somebody_was_asked(
    signed_in: Browser, coordinator: User
) -> None:
    request = a_request(state=RequestState.IN_ASSESSMENT)
    team = a_team("Wijkteam Noord")
    browser, page = signed_in(coordinator), f"/ondersteuning/{request.id}"
    main = './/a[@class="nl-button nl-button--primary"]'

    assert read(browser.get(page).text, main) == ["Zoek wie kan helpen"]
    a_response(request, team.organisation)
    assert read(browser.get(page).text, main) == ["Maak een voorstel"]
