"""The board with the keyboard alone: from card to card, the next step and back; on a phone one column at a time."""

from collections.abc import Callable

import pytest
from flask import Flask

from app.core.db import db
from factories.accounts import a_coordinator
from factories.initiatives import an_initiative
from factories.support import a_request
from journeys.axe import broken_rules
from journeys.steps.phone import Phone

pytestmark = pytest.mark.browser
WIDE = {"width": 1280, "height": 800}


@pytest.fixture(autouse=True)
def only_on_sqlite(app: Flask) -> None:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("the pages are the same on every database: they are opened on SQLite")


@pytest.mark.parametrize("scripts", [True])
def test_a_card_is_taken_on_and_given_back_by_keyboard(phone_of: Callable[..., Phone]) -> None:
    for days, title in enumerate(("Bankje", "Pluktuin")):
        a_request(an_initiative(title=title), days_until_due=days)
    carla = phone_of(a_coordinator(), viewport=WIDE)
    page = carla.page

    def press(*keys: str) -> None:
        for key in keys[:-1]:
            page.keyboard.press(key)
        with page.expect_navigation():
            page.keyboard.press(keys[-1])

    def columns() -> list[list[str]]:
        return [
            one.locator("h3").all_inner_texts() for one in page.locator("main .board > *").all()
        ]

    carla.go("/ondersteuning")
    press("b")
    assert columns() == [["Bankje", "Pluktuin"], [], [], []]
    assert broken_rules(page) == []
    press("j", "j", "Tab", "Enter")
    assert columns() == [["Bankje"], ["Pluktuin"], [], []]
    press("Tab", "Tab", "Tab", "Enter")  # from its new place: title, proposal, back
    assert columns() == [["Bankje", "Pluktuin"], [], [], []]
    press("a")
    assert carla.path == "/ondersteuning?beeld=agenda"
    assert broken_rules(page) == []


@pytest.mark.parametrize("scripts", [False])
def test_a_phone_shows_one_column_and_follows_a_card(phone_of: Callable[..., Phone]) -> None:
    for days, title in enumerate(("Bankje", "Pluktuin")):
        a_request(an_initiative(title=title), days_until_due=days)
    phone = phone_of(a_coordinator())

    def seen() -> list[str]:
        headings = phone.page.locator("main .board").locator("h2, h3").all()
        return [one.inner_text() for one in headings if one.is_visible()]

    phone.go("/ondersteuning?beeld=bord")
    assert seen() == ["Ontvangen (2)", "Bankje", "Pluktuin"]
    phone.page.get_by_role("link", name="In behandeling (0)").click()
    assert seen() == ["In behandeling (0)"]
    phone.page.get_by_role("link", name="Ontvangen (2)").click()
    with phone.page.expect_navigation():
        phone.page.locator("li", has_text="Pluktuin").get_by_role("button").click()
    assert seen() == ["In behandeling (1)", "Pluktuin"]
