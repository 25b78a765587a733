"""Every page, for everybody: by day, by night, in the reader's own colours, at 400 % zoom (320 pixels wide), and with large or wide text."""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, ViewportSize
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import Forbidden, RequestEntityTooLarge, TooManyRequests

from app.accounts.models import User, Visitor
from app.areas.models import Area, AreaKind
from app.core.db import db
from app.core.errors import NotFound, OutOfDate
from app.demo import cast
from app.demo.cast import Player
from app.initiatives import service as initiatives
from app.notifications.keys import stop_key
from app.notifications.models import Message
from architecture.walk import a_small_municipality, person, sent_empty, walk
from factories.feedback import asked
from journeys.axe import OF_COLOURS, broken_rules
from journeys.chromium import PHONE

pytestmark = pytest.mark.browser
STYLE = "/stijl"
BEGINS = ("/", "/mijn", "/bestaat-niet", STYLE, "/initiatieven?zoek=niets")
STEPS = ("", "/wat", "/waar", "/wie", "/nodig", "/controle", "/verstuurd", "/bewaren")
USUAL, ZOOMED = ViewportSize(**PHONE), ViewportSize(width=320, height=256)
CHANGING = re.compile(r'(?<==")[^"]*(?=")|(?<=>)[^<]+(?=<)|\d+')
TOO_SMALL = """() => [...document.querySelectorAll(
  "button, summary, select, textarea, .nl-button, .menu__link, .option__label," +
  "input:not([type=hidden], [type=checkbox], [type=radio])"
)].filter((target) => {
  const { width, height } = target.getBoundingClientRect();
  const isShown = target.checkVisibility() && !target.matches(".visually-hidden");
  return isShown && Math.min(width, height) < 43.9;
}).map((target) => `smaller than 44 pixels: ${target.outerHTML}`)"""
WIDE_TEXT = """:root * { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } :root p { margin-block-end: 2em !important }"""  # WCAG 1.4.12
LARGE_TEXT = ":root { font-size: 200% !important }"  # WCAG 1.4.4
OUT_OF_SIGHT = """(rules) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [sheet];
  const isCut = (part) => getComputedStyle(part).overflowX === "hidden" &&
    !part.matches(".visually-hidden") && part.scrollWidth > part.clientWidth + 1;
  const width = document.documentElement.clientWidth;
  const short = (part) => part.cloneNode(false).outerHTML;
  const found = [...document.body.querySelectorAll("*")].filter(isCut).map(short);
  if (document.documentElement.scrollWidth > width) found.push("scrolls sideways");
  document.adoptedStyleSheets = [];
  return found;
}"""
BAD_LUCK: dict[int, Exception] = {
    403: Forbidden(),
    404: NotFound("We kunnen dit initiatief niet vinden."),
    409: OutOfDate("Nora was je voor."),
    413: RequestEntityTooLarge(),
    429: TooManyRequests(),
    500: RuntimeError(),
    503: OperationalError("select", {}, Exception()),
}
_seen: set[str] = set()


@pytest.fixture
def tab(phones: Callable[..., Page]) -> Page:
    """Return a tab that has the style sheet and the scripts of the portal."""
    if db.engine.dialect.name == "postgresql":
        pytest.skip("pages look the same on every database: they are looked at on SQLite")
    tab = phones()
    tab.goto("/over")
    a_small_municipality()
    return tab


@pytest.mark.parametrize("player", cast.CAST, ids=lambda player: player.key)
def test_what_everybody_with_an_account_sees(
    app: Flask, signed_in: Callable[[User], FlaskClient], tab: Page, player: Player
) -> None:
    look_around(app, signed_in(person(player)), tab, *BEGINS)


def test_what_visitors_see(app: Flask, client: FlaskClient, tab: Page) -> None:
    mailed = db.session.scalars(select(Message).limit(1)).one()

    _ask, secret = asked()

    look_around(
        *(app, client, tab, *BEGINS),
        *(f"/mail/stop/{stop_key(mailed)}", f"/hoe-ging-het/{secret}"),
    )


def test_what_somebody_sees_who_is_registering_a_plan(
    app: Flask, client: FlaskClient, tab: Page
) -> None:
    visitor, somewhere = Visitor(), Area.kind == AreaKind.NEIGHBOURHOOD
    neighbourhood = db.session.scalars(select(Area.id).where(somewhere).limit(1)).one()
    draft, secret = initiatives.start(by=visitor)
    for answers in (
        initiatives.What("Geveltuintjes", "We maken samen tuintjes langs de gevels."),
        initiatives.Where(neighbourhood, "De stoep aan de Molenstraat"),
        initiatives.Who("Alle buren", name="Sanne", email="sanne@voorbeeld.example"),
    ):
        initiatives.keep_answers(draft, answers, by=visitor)
    with client.session_transaction() as session:
        session["draft"] = secret
    steps = {f"/initiatieven/nieuw{step}" for step in STEPS}

    assert steps <= look_around(app, client, tab, *sorted(steps))


def test_what_bad_luck_looks_like(
    app: Flask, client: FlaskClient, tab: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    faults = {}
    for status, trouble in BAD_LUCK.items():

        def fail(trouble: Exception = trouble) -> str:
            raise trouble

        monkeypatch.setitem(app.view_functions, "pages.about", fail)
        answer = client.get("/over")
        assert answer.status_code == status
        faults[str(status)] = list(_faults_at_a_glance(tab, answer.text))
    faults["offline"] = list(_faults_at_a_glance(tab, client.get("/offline").text))
    late = client.post(
        "/initiatieven/nieuw/wat",
        data={"title": "Soep op zondag"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert late.status_code == 400
    faults["too late"] = list(_faults_at_a_glance(tab, late.text))

    assert {page: found for page, found in faults.items() if found} == {}


def look_around(app: Flask, browser: FlaskClient, tab: Page, *begins: str) -> set[str]:
    """Look at every kind of page that somebody can reach; return where that was."""
    faults = {}
    for path, answer in walk(app, browser, begins):
        if answer.mimetype != "text/html" or answer.location:
            continue
        faults[path] = list(_faults(tab, answer.text))
        if path.startswith(STYLE):
            continue  # its forms are examples, and go nowhere
        for address, refused in sent_empty(browser, answer.text):
            assert refused.status_code == 422, f"{address} takes an empty form"
            if _is_new(refused.text):
                faults[path] += _faults_at_a_glance(tab, refused.text)
    assert {path: found for path, found in faults.items() if found} == {}
    return set(faults)


def _faults(tab: Page, html: str) -> Iterator[str]:
    """Look at a page in six ways, unless one with the same parts was looked at before."""
    if not _is_new(html):
        return
    tab.set_content(html)
    yield from broken_rules(tab)
    tab.emulate_media(color_scheme="dark")
    yield from (f"dark: {line}" for line in broken_rules(tab, *OF_COLOURS))
    tab.emulate_media(color_scheme="light", forced_colors="active")
    yield from (f"own colours: {line}" for line in broken_rules(tab, *OF_COLOURS))
    tab.emulate_media(color_scheme="light", forced_colors="none")
    tab.set_viewport_size(ZOOMED)
    yield from (f"zoomed: {line}" for line in broken_rules(tab))
    if tab.evaluate("document.documentElement.scrollWidth") > ZOOMED["width"]:
        yield "zoomed: scrolls sideways"
    yield from tab.evaluate(TOO_SMALL)
    tab.set_viewport_size(USUAL)
    yield from (f"large text: {part}" for part in tab.evaluate(OUT_OF_SIGHT, LARGE_TEXT))
    yield from (f"wide text: {part}" for part in tab.evaluate(OUT_OF_SIGHT, WIDE_TEXT))


def _faults_at_a_glance(tab: Page, html: str) -> Iterator[str]:
    """Look at a page by day, and whether it fits: its parts are seen in every way on /stijl."""
    tab.set_content(html)
    yield from broken_rules(tab)
    tab.set_viewport_size(ZOOMED)
    if tab.evaluate("document.documentElement.scrollWidth") > ZOOMED["width"]:
        yield "zoomed: scrolls sideways"
    tab.set_viewport_size(USUAL)


def _is_new(html: str) -> bool:
    """Tell whether no page with the same parts was looked at before."""
    parts = CHANGING.sub("", html)
    is_new = parts not in _seen
    _seen.add(parts)
    return is_new
