"""The map for everybody: typed and in a list without scripts, on streets with them, by keys alone, and when it fails."""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.areas.models import Postcode
from app.core.db import db
from factories.areas import Town
from factories.initiatives import an_initiative
from factories.outlines import a_town_on_real_ground
from factories.tile_server import RunningServer
from journeys.axe import broken_rules
from journeys.steps.phone import APhone

pytestmark = pytest.mark.browser
SHOW, HIDE = "Toon de kaart", "Verberg de kaart"
MOLENBUURT = "Molenbuurt: 2 initiatieven"
PLACE = "document.querySelector('.leaflet-map-pane').style.transform"
FOCUSED = "document.activeElement"
Phones = Callable[..., Page]


@pytest.fixture(autouse=True)
def town(app: Flask, address: str) -> Iterator[Town]:
    """Two plans in the Molenbuurt and one in the Parkbuurt, on real ground."""
    if db.engine.dialect.name == "postgresql":
        pytest.skip("a map is the same on every database: it is looked at on SQLite")
    town, before = a_town_on_real_ground(), dict(app.config)
    db.session.add(Postcode(postcode="2625AB", neighbourhood_id=town.mill.id))
    for place in (town.mill, town.mill, town.park):
        an_initiative(neighbourhood=place)
    db.session.commit()
    yield town
    app.config.update(before)
    shutil.rmtree(app.config["TILES_FOLDER"], ignore_errors=True)


@pytest.fixture
def opened(phones: Phones) -> Callable[..., Page]:
    """Return a function that opens the map on a phone, where nothing may go wrong unseen."""

    def opened(**options: Any) -> Page:
        page = phones(**options)
        page.on("pageerror", lambda wrong: pytest.fail(str(wrong)))
        page.on("console", lambda said: refuse_violations(said.text))
        page.goto("/kaart")
        page.get_by_role("button", name=SHOW).click()
        page.get_by_role("button", name=MOLENBUURT).wait_for()
        return page

    return opened


def refuse_violations(said: str) -> None:
    assert "Content Security Policy" not in said


def test_a_place_is_typed_or_chosen_and_the_map_is_never_needed(
    a_phone: APhone, scripts: bool
) -> None:
    noor = a_phone()
    noor.go("/")
    noor.follow("Kijk op de kaart")
    assert noor.page.get_by_role("button", name=SHOW).is_visible() == scripts

    noor.answer("Je postcode of de naam van je buurt", "2625 ab 12")
    noor.press("Zoek de buurt")
    assert noor.path == "/kaart?buurt=molenbuurt#gevonden"
    assert noor.part("Dit vonden we") == "Dit vonden we Molenbuurt 2 initiatieven"
    noor.follow("Molenbuurt", part="Dit vonden we")
    assert noor.heading == "Molenbuurt"

    noor.page.go_back()
    with noor.page.expect_navigation():
        noor.page.locator("svg.map a", has_text="Parkbuurt: 1 initiatief").click()
    assert noor.heading == "Parkbuurt"


def test_streets_come_through_the_portal_and_a_mark_opens_the_way_to_its_plans(
    app: Flask, opened: Callable[..., Page], address: str, tile_server: RunningServer
) -> None:
    app.config["TILES"] = tile_server.template()
    page = opened()

    page.get_by_role("button", name="Kaart groter").click()
    tile = page.locator("img.leaflet-tile-loaded").first
    tile.wait_for()
    assert tile.evaluate("tile => [tile.naturalWidth, tile.naturalHeight]") == [256, 256]
    hosts = "performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)"
    assert set(page.evaluate(hosts)) == {address}
    assert "Straten: Kadaster, PDOK (CC BY 4.0)." in page.inner_text("main")
    for colours in ("light", "dark"):
        page.emulate_media(color_scheme=colours)
        page.get_by_role("button", name=MOLENBUURT).tap()
        assert broken_rules(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320

    page.locator(".leaflet-popup").get_by_role("link", name="Molenbuurt").tap()
    page.wait_for_url("**/wijken/molenbuurt")


def test_the_keyboard_does_it_all_and_is_never_caught(opened: Callable[..., Page]) -> None:
    page = opened(has_touch=False)
    press = page.keyboard.press
    page.get_by_role("button", name=HIDE).focus()

    for _ in range(2):
        press("Tab")  # past the link that skips the map
    assert page.evaluate(f"{FOCUSED}.dataset.map") == "ground"
    before = page.evaluate(PLACE)
    press("ArrowRight")
    assert page.evaluate(PLACE) != before
    press("Tab")
    marks = page.locator(".dot")
    assert page.evaluate(f"{FOCUSED}.ariaLabel") == marks.first.get_attribute("aria-label")

    press("Enter")
    assert page.evaluate(f"{FOCUSED}.closest('.leaflet-popup') !== null")
    press("Escape")
    assert page.evaluate(f"{FOCUSED}.className") == "dot"
    expect(page.locator(".leaflet-popup")).to_have_count(0)
    for _ in range(marks.count() + 2):
        press("Tab")  # the other marks and the two buttons under the map
    assert page.evaluate(f"{FOCUSED}.closest('[data-map=list]') !== null")
    press("Shift+Tab")
    assert page.evaluate(f"{FOCUSED}.textContent") == "Kaart kleiner"


def test_when_the_tile_server_is_away_the_page_says_so_and_the_outlines_stay(
    app: Flask, opened: Callable[..., Page], tile_server: RunningServer
) -> None:
    app.config["TILES"] = tile_server.template("broken")
    page = opened()

    page.get_by_text("De straten laden lukt nu niet.").wait_for()
    assert page.locator("path.outline").count() == 6
    page.get_by_role("button", name=HIDE).tap()
    expect(page.locator("svg.map")).to_be_visible()
    expect(page.locator(".ground")).to_be_hidden()
    page.get_by_role("button", name=SHOW).tap()
    expect(page.get_by_role("button", name=MOLENBUURT)).to_be_visible()


def test_a_map_that_does_not_come_can_be_asked_for_again(phones: Phones) -> None:
    page = phones()
    lost = "**/static/leaflet.*.mjs"
    page.route(lost, lambda route: route.abort())
    page.goto("/kaart")
    page.get_by_role("button", name=SHOW).tap()
    failed = page.get_by_text("De kaart laden lukt nu niet.")
    failed.wait_for()
    expect(page.locator("svg.map")).to_be_visible()

    page.unroute(lost)
    page.get_by_role("button", name=SHOW).tap()

    page.get_by_role("button", name=MOLENBUURT).wait_for()
    expect(failed).to_be_hidden()
