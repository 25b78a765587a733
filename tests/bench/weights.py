"""What a page weighs on its first visit: every byte that a real browser fetches for it, compressed as it was sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Request

from tests.bench.main_pages import Page
from tests.journeys.chromium import PHONE

KINDS = {
    "text/html": "html",
    "text/css": "style",
    "text/javascript": "scripts",
    "image/svg+xml": "pictures",
    "image/jpeg": "photos",
    "image/png": "photos",
    "image/webp": "photos",
    "image/avif": "photos",
}


@dataclass
class Weight:
    """The bytes of one page by kind, how often it asked for something, and what should not be in it."""

    page: Page
    html: int = 0
    style: int = 0
    scripts: int = 0
    pictures: int = 0
    photos: int = 0
    other: int = 0
    requests: int = 0
    elsewhere: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)

    @property
    def first_view(self) -> int:
        """What has to be there before the page can be read."""
        return self.html + self.style

    @property
    def total(self) -> int:
        """Everything but photos."""
        return self.first_view + self.scripts + self.pictures + self.other


class Inline(HTMLParser):
    """Collects styles and scripts that stand in the page itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if tag == "style" or (tag == "script" and "src" not in names):
            self.found.append(f"<{tag}>")
        self.found += [name for name in names if name == "style" or name.startswith("on")]


def weigh(browser: Browser, address: str, pages: Iterable[Page]) -> list[Weight]:
    """Open each page in a browser that knows nothing yet, and weigh what came."""
    opened = [(page, _open(browser, address, page)) for page in pages]
    return [_weight(address, page, asked) for page, asked in opened]


def _open(browser: Browser, address: str, page: Page) -> list[Request]:
    """Open a page and return what it asks for, also what it asks for later."""
    context = browser.new_context(viewport=PHONE, service_workers="block")
    if page.cookie:
        name, _, value = page.cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "url": address}])
    tab, asked = context.new_page(), list[Request]()
    tab.on("request", lambda request: asked.append(request))  # noqa: PLW0108 -- Playwright wants a function of its own
    answer = tab.goto(address + page.path)
    if answer is None or answer.status != 200:
        raise RuntimeError(f"{page.path} answered {answer and answer.status}")
    if page.tap:
        tab.get_by_role("button", name=page.tap).click()
        tab.wait_for_load_state("networkidle")
    return asked


def _weight(address: str, page: Page, asked: list[Request]) -> Weight:
    weight = Weight(page, requests=len(asked))
    for request in asked:
        answer = request.response()
        if urlsplit(request.url).netloc != urlsplit(address).netloc or answer is None:
            weight.elsewhere.append(request.url)
            continue
        kind = KINDS.get(answer.headers.get("content-type", "").partition(";")[0], "other")
        sent = max(0, request.sizes()["responseBodySize"])  # below 0: it was there already
        setattr(weight, kind, getattr(weight, kind) + sent)
        if kind == "html":
            inline = Inline()
            inline.feed(answer.text())
            weight.inline += inline.found
    return weight
