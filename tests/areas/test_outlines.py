"""A point is asked of shapes that are built once, and again when they changed."""

from pathlib import Path

import pytest

from app.areas import queries, service
from app.areas.outlines import extent, union
from areas.files import feature, geojson, square, town_features


def test_points_lie_in_neighbourhoods_on_their_borders_and_nowhere(tmp_path: Path) -> None:
    service.load([geojson(tmp_path)], [], [], year=2025)
    found = [
        queries.containing(longitude, latitude)
        for longitude, latitude in ((5.205, 52.515), (5.215, 52.505), (5.21, 52.515), (5.3, 52.5))
    ]

    assert [place.name if place else None for place in found] == [
        *("Molenbuurt", "Zuid", "Molenbuurt", None),
    ]


def test_a_point_is_asked_of_the_newest_outlines(tmp_path: Path) -> None:
    service.load([geojson(tmp_path)], [], [], year=2025)
    assert queries.containing(5.225, 52.515) is None

    features = town_features()
    features[1] = feature(square(1, 1, columns=2), buurtcode="BU999801AF", buurtnaam="Havenbuurt")
    service.load([geojson(tmp_path, features)], [], [], year=2025)

    place = queries.containing(5.225, 52.515)
    assert place is not None
    assert place.name == "Havenbuurt"


def test_nothing_is_found_before_areas_are_loaded() -> None:
    assert queries.containing(5.2, 52.5) is None


def test_outlines_side_by_side_become_one() -> None:
    together = union([square(0, 0), square(1, 0)])

    assert (together["type"], len(together["coordinates"])) == ("Polygon", 1)


def test_the_extent_goes_around_all_neighbourhoods(tmp_path: Path) -> None:
    assert extent() is None

    service.load([geojson(tmp_path)], [], [], year=2025)

    assert extent() == pytest.approx((5.2, 52.5, 5.22, 52.52))
