"""A map of areas as a drawing in the page: outlines that are links, no tiles and no script.

The drawing is for the eye and the mouse. It is hidden from screen readers and its links from
the tab key, because the list that every page puts beside it holds the same links and words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

import numpy as np
import shapely
from markupsafe import Markup, escape
from numpy.typing import NDArray
from shapely.geometry import shape
from sqlalchemy import select

from app.areas.models import Area
from app.areas.tree import Place, tree
from app.core.db import db

WIDTH = 300  # units of the drawing; corners are whole units
DETAIL = 1.5  # units: corners that stand out less are left out
KEPT = 64  # maps
Address = Callable[[Place], str]


@dataclass(frozen=True)
class Drawing:
    """The outlines of some areas as the ``d`` of a path, by area id."""

    height: int
    paths: Mapping[int, str]


def svg_map(
    areas: Sequence[Place],
    *,
    address: Address | None = None,
    values: Mapping[int, str] | None = None,
    chosen: int | None = None,
) -> Markup:
    """Draw ``areas`` as an SVG; nothing when none of them has an outline.

    ``address`` tells where the link of an area leads (without it none is a link), ``values``
    has words to show after its name, ``chosen`` is the id of the one to bring out. One
    statement for areas that were not drawn before; after that none.
    """
    words = tuple(values.get(area.id, "") for area in areas) if values else ("",) * len(areas)
    return _map(tuple(areas), words, address, chosen, tree().version)


@lru_cache(maxsize=KEPT)
def _map(
    areas: tuple[Place, ...],
    words: tuple[str, ...],
    address: Address | None,
    chosen: int | None,
    version: str,
) -> Markup:
    """Put a map together; kept, because the same outlines with the same words are the same map."""
    drawing = _drawing(tuple(sorted(area.id for area in areas)), version)
    shown = [pair for pair in zip(areas, words, strict=True) if pair[0].id in drawing.paths]
    if not shown:
        return Markup()
    shown.sort(key=lambda pair: pair[0].id == chosen)  # drawn last, its border lies on top
    parts = "".join(
        _area(area, drawing, address and address(area), words, is_chosen=area.id == chosen)
        for area, words in shown
    )
    frame = f'<svg class="map" viewBox="0 0 {WIDTH} {drawing.height}"'
    return Markup(f'{frame} aria-hidden="true" focusable="false">{parts}</svg>')  # noqa: S704 -- escaped below


def _area(area: Place, drawing: Drawing, link: str | None, words: str, *, is_chosen: bool) -> str:
    name = escape(f"{area.name}: {words}" if words else area.name)
    names = "map__area map__area--chosen" if is_chosen else "map__area"
    path = f'<title>{name}</title><path class="{names}" d="{drawing.paths[area.id]}"/>'
    return f'<a href="{escape(link)}" tabindex="-1">{path}</a>' if link else f"<g>{path}</g>"


@lru_cache(maxsize=KEPT)
def _drawing(area_ids: tuple[int, ...], _version: str) -> Drawing:
    """Draw areas of one version; kept, because outlines are much text and drawing takes time."""
    query = select(Area.id, Area.outline).where(Area.id.in_(area_ids), Area.outline.is_not(None))
    rows = [(area_id, shape(outline)) for area_id, outline in db.session.execute(query) if outline]
    if not rows:
        return Drawing(0, {})
    flat, height = _projected([outline for _, outline in rows])
    simple = shapely.coverage_simplify(flat, DETAIL)
    return Drawing(
        height, {row[0]: _path(outline) for row, outline in zip(rows, simple, strict=True)}
    )


def _projected(outlines: Sequence[shapely.Geometry]) -> tuple[list[shapely.Geometry], int]:
    """Return outlines in units of the drawing, the north on top, and the height they take."""
    west, south, east, north = shapely.total_bounds(np.array(outlines))
    narrow = cos(
        radians((south + north) / 2)
    )  # a degree of longitude is shorter than one of latitude
    scale = WIDTH / ((east - west) * narrow)

    def project(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
        x = (degrees[:, 0] - west) * narrow * scale
        return np.column_stack([x, (north - degrees[:, 1]) * scale])

    return [shapely.transform(outline, project) for outline in outlines], round(
        (north - south) * scale
    )


def _path(outline: shapely.Geometry) -> str:
    """Return the rings of an outline as a path of whole units, each step from the one before."""
    rings = [ring for part in shapely.get_parts(outline) for ring in shapely.get_rings(part)]
    return "".join(_ring(shapely.get_coordinates(ring)) for ring in rings)


def _ring(corners: NDArray[np.float64]) -> str:
    points = np.rint(corners).astype(int)[:-1]
    steps = np.diff(points, axis=0)
    steps = steps[steps.any(axis=1)]
    if len(steps) < 2:
        return ""
    start = points[0]
    return f"M{start[0]} {start[1]}l" + " ".join(f"{x} {y}" for x, y in steps) + "z"
