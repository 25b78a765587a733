"""Tiles lie where all web maps say they lie; a margin is as wide as the longest side."""

from math import asinh, pi, radians, tan

import pytest

from app.areas.tiles import Box, Tile

DELFT = Box(4.320, 51.966, 4.408, 52.033)


def test_a_tile_is_where_other_maps_have_it() -> None:
    longitude, latitude = 4.3591, 52.0116  # Delft, Markt
    column = (longitude + 180) / 360 * 2**15
    row = (1 - asinh(tan(radians(latitude))) / pi) / 2 * 2**15

    box = Tile(15, int(column), int(row)).box

    assert (box.west < longitude < box.east, box.south < latitude < box.north) == (True, True)
    assert (box.east - longitude) / (box.east - box.west) == pytest.approx(1 - column % 1)
    assert (box.north - latitude) / (box.north - box.south) == pytest.approx(row % 1, abs=0.001)


def test_the_world_at_the_first_zoom_is_cut_at_85_degrees() -> None:
    assert Tile(7, 0, 0).box.north == pytest.approx(85.0511, abs=0.0001)
    assert Tile(7, 127, 127).box == pytest.approx((177.1875, -85.0511, 180, -84.8024), abs=0.001)


@pytest.mark.parametrize(
    ("tile", "exists"),
    [
        (Tile(7, 0, 0), True),
        (Tile(7, 127, 127), True),
        (Tile(7, 128, 0), False),
        (Tile(7, 0, 128), False),
        (Tile(6, 0, 0), False),
        (Tile(17, 131_071, 0), True),
        (Tile(18, 0, 0), False),
        (Tile(2_000_000_000, 0, 0), False),
    ],
)
def test_only_tiles_in_the_world_at_zooms_of_the_portal_exist(tile: Tile, exists: bool) -> None:
    assert tile.exists == exists


def test_a_margin_is_as_wide_as_the_longest_side_in_metres() -> None:
    wide = DELFT.with_margin()

    assert (DELFT.south - wide.south, wide.north - DELFT.north) == pytest.approx((0.067, 0.067))
    assert DELFT.west - wide.west == pytest.approx(0.067 / 0.616, rel=0.01)  # cos 52


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Box(4.4, 52.0, 5.0, 53.0), True),
        (Box(4.33, 51.97, 4.34, 51.98), True),
        (Box(4.408, 52.0, 5.0, 53.0), False),
        (Box(4.0, 52.0, 4.32, 53.0), False),
        (Box(4.33, 52.033, 4.34, 53.0), False),
        (Box(4.33, 51.0, 4.34, 51.966), False),
    ],
)
def test_boxes_meet_when_they_share_more_than_a_border(other: Box, meets: bool) -> None:
    assert (DELFT.meets(other), other.meets(DELFT)) == (meets, meets)
