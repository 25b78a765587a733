"""Outlines: a GeoJSON geometry that is a real place in the Netherlands, in longitude and latitude."""

import json
from typing import Any

import numpy as np
import shapely
from flask_babel import gettext as _
from shapely.errors import ShapelyError
from shapely.geometry import shape

from app.areas.reading.rows import Outline

WEST, SOUTH, EAST, NORTH = 3.0, 50.6, 7.4, 53.8  # the Netherlands with some sea
UNUSABLE = (ShapelyError, ValueError, TypeError, IndexError, KeyError, AttributeError)


class WrongOutline(ValueError):
    """The outline cannot be used; the text says why."""


def read_outline(geometry: Any) -> Outline:
    """Return ``geometry`` without heights; raises ``WrongOutline`` for what is no usable outline."""
    if not isinstance(geometry, dict) or geometry.get("type") not in {"Polygon", "MultiPolygon"}:
        raise WrongOutline(_("Er is geen omtrek (Polygon of MultiPolygon)."))
    try:
        outline = shapely.force_2d(shape(geometry))
    except UNUSABLE as wrong:
        raise WrongOutline(_("De coördinaten zijn niet te lezen.")) from wrong
    _check_place(outline)
    if not shapely.is_valid(outline):
        why = shapely.is_valid_reason(outline)
        raise WrongOutline(_("De omtrek klopt niet: %(why)s.", why=why))
    found: Outline = json.loads(shapely.to_geojson(outline))
    return found


def _check_place(outline: shapely.Geometry) -> None:
    corners = shapely.get_coordinates(outline)
    if corners.size == 0:
        raise WrongOutline(_("De omtrek is leeg."))
    if not np.isfinite(corners).all():
        raise WrongOutline(_("De coördinaten zijn niet te lezen."))
    x, y = corners[:, 0], corners[:, 1]
    if ((x >= WEST) & (x <= EAST) & (y >= SOUTH) & (y <= NORTH)).all():
        return
    if ((y >= WEST) & (y <= EAST) & (x >= SOUTH) & (x <= NORTH)).all():
        raise WrongOutline(_("Lengte en breedte zijn verwisseld. Eerst de lengte (4,3), dan 52,0."))
    if (abs(corners) > 180).any():
        raise WrongOutline(
            _("Dit zijn geen graden maar meters (RD). Bewaar het bestand in EPSG:4326.")
        )
    raise WrongOutline(_("Een punt van de omtrek ligt buiten Nederland."))
