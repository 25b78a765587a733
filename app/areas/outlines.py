"""Outlines as shapes: joined together, and asked which one a point lies in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from flask import current_app
from shapely import Point, STRtree
from shapely.geometry import shape
from sqlalchemy import select

from app.areas.models import Area, AreaKind
from app.areas.tree import Place, tree
from app.core.db import db

SLOT = "aanzet-area-shapes"  # in app.extensions
Outline = dict[str, Any]


@dataclass(frozen=True)
class Shapes:
    """The neighbourhoods as shapes that are quick to search, as they were in one version."""

    version: str
    ids: Sequence[int]
    index: STRtree
    extent: tuple[float, float, float, float] | None  # west, south, east, north


def neighbourhood_at(longitude: float, latitude: float) -> Place | None:
    """Return the neighbourhood in use in which a point lies; ``None`` outside all of them.

    Shapes are built once for each version of the areas (one statement); then the answer takes
    microseconds. On a border it is one of the two, always the same one.
    """
    shapes = _shapes()
    found = shapes.index.query(Point(longitude, latitude), predicate="intersects")
    ids = [shapes.ids[position] for position in found]
    return tree().by_id[min(ids)] if ids else None


def extent() -> tuple[float, float, float, float] | None:
    """Return the west, south, east and north of all neighbourhoods in use, in degrees."""
    return _shapes().extent


def union(outlines: Sequence[Outline]) -> Outline:
    """Return the outline around several outlines."""
    together = shapely.union_all([shape(outline) for outline in outlines])
    found: Outline = json.loads(shapely.to_geojson(together))
    return found


def _shapes() -> Shapes:
    kept: Shapes | None = current_app.extensions.get(SLOT)
    version = tree().version
    if kept is None or kept.version != version:
        kept = current_app.extensions[SLOT] = _read(version)
    return kept


def _read(version: str) -> Shapes:
    query = select(Area.id, Area.outline).where(
        Area.kind == AreaKind.NEIGHBOURHOOD, Area.retired_on.is_(None), Area.outline.is_not(None)
    )
    rows = [(area_id, shape(outline)) for area_id, outline in db.session.execute(query) if outline]
    shapes = [drawn for _, drawn in rows]
    shapely.prepare(shapes)
    around = tuple(shapely.total_bounds(shapes).tolist()) if shapes else None
    return Shapes(version, [area_id for area_id, _ in rows], STRtree(shapes), around)
