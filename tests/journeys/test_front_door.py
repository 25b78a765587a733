"""The front page on a phone: readable, without sideways scroll, and without accessibility errors."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
PAGES = ["/", "/over", "/privacy", "/toegankelijkheid", "/contact", "/bestaat-niet"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_no_accessibility_errors(phones: Callable[..., Page], path: str) -> None:
    page = phones()
    page.goto(path)

    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_does_not_scroll_sideways_at_320_pixels(
    phones: Callable[..., Page], path: str
) -> None:
    page = phones(viewport={"width": 320, "height": 640})
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_menu_folds_with_escape(phones: Callable[..., Page]) -> None:
    page = phones()
    page.goto("/")
    page.locator(".menu__toggle").click()
    page.get_by_role("link", name="Wijken", exact=True).first.focus()

    page.keyboard.press("Escape")

    assert page.locator(".menu").get_attribute("open") is None
    assert page.evaluate("document.activeElement.className") == "menu__toggle"
