"""Many requests at once on the pages: chosen over pages, confirmed with a number, told one by one, turned back."""

from collections.abc import Callable
from html import unescape
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.accounts.roles import Role
from app.core.db import db
from app.support import queries, service, views
from app.support.batches import Batch, Deed
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.support import a_request

SignedIn = Callable[[User], FlaskClient]
LIST, TOGETHER = "/ondersteuning", "/ondersteuning/samen"


def some(number: int) -> list[SupportRequest]:
    return [
        a_request(an_initiative(title=f"Plan {one:03}"), days_until_due=one)
        for one in range(number)
    ]


def opened(browser: FlaskClient, path: str) -> Element:
    page: Element = html5lib.parse(browser.get(path).text, namespaceHTMLElements=False)
    return page


def form_of(page: Element) -> dict[str, list[str]]:
    """Return what the form of the page sends when its button is pressed: the first radio is chosen."""
    sent: dict[str, list[str]] = {}
    for field in page.findall(".//form//input"):
        if field.get("type") == "hidden" or field.get("checked") is not None:
            sent.setdefault(field.get("name", ""), []).append(field.get("value", ""))
    return sent


def states(requests: list[SupportRequest]) -> list[RequestState]:
    db.session.expire_all()
    return [one.state for one in requests]


def test_a_box_names_its_request_and_only_coordinators_have_boxes(signed_in: SignedIn) -> None:
    [request] = some(1)
    adviser = a_person("Vera", role=Role.DEPARTMENT_ADVISER)

    page = opened(signed_in(a_coordinator()), LIST)

    [box] = page.findall(".//tbody//input[@type='checkbox']")
    assert (box.get("value"), box.get("form")) == (str(request.id), "samen")
    label = page.find(".//label[@class='pick']")
    assert label is not None
    assert "".join(label.itertext()).strip() == f"Kies Plan 000, {request.reference}"
    theirs = signed_in(adviser).get(LIST).text
    assert ("Plan 000" in theirs, 'type="checkbox" name="vraag"' in theirs) == (True, False)


def test_what_is_ticked_is_done_told_one_by_one_and_turned_back(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    first, taken, other = requests = some(3)
    browser = signed_in(carla)
    address = f"{TOGETHER}?vraag={first.id}&vraag={taken.id}&vraag=x&vraag={first.id}&vraag=9999"
    page = opened(browser, address)
    heading = page.find(".//h1")
    assert heading is not None
    assert heading.text == "Je koos 2 vragen"
    sent = form_of(page)
    service.assess(taken, by=a_coordinator(name="Cor"))

    answers = [browser.post(address, data=sent) for _click in range(2)]

    batch = db.session.query(Batch).one()
    assert {answer.location for answer in answers} == {f"{TOGETHER}/{batch.id}"}
    assert states(requests) == [
        RequestState.IN_ASSESSMENT,
        RequestState.IN_ASSESSMENT,
        RequestState.SUBMITTED,
    ]
    told = unescape(browser.get(f"{TOGETHER}/{batch.id}").text)
    assert "Gelukt bij 1 vraag van de 2." in told
    assert "Cor behandelt deze vraag al." in told
    assert other.reference not in told
    back = [browser.post(f"{TOGETHER}/{batch.id}/terug") for _click in range(2)]
    assert {answer.status_code for answer in back} == {303}
    assert states(requests)[0] is RequestState.SUBMITTED
    told = unescape(browser.get(f"{TOGETHER}/{batch.id}").text)
    assert "Teruggedraaid bij 1 vraag van de 2." in told
    assert "Draai dit terug" not in told


def test_a_choice_goes_along_to_the_next_page(signed_in: SignedIn) -> None:
    requests = some(21)
    browser = signed_in(a_coordinator())
    first, last = requests[0], requests[-1]
    page = opened(browser, LIST)
    on = page.find(".//button[@name='na']")
    assert on is not None
    assert on.get("formaction") == LIST

    second = opened(browser, f"{LIST}?vraag={first.id}&na={on.get('value')}")

    kept = [one.get("value") for one in second.findall(".//form[@id='samen']/input")]
    boxes = [one.get("value") for one in second.findall(".//tbody//input")]
    assert (kept, boxes) == ([str(first.id)], [str(last.id)])
    assert "Op een andere bladzijde koos je 1 vraag." in "".join(second.itertext())
    back = second.find(".//a[@rel='prev']")
    assert back is not None
    assert f"vraag={first.id}" in back.get("href", "")
    ticked = opened(browser, back.get("href", ""))
    assert [
        one.get("value") for one in ticked.findall(".//tbody//input") if one.get("checked") == ""
    ] == [str(first.id)]


def test_all_that_fit_are_chosen_over_pages_and_what_is_too_much_is_said(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 25
    for reads in (queries.batches, service.batches, views.together):
        monkeypatch.setattr(reads, "MOST", most)
    carla = a_coordinator()
    requests = some(most + 2)
    service.assess(requests[0], by=carla)
    browser = signed_in(carla)
    assert f"Verder met alle {most + 1} vragen" in browser.get(f"{LIST}?whose=niemand").text

    page = opened(browser, f"{TOGETHER}?whose=niemand&alles=ja")

    words = "".join(page.itertext())
    assert f"Er passen {most + 1} vragen. Je kunt er hoogstens {most} tegelijk doen." in words
    assert form_of(page)["vraag"] == [str(one.id) for one in requests[1:-1]]
    much = browser.post(TOGETHER, data={**form_of(page), "vraag": [one.id for one in requests]})
    assert much.status_code == 422
    assert f"Je kunt hoogstens {most} vragen tegelijk doen." in much.text
    assert browser.post(TOGETHER, data=form_of(page)).status_code == 303
    assert states(requests).count(RequestState.SUBMITTED) == 1


def test_without_a_choice_the_page_says_how_to_choose(signed_in: SignedIn) -> None:
    some(1)
    browser = signed_in(a_coordinator())

    for answer in (browser.get(f"{TOGETHER}?whose=ik&vraag=x"), browser.post(TOGETHER)):
        assert answer.status_code == 422
        assert "Je koos nog niets" in answer.text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"deed": ""}, "Kies wat je met deze vragen doet."),
        ({"deed": "grant"}, "Ongeldige keuze"),
        ({"deed": "hand_over"}, "Kies welke collega de vragen krijgt."),
        ({"deed": "hand_over", "to": "9999"}, "Ongeldige keuze"),
        ({"key": "x" * 65}, ""),
    ],
)
def test_an_answer_that_does_not_fit_does_nothing_and_keeps_the_choice(
    signed_in: SignedIn, change: dict[str, str], words: str
) -> None:
    a_coordinator(name="Cor")
    requests = some(2)
    browser = signed_in(a_coordinator())
    sent = form_of(opened(browser, f"{TOGETHER}?alles=ja"))

    answer = browser.post(f"{TOGETHER}?alles=ja", data={**sent, **change})

    assert answer.status_code == 422
    assert words in answer.text
    assert answer.text.count('<input type="hidden" name="vraag"') == 2
    assert db.session.query(Batch).count() == 0
    assert set(states(requests)) == {RequestState.SUBMITTED}


def test_a_colleague_of_the_place_can_get_them(signed_in: SignedIn) -> None:
    cor = a_coordinator(name="Cor")
    a_coordinator(a_town().south, "Zoë")
    [request] = some(1)
    browser = signed_in(a_coordinator(a_town().north))
    page = opened(browser, f"{TOGETHER}?vraag={request.id}")
    people = ["".join(one.itertext()) for one in page.findall(".//select[@name='to']/option")]
    assert people == ["Kies een collega", "Cor"]

    browser.post(TOGETHER, data={**form_of(page), "deed": "hand_over", "to": str(cor.id)})

    db.session.expire_all()
    assert request.coordinator == cor


def test_without_colleagues_there_is_nobody_to_choose(signed_in: SignedIn) -> None:
    [request] = some(1)

    page = signed_in(a_coordinator()).get(f"{TOGETHER}?vraag={request.id}").text

    assert ("Ik ga ze behandelen" in page, "collega" in page) == (True, False)


def test_what_came_of_it_is_for_who_did_it(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    batch = service.do_together(some(1), "x", Deed.TAKE_ON, by=carla)
    cor, vera = a_coordinator(name="Cor"), a_person("Vera", role=Role.DEPARTMENT_ADVISER)

    address = f"{TOGETHER}/{batch.id}"
    assert signed_in(carla).get(address).status_code == 200
    assert signed_in(cor).get(address).status_code == 404
    assert signed_in(cor).post(f"{address}/terug").status_code == 404
    assert signed_in(vera).get(TOGETHER).status_code == 403


def test_a_long_list_of_what_came_of_it_costs_no_more_statements(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    few = service.do_together(some(1), "few", Deed.TAKE_ON, by=carla).id
    many = service.do_together(some(30), "many", Deed.TAKE_ON, by=carla).id
    browser = signed_in(carla)
    browser.get(f"{TOGETHER}/{few}")

    def cost(number: int) -> int:
        return statements(lambda: browser.get(f"{TOGETHER}/{number}"))

    assert cost(many) == cost(few)
