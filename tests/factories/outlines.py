"""Outlines for the areas of the town: squares beside each other."""

from typing import Any

from flask import current_app

from app.areas.models import Area, AreaKind
from app.areas.tree import forget
from app.core.db import db
from factories.areas import Town, a_town


def draw(*areas: Area) -> None:
    """Give each area a square of a hundredth of a degree, from west to east."""
    for number, area in enumerate(areas):
        area.outline = a_square(4.0 + number / 100, 52.0)
    db.session.flush()
    forget()


def a_town_on_real_ground(template: str = "") -> Town:
    """Give the town a code of the real world and outlines there; ``template``: where its tiles come from."""
    town = a_town()
    town.municipality.code = "GM0503"
    assert town.municipality.kind == AreaKind.MUNICIPALITY
    draw(town.mill, town.harbour, town.park, town.station)
    for district, west in ((town.north, 4.0), (town.south, 4.02)):
        district.outline = a_square(west, 52.0, width=0.02)
    current_app.config["TILES"] = template
    db.session.flush()
    forget()
    return town


def a_square(
    west: float, south: float, size: float = 0.01, width: float | None = None
) -> dict[str, Any]:
    east, north = west + (width or size), south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}
