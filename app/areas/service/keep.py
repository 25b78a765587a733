"""Keep areas, figures and postcodes that were read or made up: the same values, the same rows."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, insert, or_, select

from app.areas import codes
from app.areas.models import Area, AreaKind, KeyFigure, Postcode
from app.areas.names import display_name, free_slug
from app.areas.reading.rows import AreaRow, PostcodeRow
from app.areas.service.own import redraw_all
from app.areas.signals import changed
from app.core import clock
from app.core.db import db

LEVELS = (AreaKind.MUNICIPALITY, AreaKind.DISTRICT, AreaKind.NEIGHBOURHOOD)


@dataclass(frozen=True)
class Result:
    """How many of each were kept."""

    municipalities: int
    districts: int
    neighbourhoods: int
    retired: int
    figures: int
    postcodes: int

    def __str__(self) -> str:
        return ", ".join(f"{name}: {count}" for name, count in asdict(self).items())


def keep(areas: Iterable[AreaRow], postcodes: Iterable[PostcodeRow] = (), *, year: int) -> Result:
    """Add areas or bring them up to date, by code; ids and web addresses stay as they are.

    When a municipality comes with districts and neighbourhoods it is complete: what it has no
    more is retired on the first day of ``year``, never deleted. Postcodes replace those of the
    same municipality. Every area must come after, or with, what it lies in.
    """
    rows = sorted(areas, key=lambda row: (LEVELS.index(row.kind), row.code))
    addresses = list(postcodes)
    kept = _keep_areas(rows, year)
    retired = _retire(rows, year)
    figures = _keep_figures(rows, kept, year)
    _keep_postcodes(addresses)
    redraw_all()
    db.session.flush()
    _announce({codes.municipality_of(row.code) for row in rows}, year)
    count = Counter(row.kind for row in rows)
    return Result(
        municipalities=count[AreaKind.MUNICIPALITY],
        districts=count[AreaKind.DISTRICT],
        neighbourhoods=count[AreaKind.NEIGHBOURHOOD],
        retired=retired,
        figures=figures,
        postcodes=len(addresses),
    )


def _keep_areas(rows: Sequence[AreaRow], year: int) -> dict[str, Area]:
    parents = {code for row in rows if (code := codes.parent_of(row.code))}
    wanted = parents | {row.code for row in rows}
    known = {
        area.code: area for area in db.session.scalars(select(Area).where(Area.code.in_(wanted)))
    }
    taken = set(db.session.scalars(select(Area.slug)))
    for row in rows:
        above = codes.parent_of(row.code)
        parent = known[above] if above else None
        area = known.get(row.code)
        if area is None:
            area = known[row.code] = _new(row, parent, taken)
            db.session.add(area)
        area.official_name, area.name = row.name, display_name(row.name)
        area.parent, area.year, area.retired_on = parent, year, None
        area.changed_at = clock.now()
        if row.outline is not None:
            area.outline = row.outline
    db.session.flush()
    return known


def _new(row: AreaRow, parent: Area | None, taken: set[str]) -> Area:
    name = display_name(row.name)
    slug = free_slug(name, row.kind, parent.name if parent else "", row.code, taken)
    taken.add(slug)
    return Area(code=row.code, kind=row.kind, slug=slug)


def _retire(rows: Sequence[AreaRow], year: int) -> int:
    codes_now = {row.code for row in rows}
    gone = [
        area
        for town in _complete(rows)
        for area in db.session.scalars(
            select(Area).where(_lies_in(town)).where(Area.retired_on.is_(None))
        )
        if area.code not in codes_now
    ]
    for area in gone:
        area.retired_on, area.changed_at = date(year, 1, 1), clock.now()
    return len(gone)


def _complete(rows: Sequence[AreaRow]) -> set[str]:
    """Return the codes of the municipalities that came with all that lies in them."""
    towns = [
        {codes.municipality_of(row.code) for row in rows if row.kind == kind} for kind in LEVELS
    ]
    return set.intersection(*towns)


def _keep_figures(rows: Sequence[AreaRow], areas: Mapping[str, Area], year: int) -> int:
    ids = [areas[row.code].id for row in rows]
    query = select(KeyFigure).where(KeyFigure.area_id.in_(ids), KeyFigure.year == year)
    known = {(figure.area_id, figure.name): figure for figure in db.session.scalars(query)}
    count = 0
    for row in rows:
        for name, value in row.figures.items():
            area_id, count = areas[row.code].id, count + 1
            if figure := known.get((area_id, name)):
                figure.value = value
            else:
                db.session.add(KeyFigure(area_id=area_id, name=name, year=year, value=value))
    return count


def _keep_postcodes(rows: Sequence[PostcodeRow]) -> None:
    for town in {codes.municipality_of(row.neighbourhood_code) for row in rows}:
        places = {
            area.code: area.id for area in db.session.scalars(select(Area).where(_lies_in(town)))
        }
        db.session.execute(delete(Postcode).where(Postcode.neighbourhood_id.in_(places.values())))
        new = [
            {
                "postcode": row.postcode,
                "house_number": row.house_number,
                "neighbourhood_id": places[row.neighbourhood_code],
            }
            for row in rows
            if row.neighbourhood_code in places
        ]
        db.session.execute(insert(Postcode), new)


def _announce(towns: Collection[str], year: int) -> None:
    for area in db.session.scalars(select(Area).where(Area.code.in_(towns))):
        changed.send(area, by=None, action="areas.loaded", new=str(year))


def _lies_in(town: str) -> ColumnElement[bool]:
    digits = town.removeprefix("GM")
    return or_(Area.code == town, *(Area.code.startswith(kind + digits) for kind in ("WK", "BU")))
