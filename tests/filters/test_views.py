"""Keeping a filter on the pages: above the queue with its count, renamed, removed; the typed name is never lost."""

from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.filters.models import Queue, SavedFilter
from app.filters.service import MOST, keep
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.counting import statements
from factories.initiatives import an_initiative
from factories.moderation import a_review
from factories.support import a_request, team_hours

SignedIn = Callable[[User], FlaskClient]
LIST, KEPT = "/ondersteuning?whose=niemand", "/mijn/keuzes/hulp"


def kept_names() -> list[str]:
    db.session.expire_all()
    return [one.name for one in db.session.query(SavedFilter).order_by(SavedFilter.id)]


def test_a_filter_is_kept_and_stands_above_the_list_with_its_number(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    a_request()
    a_request(an_initiative(title="Wandelgroep"), needs=[team_hours()], coordinator=carla)
    browser = signed_in(carla)
    assert f"{KEPT}/nieuw?whose=niemand" in unescape(browser.get(LIST).text)

    answer = browser.post(f"{KEPT}/nieuw?whose=niemand&na=x", data={"name": "  Nog  open "})

    assert (answer.status_code, answer.location) == (303, LIST)
    page = unescape(browser.get(LIST).text)
    assert f'<a class="lone-link" href="{LIST}" aria-current="true">Nog open (1)</a>' in page
    assert "Bewaar deze keuze" not in page
    elsewhere = unescape(browser.get("/ondersteuning?whose=ik").text)
    assert ("Bewaar deze keuze" in elsewhere, "Nog open (1)" in elsewhere) == (True, True)
    assert "aria-current" not in elsewhere.partition("Bewaarde keuzes")[2].partition("</nav>")[0]


def test_pressed_twice_a_filter_is_kept_once(signed_in: SignedIn) -> None:
    browser = signed_in(a_coordinator())

    answers = [browser.post(f"{KEPT}/nieuw?whose=niemand", data={"name": "Open"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert kept_names() == ["Open"]


@pytest.mark.parametrize(
    ("address", "name", "words"),
    [
        ("?whose=ik", "", "Geef je keuze een naam."),
        ("?whose=ik", "x" * 41, "Gebruik hoogstens 40 tekens."),
        ("?whose=ik", "OPEN", "Je hebt al een keuze die “Open” heet."),
        ("?whose=onzin", "Alles", "Kies eerst wat je in de lijst wilt zien."),
        ("", "Alles", "Kies eerst wat je in de lijst wilt zien."),
    ],
)
def test_a_name_that_does_not_fit_is_refused_and_kept_in_the_form(
    signed_in: SignedIn, address: str, name: str, words: str
) -> None:
    carla = a_coordinator()
    keep(Queue.SUPPORT, "Open", {"whose": "niemand"}, by=carla)

    page = signed_in(carla).post(f"{KEPT}/nieuw{address}", data={"name": name})

    assert page.status_code == 422
    assert words in unescape(page.text)
    assert f'value="{name}"' in page.text
    assert kept_names() == ["Open"]


def test_there_are_at_most_twenty_of_one_queue(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    for number in range(MOST):
        keep(Queue.SUPPORT, f"Keuze {number}", {"whose": "ik"}, by=carla)

    page = signed_in(carla).post(f"{KEPT}/nieuw?whose=ik", data={"name": "Nog een"})

    assert (page.status_code, len(kept_names())) == (422, MOST)
    assert f"Je hebt al {MOST} keuzes bewaard." in page.text
    assert 'value="Nog een"' in page.text


def test_a_filter_gets_another_name_but_not_that_of_another(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    saved = keep(Queue.SUPPORT, "Open", {"whose": "niemand"}, by=carla)
    keep(Queue.SUPPORT, "Van mij", {"whose": "ik"}, by=carla)
    browser = signed_in(carla)
    address = f"{KEPT}/{saved.id}/naam"
    assert 'value="Open"' in browser.get(address).text

    taken = browser.post(address, data={"name": "van mij"})
    again = browser.post(address, data={"name": "open"})

    assert (taken.status_code, 'value="van mij"' in taken.text) == (422, True)
    assert (again.status_code, again.location) == (303, KEPT)
    assert kept_names() == ["open", "Van mij"]


def test_a_filter_is_removed_and_a_second_time_it_is_gone_already(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    saved = keep(Queue.SUPPORT, "Open", {"whose": "niemand"}, by=carla)
    browser = signed_in(carla)
    address = f"{KEPT}/{saved.id}/verwijdering"
    assert address in browser.get(KEPT).text

    answers = [browser.post(address) for _ in range(2)]

    assert [(one.status_code, one.location) for one in answers] == [(303, KEPT)] * 2
    assert kept_names() == []
    assert "Je hebt geen keuzes bewaard" in browser.get(KEPT).text


def test_everybody_has_their_own(signed_in: SignedIn) -> None:
    saved = keep(Queue.SUPPORT, "Open", {"whose": "niemand"}, by=a_coordinator())
    browser = signed_in(a_coordinator(name="Cor"))

    assert "Open (" not in browser.get(LIST).text
    assert browser.get(f"{KEPT}/{saved.id}/naam").status_code == 404
    assert browser.post(f"{KEPT}/{saved.id}/naam", data={"name": "x"}).status_code == 404
    assert browser.post(f"{KEPT}/{saved.id}/verwijdering").status_code == 303
    assert kept_names() == ["Open"]


def test_who_has_no_queue_keeps_no_filters(signed_in: SignedIn) -> None:
    mo, noor = signed_in(a_moderator()), signed_in(a_person("Noor"))

    codes = [mo.get(KEPT).status_code, mo.get("/mijn/keuzes/teksten").status_code]

    assert codes == [403, 200]
    assert noor.get("/mijn/keuzes/teksten").status_code == 403
    assert noor.post(f"{KEPT}/nieuw?whose=ik", data={"name": "x"}).status_code == 403
    assert mo.get("/mijn/keuzes/onzin").status_code == 404


def test_the_queue_of_texts_keeps_filters_as_well(signed_in: SignedIn) -> None:
    mo = a_moderator()
    a_review()
    browser = signed_in(mo)

    answer = browser.post("/mijn/keuzes/teksten/nieuw?wijk=noord", data={"name": "Noord"})

    assert answer.location == "/moderatie?wijk=noord"
    keep(Queue.MODERATION, "Te laat", {"wacht": "te-laat", "thema": "work"}, by=mo)
    page = browser.get("/moderatie").text
    assert ("Noord (1)</a>" in page, "Te laat (0)</a>" in page) == (True, True)


def test_twenty_filters_cost_one_statement_more_than_none(signed_in: SignedIn) -> None:
    carla = a_coordinator()
    a_request()
    browser = signed_in(carla)
    browser.get(LIST)
    none = statements(lambda: browser.get(LIST))

    for number in range(MOST):
        kind = {"kind": "money", "due": "week", "whose": "collega", "state": "submitted"}
        keep(Queue.SUPPORT, f"Keuze {number}", kind, by=carla)
    many = statements(lambda: browser.get(LIST))

    assert many == none + 1
