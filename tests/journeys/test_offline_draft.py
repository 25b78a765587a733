"""A plan that is written without internet waits on the phone, arrives once, and goes on as any other."""

from collections.abc import Callable

import pytest
from flask import Flask

from factories.accounts import a_person
from factories.areas import a_town
from journeys.conftest import Mailbox
from journeys.steps import registering
from journeys.steps.checks import check
from journeys.steps.offline import (
    IDEA,
    PATH,
    arrived,
    losing_first_answer,
    phone_without_internet,
    plans,
    press_send,
    shown,
    wait_for,
    write,
)
from journeys.steps.phone import APhone, Phone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("scripts", [True], ids=["scripts"]),
]


@pytest.fixture
def phone(a_phone: APhone) -> Phone:
    return phone_without_internet(a_phone)


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


def test_an_answer_that_got_lost_does_not_make_a_second_plan(app: Flask, phone: Phone) -> None:
    page = phone.page
    page.goto(PATH)
    write(phone)
    press_send(phone)
    shown(phone, "waiting")

    with losing_first_answer(app, PATH) as lost:
        page.context.set_offline(False)
        wait_for(page, lambda: lost)
        page.wait_for_timeout(300)
        page.goto(PATH)
        phone.until(
            f"location.pathname !== '{PATH}' || document.querySelector('[data-link]').checkVisibility()"
        )

    assert lost == [PATH]
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

    wait_for(page, lambda: "verder" in page.url or "verder" in other.url)
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


def test_who_signs_out_is_asked_about_the_plan_that_is_still_on_the_phone(
    phone_of: Callable[..., Phone],
) -> None:
    a_town()
    phone = phone_of(a_person("Sanne"))
    phone.go(PATH)
    write(phone)
    shown(phone, "kept")

    phone.page.locator(".menu summary").click()
    phone.press("Uitloggen")
    assert phone.heading == "Je bent uitgelogd"
    phone.page.get_by_role("heading", name="Op dit apparaat staat nog een plan").wait_for()
    check(phone.page, phone.page.content(), with_axe=True)
    phone.page.get_by_role("button", name="Gooi het plan weg").click()
    phone.page.get_by_text("Het plan is weg van dit apparaat.").wait_for()
    assert phone.page.evaluate("document.activeElement.dataset.left") == "gone"

    phone.go("/uitgelogd")
    assert not phone.page.get_by_text("Op dit apparaat staat nog een plan").is_visible()
    phone.go(PATH)
    assert phone.typed(registering.TITLE) == ""


def test_the_page_without_internet_goes_on_in_another_language_with_what_is_typed(
    a_phone: APhone,
) -> None:
    a_town()
    phone = a_phone()
    phone.go(PATH)
    phone.answer(registering.TITLE, IDEA.title)

    phone.page.locator("header .languages__toggle").click()
    phone.press("English")

    assert phone.heading == "Tell your plan on one page"
    assert phone.page.locator("#title").input_value() == IDEA.title
