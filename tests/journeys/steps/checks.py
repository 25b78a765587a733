"""What every page owes its reader, whoever opens it: valid HTML, no errors for a screen reader, no sideways scroll."""

import re

import html5lib
from playwright.sync_api import Page, ViewportSize

from journeys.axe import broken_rules

NARROW = ViewportSize(width=320, height=640)
CHANGING = re.compile(r'value="[^"]*"|(?<=>)[^<]+(?=<)|\d+')
_seen: set[str] = set()


def check(page: Page, html: str, *, with_axe: bool) -> None:
    """Check a page, unless one with the same parts was checked before in this run.

    ``html`` is the answer of the server; axe needs scripts, so pages without get the rest.
    """
    assert "Traceback" not in html
    if _was_seen(page, html, with_axe):
        return
    html5lib.HTMLParser(strict=True).parse(html)
    assert _width_on_a_small_phone(page) <= NARROW["width"], f"{page.url} scrolls sideways"
    if with_axe:
        assert broken_rules(page) == [], page.url


def _was_seen(page: Page, html: str, with_axe: bool) -> bool:
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    parts = f"{is_dark} {with_axe} {CHANGING.sub('', html)}"
    if parts in _seen:
        return True
    _seen.add(parts)
    return False


def _width_on_a_small_phone(page: Page) -> int:
    usual = page.viewport_size
    page.set_viewport_size(NARROW)
    width: int = page.evaluate("document.documentElement.scrollWidth")
    if usual:
        page.set_viewport_size(usual)
    return width
