"""What every page owes its reader, whoever opens it: valid HTML, no errors for a screen reader, no sideways scroll."""

import re

import html5lib
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

NARROW = ViewportSize(width=320, height=640)
CHANGING = re.compile(r'value="[^"]*"|(?<=>)[^<]+(?=<)|\d+')
AXE = Axe()
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
        violations = _violations(page)
        assert not violations, f"{page.url}: {violations}"


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


def _violations(page: Page) -> list[str]:
    """Return one line for each rule that is broken: the rule, and the first place."""
    return [
        f"{broken['id']} ({broken['impact']}): {broken['nodes'][0]['html']}"
        for broken in AXE.run(page).response["violations"]
    ]
