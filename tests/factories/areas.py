"""Places to play in: a small municipality with two districts of two neighbourhoods each."""

from dataclasses import dataclass

from app.areas.models import Area, AreaKind
from app.areas.names import free_slug
from app.core.db import db


@dataclass(frozen=True)
class Town:
    """``north`` holds ``mill`` and ``harbour``; ``south`` holds ``park`` and ``station``."""

    municipality: Area
    north: Area
    south: Area
    mill: Area
    harbour: Area
    park: Area
    station: Area


def an_area(kind: AreaKind, code: str, name: str, parent: Area | None = None) -> Area:
    taken = {known.slug for known in db.session.query(Area)}
    area = Area(
        kind=kind,
        code=code,
        official_name=name,
        name=name,
        slug=free_slug(name, kind, parent.name if parent else "", code, taken),
        parent_id=parent.id if parent else None,
        year=2026,
    )
    db.session.add(area)
    db.session.flush()
    return area


def a_town() -> Town:
    """Build the town, or return the one that this test built before."""
    known = {area.code: area for area in db.session.query(Area)}
    if "GM9998" not in known:
        town = an_area(AreaKind.MUNICIPALITY, "GM9998", "Proefstad")
        north = an_area(AreaKind.DISTRICT, "WK999801", "Noord", town)
        south = an_area(AreaKind.DISTRICT, "WK999802", "Zuid", town)
        an_area(AreaKind.NEIGHBOURHOOD, "BU99980101", "Molenbuurt", north)
        an_area(AreaKind.NEIGHBOURHOOD, "BU999801AF", "Havenbuurt", north)
        an_area(AreaKind.NEIGHBOURHOOD, "BU99980201", "Parkbuurt", south)
        an_area(AreaKind.NEIGHBOURHOOD, "BU99980202", "Stationsbuurt", south)
        known = {area.code: area for area in db.session.query(Area)}
    return Town(
        known["GM9998"],
        known["WK999801"],
        known["WK999802"],
        known["BU99980101"],
        known["BU999801AF"],
        known["BU99980201"],
        known["BU99980202"],
    )
