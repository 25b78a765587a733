"""The columns of a table: chosen once, remembered per person, the same in the file; the usual ones come back."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import html5lib
import pytest
from flask.testing import FlaskClient

from app.accounts.looks import Look
from app.accounts.models import User
from app.audit.models import Entry
from app.core.db import db
from app.filters import service
from app.filters.models import ChosenColumns, Queue
from app.support.listing import CHOOSABLE, Column
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.moderation import a_review
from factories.support import a_request

SignedIn = Callable[[User], FlaskClient]
LIST, CHOOSE = "/ondersteuning", "/mijn/keuzes/hulp/kolommen"
USUAL = [
    *("Initiatief", "Buurt", "Wat is er nodig?", "Hoe staat het ervoor?", "Antwoord voor"),
    "Wie behandelt dit?",
]


def opened(browser: FlaskClient, path: str) -> Element:
    page: Element = html5lib.parse(browser.get(path).text, namespaceHTMLElements=False)
    return page


def headings(browser: FlaskClient, path: str = LIST) -> list[str]:
    return ["".join(one.itertext()) for one in opened(browser, path).findall(".//thead//th")]


def cells(browser: FlaskClient, path: str = LIST) -> list[str]:
    row = opened(browser, path).findall(".//tbody/tr/td")
    return [" ".join("".join(one.itertext()).replace("\u00a0", " ").split()) for one in row]


def ticked(browser: FlaskClient, path: str) -> list[str]:
    boxes = opened(browser, path).findall(".//form//input[@name='kolom']")
    return [one.get("value", "") for one in boxes if one.get("checked") is not None]


def test_a_table_has_the_columns_that_its_reader_chose(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    request = a_request(an_initiative(title="Bankje"), coordinator=carla, days_until_due=3)
    browser, other = signed_in(carla), signed_in(a_coordinator(name="Cor"))
    assert headings(browser) == USUAL
    assert ticked(browser, CHOOSE) == ["buurt", "nodig", "status", "antwoord", "behandelt"]

    answer = browser.post(
        f"{CHOOSE}?whose=ik&beeld=tabel", data={"kolom": ["dagen", "wijk", "bedrag"]}
    )

    assert (answer.status_code, answer.location) == (303, f"{LIST}?whose=ik&beeld=tabel")
    assert headings(browser) == [
        *("Initiatief", "Wijk", "Dagen die nog over zijn", "Gevraagd bedrag in euro")
    ]
    assert cells(browser)[1:] == ["Noord", "3", "1850,00"]
    assert request.reference is not None
    assert request.reference in cells(browser)[0]
    assert headings(other) == USUAL


def test_a_file_begins_with_the_columns_of_the_table(signed_in: SignedIn) -> None:
    browser = signed_in(a_coordinator())
    browser.post(CHOOSE, data={"kolom": ["wijk", "vroeg"]})

    assert ticked(browser, "/ondersteuning/bestand") == ["nummer", "initiatief", "wijk", "vroeg"]
    assert ticked(browser, "/ondersteuning/bestand?kolom=status") == ["status"]


def test_every_column_can_be_shown_and_costs_no_more_for_more_rows(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    a_request(coordinator=carla)
    browser = signed_in(carla)
    browser.post(CHOOSE, data={"kolom": [column.value for column in CHOOSABLE]})
    assert headings(browser) == ["Initiatief", *(column.label for column in CHOOSABLE)]

    one = statements(lambda: browser.get(LIST))
    for number in range(10):
        a_request(an_initiative(a_person(f"Owner {number}"), title=f"Plan {number}"))

    assert statements(lambda: browser.get(LIST)) - one <= 1  # the looks at ten people are written


def test_who_sees_the_names_of_those_who_asked_is_noted(signed_in: SignedIn) -> None:
    request = a_request()
    browser = signed_in(a_coordinator())
    browser.get(LIST)
    assert db.session.query(Look).count() == 0

    browser.post(CHOOSE, data={"kolom": [Column.AUTHOR.value]})

    assert cells(browser)[1] == request.author.name
    assert db.session.query(Look).one().person_id == request.author_id


@pytest.mark.parametrize("sent", [[], ["vis"], ["nummer"]])
def test_a_choice_that_does_not_fit_changes_nothing(signed_in: SignedIn, sent: list[str]) -> None:
    browser = signed_in(a_coordinator())

    answer = browser.post(CHOOSE, data={"kolom": sent})

    assert answer.status_code == 422
    assert db.session.query(ChosenColumns).count() == 0


def test_the_usual_columns_come_back_also_after_a_second_click(signed_in: SignedIn) -> None:
    a_request()
    browser = signed_in(a_coordinator())
    assert "Zet de gewone kolommen terug" not in browser.get(CHOOSE).text
    for _click in range(2):
        browser.post(CHOOSE, data={"kolom": ["wijk"]})
    assert "Zet de gewone kolommen terug" in browser.get(CHOOSE).text

    answers = [browser.post(f"{CHOOSE}/gewoon?whose=niemand") for _click in range(2)]

    assert {answer.location for answer in answers} == {f"{LIST}?whose=niemand"}
    assert headings(browser) == USUAL
    lines = db.session.query(Entry).filter_by(subject_type="chosen_columns").order_by(Entry.id)
    assert [(line.action, line.reason) for line in lines] == [
        ("chosen_columns.choose", "wijk"),
        ("chosen_columns.remove", ""),
    ]


def test_each_queue_has_its_own_columns_for_who_may_see_it(signed_in: SignedIn) -> None:
    a_review(title="Een plan")
    mo = a_moderator()
    browser, choose = signed_in(mo), "/mijn/keuzes/teksten/kolommen"

    browser.post(choose, data={"kolom": ["nieuwe-blik", "soort"]})

    assert headings(browser, "/moderatie") == ["Tekst", "Soort", "Nieuwe blik gevraagd"]
    assert cells(browser, "/moderatie")[2] == "Nee"
    noor = signed_in(a_person("Noor"))
    for path in (choose, CHOOSE):
        assert noor.get(path).status_code == 403
        assert noor.post(f"{path}/gewoon").status_code == 403
    assert browser.get("/mijn/keuzes/vis/kolommen").status_code == 404


def test_a_column_that_is_there_no_more_is_left_out(signed_in: SignedIn) -> None:
    a_request()
    carla = a_coordinator()
    service.choose_columns(Queue.SUPPORT, ["vroeger", "wijk"], by=carla)
    assert headings(signed_in(carla)) == ["Initiatief", "Wijk"]

    service.choose_columns(Queue.SUPPORT, ["vroeger"], by=carla)
    assert headings(signed_in(carla)) == USUAL


def test_the_columns_of_a_person_are_forgotten_with_them() -> None:
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    for person in (carla, cor):
        service.choose_columns(Queue.SUPPORT, ["wijk"], by=person)

    service.forget_person(carla)

    assert [one.user_id for one in db.session.query(ChosenColumns)] == [cor.id]
