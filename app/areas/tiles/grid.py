"""The grid that cuts the world into squares for web maps (EPSG:3857, as in WMTS and OpenStreetMap)."""

from math import atan, cos, degrees, pi, radians, sinh
from typing import NamedTuple

ZOOMS = range(7, 18)  # from a few provinces in a square to a few streets


class Box(NamedTuple):
    """A part of the world in degrees."""

    west: float
    south: float
    east: float
    north: float

    def with_margin(self) -> "Box":
        """Return the box with, on every side, as much again as its longest side (in metres)."""
        narrow = cos(radians((self.south + self.north) / 2))  # of a degree of longitude
        margin = max(self.north - self.south, (self.east - self.west) * narrow)
        return Box(
            self.west - margin / narrow,
            self.south - margin,
            self.east + margin / narrow,
            self.north + margin,
        )

    def meets(self, other: "Box") -> bool:
        """Tell whether two boxes share a part."""
        return (
            self.west < other.east
            and other.west < self.east
            and self.south < other.north
            and other.south < self.north
        )


class Tile(NamedTuple):
    """A square: at zoom z the world is 2^z columns (from the west) and rows (from the north)."""

    zoom: int
    column: int
    row: int

    @property
    def exists(self) -> bool:
        """Tell whether the portal shows maps at this zoom, and the square lies in the world."""
        side = range(1 << self.zoom) if self.zoom in ZOOMS else range(0)
        return self.column in side and self.row in side

    @property
    def box(self) -> Box:
        """The part of the world that it shows; only of a tile that exists."""
        return Box(
            _longitude(self.column, self.zoom),
            _latitude(self.row + 1, self.zoom),
            _longitude(self.column + 1, self.zoom),
            _latitude(self.row, self.zoom),
        )


def _longitude(column: int, zoom: int) -> float:
    return column / (1 << zoom) * 360 - 180


def _latitude(row: int, zoom: int) -> float:
    return degrees(atan(sinh(pi * (1 - 2 * row / (1 << zoom)))))
