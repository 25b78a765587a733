"""The file with outlines holds each area in use once, small, and is made once for each version."""

import json
from pathlib import Path
from typing import Any

import pytest
from shapely.geometry import Point, shape

from app.areas import queries, service
from app.areas.features import features
from areas.files import feature, geojson, town_features
from factories.areas import a_town
from factories.counting import statements
from factories.outlines import draw

SMALL_ENOUGH = 100_000  # bytes of all outlines of Delft, before they are compressed
CBS = Path(__file__).resolve().parents[3] / "shared" / "data" / "cbs"


def read() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in json.loads(features().content)["features"]}


def test_every_neighbourhood_has_its_outline_and_a_spot_in_it(tmp_path: Path) -> None:
    service.load([geojson(tmp_path)], [], [], year=2025)
    found = read()

    kinds = {slug: one["properties"]["kind"] for slug, one in found.items()}
    assert kinds == {
        **{place.slug: "district" for place in queries.districts()},
        **{place.slug: "neighbourhood" for place in queries.neighbourhoods()},
    }
    for one in found.values():
        assert shape(one["geometry"]).contains(Point(one["properties"]["spot"]))
    assert shape(found["molenbuurt"]["geometry"]).area == pytest.approx(0.0001)


def test_a_spot_lies_in_an_area_that_bends_around_its_middle(tmp_path: Path) -> None:
    corners = [(0, 0), (9, 0), (9, 9), (8, 9), (8, 1), (1, 1), (1, 9), (0, 9), (0, 0)]
    ring = [[5.3 + x / 1000, 52.5 + y / 1000] for x, y in corners]
    bent = {"type": "Polygon", "coordinates": [ring]}
    rows = town_features()
    rows[2] = feature(bent, buurtcode="BU99980201", buurtnaam="Parkbuurt")
    service.load([geojson(tmp_path, rows)], [], [], year=2025)

    park = read()["parkbuurt"]

    assert shape(park["geometry"]).contains(Point(park["properties"]["spot"]))


def test_districts_come_first_and_areas_without_outline_not_at_all() -> None:
    town = a_town()
    draw(town.north, town.mill)

    assert [(one["id"], one["properties"]["kind"]) for one in read().values()] == [
        ("noord", "district"),
        ("molenbuurt", "neighbourhood"),
    ]


def test_it_is_made_once_for_each_version(tmp_path: Path) -> None:
    assert read() == {}
    town = a_town()
    draw(town.mill)
    first = features()

    assert statements(features) == 0
    service.load([geojson(tmp_path)], [], [], year=2026)
    assert features().fingerprint != first.fingerprint


@pytest.mark.skipif(not CBS.is_dir(), reason="the files of the CBS are not here")
def test_the_outlines_of_delft_fit_a_phone() -> None:
    service.load(sorted(CBS.glob("gm0503_delft_*.geojson")), [], [], year=2024)

    assert (len(read()), len(features().content) < SMALL_ENOUGH) == (104, True)
