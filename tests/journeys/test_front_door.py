"""The front page on a phone: the menu opens with a tap and folds with Escape."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_menu_folds_with_escape(phones: Callable[..., Page]) -> None:
    page = phones()
    page.goto("/")
    page.locator(".menu__toggle").click()
    page.get_by_role("link", name="Wijken", exact=True).first.focus()

    page.keyboard.press("Escape")

    assert page.locator(".menu").get_attribute("open") is None
    assert page.evaluate("document.activeElement.className") == "menu__toggle"
