"""A map is a drawing of links without script or style, and a list says the same."""

import re
from pathlib import Path

import pytest

from app.areas import queries, service
from app.areas.map import WIDTH, svg_map
from app.areas.tree import Place
from app.core.db import db
from areas.files import feature, geojson, square, table, town_features


@pytest.fixture
def town(tmp_path: Path) -> list[Place]:
    service.load([geojson(tmp_path)], [], [], year=2025)
    return queries.neighbourhoods()


def address(place: Place) -> str:
    return f"/wijken/{place.slug}"


def test_every_area_is_a_link_with_its_name(town: list[Place]) -> None:
    svg = svg_map(town, address=address, values={town[0].id: "3 initiatieven"})

    assert re.findall(r'<a href="(.*?)".*?<title>(.*?)</title>', svg) == [
        ("/wijken/havenbuurt", "Havenbuurt: 3 initiatieven"),
        ("/wijken/molenbuurt", "Molenbuurt"),
        ("/wijken/parkbuurt", "Parkbuurt"),
        ("/wijken/zuid-buurt", "Zuid"),
    ]


def test_the_drawing_is_whole_units_with_the_north_on_top(town: list[Place]) -> None:
    svg = svg_map(town)
    height = re.findall(rf'viewBox="0 0 {WIDTH} (\d+)"', svg)

    assert [int(height[0]) > WIDTH] == [
        True
    ]  # a degree of latitude is longer than one of longitude
    corners = re.findall(r'd="M(\d+) (\d+)l[0-9 -]+z"', svg)
    west = {x for x, _ in corners}
    assert (len(corners), west <= {"0", "150", "300"}) == (4, True)


def test_the_chosen_area_stands_out_and_lies_on_top(town: list[Place]) -> None:
    svg = svg_map(town, address=address, chosen=town[0].id)

    assert svg.count("map__area--chosen") == 1
    assert svg.rindex("<title>") == svg.index("<title>Havenbuurt")


def test_the_drawing_has_no_script_style_or_stop_for_the_tab_key(town: list[Place]) -> None:
    svg = svg_map(town, address=address)

    assert re.findall(r"<script|style=|\son\w+=|<image|http", svg) == []
    assert svg.count('tabindex="-1"') == svg.count("<a ") == 4
    assert 'aria-hidden="true" focusable="false"' in svg


def test_names_and_words_cannot_break_out_of_the_drawing(town: list[Place]) -> None:
    nasty = '"><script>'
    svg = svg_map(town, address=lambda _: nasty, values={town[0].id: nasty})

    assert "<script" not in svg


def test_an_island_too_small_to_see_is_left_out(tmp_path: Path) -> None:
    west, south, tiny = 5.2, 52.53, 1e-6
    speck = [[west, south], [west + tiny, south], [west, south + tiny], [west, south]]
    islands = {"type": "MultiPolygon", "coordinates": [square(0, 0)["coordinates"], [speck]]}
    features = town_features()
    features[2] = feature(islands, buurtcode="BU99980201", buurtnaam="Parkbuurt")
    service.load([geojson(tmp_path, features)], [], [], year=2025)

    assert len(re.findall(r"M\d", svg_map(queries.neighbourhoods()))) == 4


def test_areas_without_an_outline_are_in_the_list_only(tmp_path: Path) -> None:
    service.load([], [table(tmp_path)], [], year=2025)
    places = queries.neighbourhoods()

    assert svg_map(places, address=address) == svg_map([]) == ""


def test_a_drawing_is_made_again_when_an_outline_changed(town: list[Place], tmp_path: Path) -> None:
    first = svg_map(town[:1])
    changed = geojson(tmp_path)
    changed.write_text(changed.read_text().replace("5.21", "5.214"))

    service.load([changed], [], [], year=2025)

    assert svg_map(queries.neighbourhoods()[:1]) != first


def test_a_map_is_drawn_from_memory_the_second_time(town: list[Place]) -> None:
    svg_map(town)
    db.session.expunge_all()

    assert svg_map(town) is not None
