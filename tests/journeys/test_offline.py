"""Without internet: pages that were read before are there, others say so calmly, and nobody reads those of somebody else."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from app.accounts import sessions
from app.accounts.models import User
from app.core.db import db
from factories.accounts import a_person
from journeys.steps.checks import check
from journeys.steps.phone import APhone, Phone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("scripts", [True], ids=["scripts"]),
]
PhoneOf = Callable[..., Phone]
KEPT = "caches.keys().then((names) => names.filter((name) => name.startsWith('pages-')))"


def opened(phone: Phone, path: str = "/over") -> Page:
    """Open a page, and wait until the worker knows the language of the reader."""
    db.session.commit()
    page = phone.page
    page.goto(path)
    phone.until("navigator.serviceWorker.controller !== null")
    phone.until("caches.match('/language').then((kept) => kept !== undefined)")
    return page


def read(phone: Phone, path: str) -> None:
    """Read a page, and wait until a copy is kept."""
    phone.page.goto(path)
    phone.until(f"caches.match('{path}', {{ignoreVary: true}}).then((copy) => copy !== undefined)")


def cut_off(page: Page) -> None:
    page.context.set_offline(True)


def test_a_page_that_was_read_before_is_there_without_internet(a_phone: APhone) -> None:
    phone = a_phone(service_workers="allow")
    page = opened(phone)
    read(phone, "/contact")

    cut_off(page)
    page.goto("/contact")

    assert phone.heading == "Contact"
    assert phone.text.startswith("Je bent offline. Dit is de pagina van ")
    check(page, page.content(), with_axe=True)
    page.context.set_offline(False)
    page.goto("/contact")
    assert "offline" not in phone.text


def test_another_page_says_calmly_that_there_is_no_internet(a_phone: APhone) -> None:
    phone = a_phone(service_workers="allow")
    page = opened(phone)
    read(phone, "/contact")

    cut_off(page)
    page.goto("/wijken")

    assert phone.heading == "Je bent offline"
    page.wait_for_selector("#kept-pages:not([hidden])")
    assert phone.all("#kept-pages li") == ["Contact"]
    check(page, page.content(), with_axe=True)
    with page.expect_navigation():
        page.context.set_offline(False)
    assert phone.heading == "Wijken"


def test_the_page_without_internet_speaks_the_language_of_the_reader(a_phone: APhone) -> None:
    phone = a_phone(service_workers="allow")
    page = opened(phone, "/over?taal=en")
    phone.until("caches.match('/offline?taal=en').then((kept) => kept !== undefined)")

    cut_off(page)
    page.goto("/wijken")

    assert phone.heading == "You are offline"


def test_who_signs_out_leaves_nothing_to_read(phone_of: PhoneOf) -> None:
    sanne = a_person("Sanne")
    phone = phone_of(sanne, service_workers="allow")
    page = opened(phone)
    read(phone, "/mijn")
    cut_off(page)
    page.goto("/mijn")
    assert "Je bent offline. Dit is de pagina van" in phone.text
    page.context.set_offline(False)
    page.goto("/over")

    page.locator(".menu__toggle").click()
    page.get_by_role("button", name="Uitloggen").click()
    phone.until(f"{KEPT}.then((names) => names.every((name) => name === 'pages-nobody'))")
    cut_off(page)
    page.goto("/mijn")

    assert phone.heading == "Je bent offline"
    assert "Sanne" not in page.content()


def test_a_session_that_ended_elsewhere_leaves_nothing_to_read(phone_of: PhoneOf) -> None:
    sanne = a_person("Sanne")
    phone = phone_of(sanne, service_workers="allow")
    page = opened(phone)
    read(phone, "/mijn")

    end_sessions_of(sanne)
    page.goto("/over")
    cut_off(page)
    page.goto("/mijn")

    assert phone.heading == "Je bent offline"


def end_sessions_of(person: User) -> None:
    sessions.end_all(person)
    db.session.commit()
