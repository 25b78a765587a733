"""Cut an invented city into districts and neighbourhoods: no gaps, no overlaps.

Everything is drawn in metres around the centre first. Only at the very end all lines go to
longitude and latitude and are knotted together once, on a grid of six decimals, so that
neighbours share their corner points exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, radians, sin
from random import Random

import shapely
from numpy import array, float64
from numpy.typing import NDArray
from shapely import LineString, MultiPoint, Point, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import polygonize

CENTRE = (5.25, 52.56)  # in the Markermeer: no real place is described
RADIUS = 2900.0
METRES_NORTH = 111_250.0  # per degree of latitude here
METRES_EAST = METRES_NORTH * cos(radians(CENTRE[1]))
DEGREE_GRID = 1e-6
METRE_GRID = 0.01
OVERSHOOT = 1.0  # metres that a border runs on past its end, so that it surely meets the next

Spot = tuple[float, float]


@dataclass(frozen=True)
class Cut:
    """The pieces of an area, one around each spot, and the borders between them."""

    pieces: tuple[Polygon, ...]
    borders: tuple[LineString, ...]


def shore(throws: Random) -> tuple[LineString, LineString]:
    """Return the edge of the city and the middle of the river, in metres."""
    return _city_edge(throws), _river(throws)


def banks(edge: LineString, river: LineString) -> tuple[Polygon, Polygon]:
    """Return the city north and south of the river."""
    first, second = _faces([edge, river], METRE_GRID)
    if first.centroid.y > second.centroid.y:
        return first, second
    return second, first


def near(throws: Random, area: Polygon, compass: Spot) -> Spot:
    """Return a place in ``area`` close to where the compass points (1 is the city edge)."""
    x, y = (RADIUS * (part + throws.uniform(-0.05, 0.05)) for part in compass)
    inside = area.buffer(-RADIUS * 0.08)
    wanted = Point(x, y)
    if inside.contains(wanted):
        return x, y
    closest = shapely.shortest_line(inside, wanted).coords[0]
    return closest[0], closest[1]


def spread(throws: Random, area: Polygon, count: int) -> list[Spot]:
    """Return ``count`` places in ``area`` at about the same distance from each other."""
    west, south, east, north = area.bounds
    spots: list[Spot] = []
    while len(spots) < count:
        spot = (throws.uniform(west, east), throws.uniform(south, north))
        if area.contains(Point(spot)):
            spots.append(spot)
    for _ in range(12):
        spots = [_middle(cell) for cell in _cells(area, spots)]
    return spots


def cut(throws: Random, area: Polygon, spots: Sequence[Spot]) -> Cut:
    """Cut ``area`` into one piece around each spot, with borders that are not quite straight."""
    edges = shapely.voronoi_polygons(MultiPoint(spots), extend_to=area, only_edges=True)
    inside = shapely.get_parts(shapely.intersection(edges, area))
    borders = [_winding(throws, line) for line in inside if line.length > OVERSHOOT]
    return Cut(
        tuple(_pieces([area.exterior, *borders], spots, METRE_GRID)),
        tuple(borders),
    )


def on_the_globe(lines: Sequence[LineString], spots: Sequence[Spot]) -> list[Polygon]:
    """Knot all ``lines`` in longitude and latitude; return the piece around each spot."""
    moved = [shapely.transform(line, _degrees) for line in lines]
    places = [(x / METRES_EAST + CENTRE[0], y / METRES_NORTH + CENTRE[1]) for x, y in spots]
    rounded = [
        Polygon([(round(x, 6), round(y, 6)) for x, y in piece.exterior.coords])
        for piece in _pieces(moved, places, DEGREE_GRID)
    ]
    return [orient(piece) for piece in rounded]  # counter-clockwise, as RFC 7946 asks


def hectares(outline: Polygon) -> float:
    """Return the size of an outline in longitude and latitude."""
    return float(outline.area) * METRES_EAST * METRES_NORTH / 10_000


def _city_edge(throws: Random) -> LineString:
    waves = [(n, throws.uniform(0, 2 * pi), size) for n, size in ((2, 0.07), (3, 0.05), (7, 0.02))]
    corners = []
    for step in range(90):
        angle = 2 * pi * step / 90
        reach = RADIUS * (1 + sum(size * sin(count * angle + turn) for count, turn, size in waves))
        corners.append((1.12 * reach * cos(angle), reach * sin(angle)))
    return LineString([*corners, corners[0]])


def _river(throws: Random) -> LineString:
    turn, bend = throws.uniform(0, 2 * pi), throws.uniform(0.06, 0.10)
    course = []
    for step in range(-60, 61):
        x = 1.5 * RADIUS * step / 60
        y = RADIUS * (bend * sin(2.6 * x / RADIUS + turn) + 0.02 * sin(9 * x / RADIUS) - 0.03)
        course.append((x, y))
    return LineString(course)


def _winding(throws: Random, line: LineString) -> LineString:
    """Move the points at a third and two thirds of a straight border a little aside."""
    (x1, y1), (x2, y2) = line.coords[0], line.coords[-1]
    aside = throws.uniform(-0.05, 0.05)
    between = [
        (x1 + (x2 - x1) * part - (y2 - y1) * shift, y1 + (y2 - y1) * part + (x2 - x1) * shift)
        for part, shift in ((1 / 3, aside), (2 / 3, -aside * throws.random()))
    ]
    start, end = _past(between[0], (x1, y1)), _past(between[1], (x2, y2))
    return LineString([start, (x1, y1), *between, (x2, y2), end])


def _past(origin: Spot, end: Spot) -> Spot:
    """Return the place just beyond ``end``, seen from ``origin``."""
    length = hypot(end[0] - origin[0], end[1] - origin[1])
    part = 1 + OVERSHOOT / length
    return origin[0] + (end[0] - origin[0]) * part, origin[1] + (end[1] - origin[1]) * part


def _pieces(lines: Sequence[LineString], spots: Sequence[Spot], grid: float) -> list[Polygon]:
    """Return the face around each spot; a scrap that a bend cut off goes to its neighbour."""
    faces = _faces(lines, grid)
    pieces = [next(face for face in faces if face.contains(Point(spot))) for spot in spots]
    for scrap in (face for face in faces if face not in pieces):
        borders = [piece.intersection(scrap).length for piece in pieces]
        closest = borders.index(max(borders))
        joined = shapely.union(pieces[closest], scrap)
        pieces[closest] = Polygon(shapely.get_exterior_ring(joined))
    return pieces


def _faces(lines: Sequence[LineString], grid: float) -> list[Polygon]:
    return list(polygonize(shapely.union_all(list(lines), grid_size=grid)))


def _cells(area: Polygon, spots: Sequence[Spot]) -> list[Polygon]:
    cells = shapely.voronoi_polygons(MultiPoint(spots), extend_to=area, ordered=True)
    return [cell.intersection(area) for cell in shapely.get_parts(cells)]


def _middle(cell: Polygon) -> Spot:
    middle = cell.centroid
    if not cell.contains(middle):
        middle = cell.representative_point()
    return middle.x, middle.y


def _degrees(metres: NDArray[float64]) -> NDArray[float64]:
    scaled: NDArray[float64] = metres / array([METRES_EAST, METRES_NORTH]) + array(CENTRE)
    return scaled
