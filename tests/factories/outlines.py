"""Outlines for the areas of the town: squares beside each other."""

from typing import Any

from app.areas.models import Area
from app.areas.tree import forget
from app.core.db import db


def draw(*areas: Area) -> None:
    """Give each area a square of a hundredth of a degree, from west to east."""
    for number, area in enumerate(areas):
        area.outline = a_square(4.0 + number / 100, 52.0)
    db.session.flush()
    forget()


def a_square(west: float, south: float, size: float = 0.01) -> dict[str, Any]:
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}
