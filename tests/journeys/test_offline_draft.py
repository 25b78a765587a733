"""A plan that is written without internet waits on the phone, arrives once, and goes on as any other."""

import socket
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page

from app.core.db import db
from app.initiatives.models import Initiative
from factories.areas import a_town
from journeys.conftest import Mailbox
from journeys.steps import registering
from journeys.steps.checks import check
from journeys.steps.phone import APhone, Phone
from journeys.steps.registering import Idea

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("scripts", [True], ids=["scripts"]),
]
PATH = "/initiatieven/nieuw/offline"
IDEA = Idea()
KEPT = f"caches.match('{PATH}?taal=nl', {{ignoreVary: true}}).then((copy) => copy !== undefined)"


@pytest.fixture
def phone(a_phone: APhone) -> Phone:
    """Return a phone that was on the site once, and has no internet now."""
    a_town()
    phone = a_phone(service_workers="allow")
    phone.go("/over")
    phone.until(KEPT)
    phone.page.context.set_offline(True)
    return phone


@pytest.fixture
def loses_first_answer(app: Flask) -> Iterator[list[str]]:
    """Let the first plan arrive and be kept, but cut the line before the phone hears so."""
    inner, lost = app.wsgi_app, list[str]()

    def cut(environ: dict[str, Any], begin: Callable[..., Any]) -> Iterable[bytes]:
        answer = inner(environ, begin)
        if environ["REQUEST_METHOD"] == "POST" and environ["PATH_INFO"] == PATH and not lost:
            lost.append(PATH)
            environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
        return answer

    app.wsgi_app = cut
    yield lost
    app.wsgi_app = inner


def write(phone: Phone) -> None:
    """Fill in the page as somebody does in a train."""
    phone.answer(registering.TITLE, IDEA.title)
    phone.answer(registering.SUMMARY, IDEA.summary)
    phone.page.get_by_label("In welke buurt is het?").select_option(label="Molenbuurt")
    phone.answer(registering.FOR_WHOM, IDEA.for_whom)
    phone.tick("Een groep bewoners")
    phone.answer(registering.NAME, IDEA.name)
    phone.answer(registering.EMAIL, IDEA.email)


def press_send(phone: Phone) -> None:
    phone.page.get_by_role("button", name="Verstuur mijn plan").click()


def shown(phone: Phone, part: str) -> None:
    """Wait until the page shows a part."""
    phone.page.wait_for_selector(f"[data-shown={part}]:not([hidden])")


def arrived(page: Page) -> None:
    page.wait_for_url("**/nieuw/verder/*")


def plans() -> list[Initiative]:
    db.session.rollback()
    return db.session.query(Initiative).all()


def test_a_plan_written_without_internet_is_sent_once_by_itself(
    phone: Phone, mailbox: Mailbox
) -> None:
    page = phone.page
    page.goto("/initiatieven/nieuw")
    assert phone.heading == "Vertel je plan op één pagina"
    write(phone)
    shown(phone, "kept")
    assert page.locator(".saved").inner_text().startswith("Bewaard om ")
    check(page, page.content(), with_axe=True)
    page.goto("/initiatieven/nieuw")  # the phone was put away and taken out again
    shown(phone, "kept")
    assert phone.typed(registering.TITLE) == IDEA.title
    assert phone.is_ticked("Een groep bewoners")

    press_send(phone)
    shown(phone, "waiting")
    check(page, page.content(), with_axe=True)
    assert plans() == []
    page.context.set_offline(False)

    arrived(page)
    assert [plan.title for plan in plans()] == [IDEA.title]
    phone.press("Verder waar ik was")
    assert "Stap 5 van 5" in phone.heading
    phone.press("Verder: bevestig je e-mailadres")
    assert "link" in mailbox.last_text(IDEA.email)


def test_an_answer_that_got_lost_does_not_make_a_second_plan(
    phone: Phone, loses_first_answer: list[str]
) -> None:
    page = phone.page
    page.goto(PATH)
    write(phone)
    press_send(phone)
    shown(phone, "waiting")

    page.context.set_offline(False)
    for _moment in range(100):
        if loses_first_answer:
            break
        page.wait_for_timeout(50)
    page.wait_for_timeout(300)
    page.goto(PATH)
    phone.until(
        f"location.pathname !== '{PATH}' || document.querySelector('[data-link]').checkVisibility()"
    )

    assert loses_first_answer == [PATH]
    assert [plan.title for plan in plans()] == [IDEA.title]


def test_two_tabs_send_one_plan(phone: Phone) -> None:
    page = phone.page
    page.goto(PATH)
    write(phone)
    press_send(phone)
    shown(phone, "waiting")
    other = page.context.new_page()
    other.goto(PATH)
    other.wait_for_selector("[data-shown=waiting]:not([hidden])")

    page.context.set_offline(False)

    for _moment in range(100):
        if "verder" in page.url or "verder" in other.url:
            break
        page.wait_for_timeout(50)
    page.wait_for_timeout(500)
    assert [plan.title for plan in plans()] == [IDEA.title]


def test_a_mistake_comes_back_with_everything_kept(phone: Phone) -> None:
    page = phone.page
    page.goto(PATH)
    write(phone)
    phone.answer(registering.EMAIL, "geen adres")
    press_send(phone)
    shown(phone, "waiting")

    page.context.set_offline(False)
    page.wait_for_selector(".error-summary")

    assert phone.title.startswith("Fout:")
    assert phone.typed(registering.TITLE) == IDEA.title
    assert page.evaluate("document.activeElement.className") == "error-summary"
    check(page, page.content(), with_axe=True)
    phone.answer(registering.EMAIL, IDEA.email)
    press_send(phone)
    arrived(page)
    assert len(plans()) == 1


def test_another_page_tells_that_the_plan_arrived(phone: Phone) -> None:
    page = phone.page
    page.goto(PATH)
    write(phone)
    press_send(phone)
    shown(phone, "waiting")
    page.goto("/wijken")

    with page.expect_navigation():
        page.context.set_offline(False)
    page.get_by_role("link", name="Lees het na en stuur het in").click()

    arrived(page)
    assert len(plans()) == 1


def test_what_is_thrown_away_is_gone(phone: Phone) -> None:
    page = phone.page
    page.goto(PATH)
    write(phone)
    shown(phone, "kept")

    page.get_by_text("Gooi weg wat op deze telefoon staat").click()
    page.get_by_role("button", name="Gooi weg", exact=True).click()
    page.wait_for_selector(".saved", state="hidden")
    page.goto(PATH)

    assert phone.typed(registering.TITLE) == ""
