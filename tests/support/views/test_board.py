"""The list of open requests as a board and as an agenda: the same choice, another look, a step on each card."""

from collections.abc import Callable
from html import unescape
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.core.db import db
from app.support import service
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.queries.board import CARDS
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.clocks import a_clock
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.organisations import a_member, an_organisation
from factories.support import a_budget, a_decider, a_request, asked_back, proposed, team_hours

SignedIn = Callable[[User], FlaskClient]
BOARD, AGENDA = "/ondersteuning?beeld=bord", "/ondersteuning?beeld=agenda"


def of_the_club(request: SupportRequest) -> None:
    """Let the plan be of an organisation with a member."""
    club = an_organisation()
    if not club.memberships:
        a_member(club, a_person("Olga"))
    request.initiative.organisation = club


def opened(browser: FlaskClient, path: str) -> Element:
    page: Element = html5lib.parse(browser.get(path).text, namespaceHTMLElements=False)
    return page


def words(part: Element | None) -> str:
    assert part is not None
    return " ".join("".join(part.itertext()).replace("\u00a0", " ").split())


def sections(page: Element) -> dict[str, list[str]]:
    """Return the titles of the cards under each heading."""
    return {
        words(one.find("h2")): [words(card.find(".//a")) for card in one.findall(".//li")]
        for one in page.findall(".//section")
    }


def steps_of(page: Element, request: SupportRequest) -> list[str]:
    """Return where the buttons and links under the title of a card lead."""
    card = page.find(f".//li[@id='vraag-{request.id}']/div")
    assert card is not None
    return [one.get("action") or one.get("href") or "" for one in card.iter() if one.tag in "aform"]


def test_the_board_has_a_column_for_each_stage_with_its_number(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    a_request(an_initiative(title="Later"), days_until_due=9)
    a_request(an_initiative(title="Eerst"), days_until_due=-1)
    asked_back(a_request(an_initiative(title="Gevraagd")), by=carla)
    proposed(a_request(an_initiative(title="Advies")), by=carla, budget=a_budget(), cents=1850_00)

    page = opened(signed_in(carla), BOARD)

    assert sections(page) == {
        "Ontvangen (2)": ["Eerst", "Later"],
        "In behandeling (0)": [],
        "Wacht op het team (1)": ["Gevraagd"],
        "Voorstel ligt klaar (1)": ["Advies"],
    }
    places = page.findall(".//nav[@aria-label='Kolommen']/a")
    assert [one.get("href") for one in places] == [
        *("#submitted", "#in_assessment", "#incomplete", "#proposed")
    ]


def test_a_long_column_shows_its_first_cards_and_the_way_to_all(signed_in: SignedIn) -> None:
    for number in range(CARDS + 11):
        a_request(an_initiative(title=f"Plan {number:02}"), days_until_due=number)
    browser = signed_in(a_coordinator())

    page = opened(browser, f"{BOARD}&kind=money")

    first = [f"Plan {number:02}" for number in range(CARDS)]
    assert sections(page)[f"Ontvangen ({CARDS + 11})"] == first
    [more] = [one for one in page.findall(".//section//a") if "bekijk ze" in words(one)]
    assert words(more) == "Nog 11 vragen: bekijk ze allemaal, Ontvangen"
    column = opened(browser, more.get("href", ""))
    assert len(sections(column)[f"Ontvangen ({CARDS + 11})"]) == 20
    on = column.find(".//a[@rel='next']")
    assert on is not None
    rest = opened(browser, on.get("href", ""))
    assert sections(rest) == {f"Ontvangen ({CARDS + 11})": ["Plan 20"]}
    whole = [one for one in rest.findall(".//main//a") if words(one) == "Terug naar het hele bord"]
    assert [one.get("href") for one in whole] == ["/ondersteuning?kind=money&beeld=bord"]


def test_the_ways_to_look_keep_the_choice_and_a_kept_choice_keeps_its_look(
    signed_in: SignedIn,
) -> None:
    a_request()
    a_request(an_initiative(title="Wandelgroep"), needs=[team_hours()])
    browser = signed_in(a_coordinator())

    page = opened(browser, f"{BOARD}&kind=team_hours&na=")

    assert [one.get("href") for one in page.findall(".//a[@data-key]")][:3] == [
        "/ondersteuning?kind=team_hours",
        "/ondersteuning?kind=team_hours&beeld=bord",
        "/ondersteuning?kind=team_hours&beeld=agenda",
    ]
    assert sections(page)["Ontvangen (1)"] == ["Wandelgroep"]
    field = page.find(".//form[@role='search']//input[@name='beeld']")
    assert field is not None
    assert field.get("value") == "bord"
    kept = browser.post("/mijn/keuzes/hulp/nieuw?kind=team_hours&beeld=bord", data={"name": "Bord"})
    assert kept.location == "/ondersteuning?kind=team_hours&beeld=bord"
    [shelved] = opened(browser, "/ondersteuning").findall(
        ".//nav[@aria-label='Bewaarde keuzes']/a[1]"
    )
    assert words(shelved) == "Bord (1)"
    assert sections(opened(browser, shelved.get("href", "")))["Ontvangen (1)"] == ["Wandelgroep"]
    assert browser.get("/ondersteuning?beeld=vis").status_code == 200


def test_a_card_offers_the_next_step_to_who_may_take_it(signed_in: SignedIn) -> None:
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    new, mine, theirs, waits, ready = (
        a_request(an_initiative(title=title)) for title in ("A", "B", "C", "D", "E")
    )
    own = a_request(an_initiative(carla, title="Van Carla"))
    service.assess(mine, by=carla)
    service.assess(theirs, by=cor)
    asked_back(waits, by=carla)
    proposed(ready, by=carla, budget=a_budget(), cents=1850_00)
    wanted = {
        carla: {
            new: ["behandeling"],
            mine: ["voorstel", "teruggave"],
            theirs: ["voorstel"],
            waits: [],
            ready: [],
            own: [],
        },
        a_decider(): {new: [], mine: [], theirs: [], waits: [], ready: ["beoordeling"], own: []},
    }

    for person, cards in wanted.items():
        page = opened(signed_in(person), BOARD)
        assert {request: steps_of(page, request) for request in cards} == {
            request: [f"/ondersteuning/{request.id}/{step}?beeld=bord" for step in steps]
            for request, steps in cards.items()
        }


def test_a_step_on_a_card_comes_back_to_the_card_and_is_turned_back_there(
    signed_in: SignedIn,
) -> None:
    request = a_request()
    browser = signed_in(a_coordinator())
    place = f"/ondersteuning?whose=niemand&beeld=bord#vraag-{request.id}"

    taken = browser.post(f"/ondersteuning/{request.id}/behandeling?whose=niemand&beeld=bord")
    back = browser.post(f"/ondersteuning/{request.id}/teruggave?whose=niemand&beeld=bord")

    assert (taken.location, back.location) == (place, place)
    db.session.refresh(request)
    assert (request.state, request.coordinator) == (RequestState.SUBMITTED, None)
    again = browser.post(f"/ondersteuning/{request.id}/teruggave?beeld=bord")
    assert again.status_code == 409


def test_only_who_coordinates_there_gives_a_request_back(signed_in: SignedIn) -> None:
    request = a_request()
    service.assess(request, by=a_coordinator(a_town().north))
    path = f"/ondersteuning/{request.id}/teruggave"

    assert signed_in(a_coordinator(a_town().south, "Zoë")).post(path).status_code == 404
    assert signed_in(a_person("Vera", role=Role.DEPARTMENT_ADVISER)).post(path).status_code == 403
    assert signed_in(a_coordinator(name="Cor")).post(path).location == (
        f"/ondersteuning/{request.id}"
    )


@pytest.mark.parametrize("path", [BOARD, f"{BOARD}&state=submitted", AGENDA])
def test_a_view_costs_as_many_statements_for_many_cards_as_for_one(
    signed_in: SignedIn, path: str
) -> None:
    carla = a_coordinator()
    of_the_club(a_request(coordinator=carla))
    browser = signed_in(carla)
    browser.get(path)

    one = statements(lambda: browser.get(path))
    for number in range(30):
        co = a_person(f"Co {number}")
        of_the_club(
            a_request(an_initiative(co, title=f"Plan {number}", team=(co,)), coordinator=co)
        )
    many = statements(lambda: browser.get(path))

    assert many == one
    assert one <= 14


def test_the_agenda_groups_what_has_to_be_answered_by_week(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_clock(monkeypatch)("2026-11-25 12:00")  # a Wednesday
    for title, days in {"Laat": -2, "Nu": 0, "Zondag": 4, "Maandag": 5, "Ver": 12}.items():
        a_request(an_initiative(title=title), days_until_due=days)

    page = opened(signed_in(a_coordinator()), AGENDA)

    assert sections(page) == {
        "Te laat": ["Laat"],
        "Deze week": ["Nu", "Zondag"],
        "Volgende week": ["Maandag"],
        "De week van 7 december 2026": ["Ver"],
    }


@pytest.mark.parametrize("path", [BOARD, AGENDA, f"{BOARD}&state=proposed"])
def test_where_nothing_waits_each_view_says_so(signed_in: SignedIn, path: str) -> None:
    page = unescape(signed_in(a_coordinator()).get(path).text)

    assert "Er zijn geen open vragen die bij je keuze passen." in page
    assert "<section" not in page.partition("<main")[2].partition("</main>")[0]


def test_professionals_see_the_board_without_steps(signed_in: SignedIn) -> None:
    request = a_request()
    petra = a_person("Petra", role=Role.PROFESSIONAL, area=a_town().north)

    assert steps_of(opened(signed_in(petra), BOARD), request) == []
