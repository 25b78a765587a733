"""A base map needs a setting, outlines, and a municipality that exists."""

from collections.abc import Iterator

import pytest
from flask import Flask

from app.areas.tiles import Tile, base_map
from factories.areas import a_town
from factories.counting import statements
from factories.outlines import a_town_on_real_ground, draw

TEMPLATE = "http://127.0.0.1:9/{z}/{x}/{y}"


@pytest.fixture(autouse=True)
def settings(app: Flask) -> Iterator[None]:
    before = dict(app.config)
    yield
    app.config.update(before)


def test_a_real_municipality_has_one_around_its_outlines() -> None:
    a_town_on_real_ground(TEMPLATE)

    base = base_map()

    assert base is not None
    assert base.credit == "Kadaster, PDOK (CC BY 4.0)"
    assert base.within == pytest.approx((3.96, 51.975, 4.08, 52.035), abs=0.001)


def test_it_shows_the_municipality_and_what_lies_around_it_only() -> None:
    a_town_on_real_ground(TEMPLATE)
    base = base_map()
    assert base is not None
    here = Tile(15, 16749, 10827)

    assert base.shows(here)
    assert not base.shows(here._replace(column=here.column + 10))
    assert not base.shows(here._replace(row=here.row + 10))
    assert not base.shows(Tile(19, 267_999, 173_239))


def test_there_is_none_without_a_setting() -> None:
    a_town_on_real_ground("")

    assert base_map() is None


def test_there_is_none_for_an_invented_municipality(app: Flask) -> None:
    town = a_town()
    draw(town.mill, town.harbour)
    app.config["TILES"] = TEMPLATE

    assert base_map() is None


def test_there_is_none_before_there_are_outlines(app: Flask) -> None:
    app.config["TILES"] = TEMPLATE
    assert base_map() is None

    a_town().municipality.code = "GM0503"
    assert base_map() is None


def test_asking_again_costs_nothing_and_gives_the_same_keeper() -> None:
    a_town_on_real_ground(TEMPLATE)
    first = base_map()

    assert statements(base_map) == 0
    again = base_map()
    assert first is not None
    assert again is not None
    assert again.keeper is first.keeper
