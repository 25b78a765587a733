"""The outlines of districts and neighbourhoods as one GeoJSON file (RFC 7946), light enough for a phone.

It holds shapes and numbers of areas only. Names, links and counts stand in the list of the page
that shows the map, so that the map never says anything that the list does not.
"""

import json
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape
from sqlalchemy import select

from app.areas.models import Area, AreaKind
from app.areas.tree import tree
from app.core.db import db

DRAWN = (AreaKind.DISTRICT, AreaKind.NEIGHBOURHOOD)
DETAIL = 1 / 1000  # of the width or height: corners that stand out less are left out
DECIMALS = 5  # of a degree: about a metre
VERSIONS = 2  # kept of each process


class File(NamedTuple):
    """The file, and a name that changes with what is in it."""

    content: bytes
    fingerprint: str


def features() -> File:
    """Return the file; one statement for each version of the areas, after that none.

    The ``id`` of a feature is the slug of its area: what stands in the address of its page. Its
    properties are its ``kind`` and a ``spot`` inside it (longitude, latitude) for a mark. Without
    outlines there are no features.
    """
    return _made(tree().version)


@lru_cache(maxsize=VERSIONS)
def _made(_version: str) -> File:
    found = [feature for kind in DRAWN for feature in _of_kind(kind)]
    whole = {"type": "FeatureCollection", "features": found}
    content = json.dumps(whole, separators=(",", ":")).encode()
    return File(content, sha256(content).hexdigest()[:10])


def _of_kind(kind: AreaKind) -> list[dict[str, Any]]:
    query = select(Area.slug, Area.outline).where(
        Area.kind == kind, Area.retired_on.is_(None), Area.outline.is_not(None)
    )
    rows = db.session.execute(query.order_by(Area.id)).all()
    outlines = np.array([shape(row.outline) for row in rows])
    if not len(outlines):
        return []
    west, south, east, north = shapely.total_bounds(outlines)
    simple = shapely.coverage_simplify(outlines, DETAIL * max(east - west, north - south))
    return [
        {
            "type": "Feature",
            "id": row.slug,
            "properties": {"kind": kind.value, "spot": _rounded(_spot(outline))},
            "geometry": {"type": "MultiPolygon", "coordinates": _corners(outline)},
        }
        for row, outline in zip(rows, simple, strict=True)
    ]


def _spot(outline: shapely.Geometry) -> NDArray[np.float64]:
    """Return the middle of an area; another point inside where the middle lies outside."""
    spot = shapely.centroid(outline)
    if not shapely.contains(outline, spot):
        spot = shapely.point_on_surface(outline)
    middle: NDArray[np.float64] = shapely.get_coordinates(spot)[0]
    return middle


def _corners(outline: shapely.Geometry) -> list[list[list[list[float]]]]:
    return [
        [
            [_rounded(corner) for corner in shapely.get_coordinates(ring)]
            for ring in shapely.get_rings(part)
        ]
        for part in shapely.get_parts(outline)
    ]


def _rounded(corner: NDArray[np.float64]) -> list[float]:
    return [round(float(part), DECIMALS) for part in corner]
