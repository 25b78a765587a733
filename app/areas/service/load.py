"""Load files: read them all, check them against each other, then keep everything or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from flask_babel import gettext as _
from sqlalchemy import select

from app.areas import codes
from app.areas.models import Area, AreaKind
from app.areas.reading.figures import read_figures
from app.areas.reading.geojson import read_geojson
from app.areas.reading.postcodes import read_postcodes
from app.areas.reading.problems import Problems
from app.areas.reading.rows import AreaRow, PostcodeRow
from app.areas.service.keep import Result, keep
from app.core.db import db
from app.core.errors import Refused


def load(
    outlines: Sequence[Path], figures: Sequence[Path], postcodes: Sequence[Path], *, year: int
) -> Result:
    """Load files with outlines (GeoJSON), key figures and postcodes (CSV) of ``year``.

    Areas are recognised by their code: loading again keeps ids and web addresses. Raises
    ``BadFiles`` with the problems found, and changes nothing, when a file is wrong.
    """
    problems = Problems()
    areas = _read_areas(outlines, figures, problems)
    known = _known()
    _check_year(areas, known, year)
    together = known.keys() | areas.keys()
    _check_parents(areas.values(), together, problems)
    return keep(areas.values(), _read_addresses(postcodes, together, problems), year=year)


def _read_areas(
    outlines: Sequence[Path], figures: Sequence[Path], problems: Problems
) -> Mapping[str, AreaRow]:
    """Return the areas by code: drawn in one file, counted in another, or both."""
    drawn = _by_code((row for path in outlines for row in read_geojson(path, problems)), problems)
    counted = _by_code((row for path in figures for row in read_figures(path, problems)), problems)
    problems.stop()
    return counted | {
        code: replace(row, figures={**row.figures, **counted[code].figures})
        if code in counted
        else row
        for code, row in drawn.items()
    }


def _by_code(rows: Iterable[AreaRow], problems: Problems) -> dict[str, AreaRow]:
    found: dict[str, AreaRow] = {}
    for row in rows:
        if row.code in found:
            first = found[row.code].source
            reason = _("%(code)s staat er dubbel in, ook op %(first)s.", code=row.code, first=first)
            problems.add(row.source, "code", reason)
        found[row.code] = row
    return found


def _known() -> dict[str, int]:
    """Return the year of each area in use, by code; own areas, which have no code, left out."""
    in_use = select(Area.code, Area.year).where(Area.retired_on.is_(None))
    rows = db.session.execute(in_use.where(Area.kind != AreaKind.OWN))
    return dict(rows.all())


def _check_year(areas: Iterable[str], known: Mapping[str, int], year: int) -> None:
    newest = max((known[code] for code in areas if code in known), default=year)
    if newest > year:
        raise Refused(
            _(
                "Het portaal heeft deze gebieden al van %(newest)s. Laad geen ouder jaar.",
                newest=newest,
            ),
            field="year",
        )


def _check_parents(areas: Iterable[AreaRow], together: Iterable[str], problems: Problems) -> None:
    for row in areas:
        parent = codes.parent_of(row.code)
        if parent and parent not in together:
            reason = _("%(code)s hoort bij %(parent)s, maar dat gebied is er niet.",
                       code=row.code, parent=parent)  # fmt: skip
            problems.add(row.source, "code", reason)
    problems.stop()


def _read_addresses(
    paths: Sequence[Path], area_codes: Iterable[str], problems: Problems
) -> list[PostcodeRow]:
    by_kind: dict[AreaKind | None, set[str]] = {kind: set() for kind in AreaKind}
    for code in area_codes:
        by_kind[codes.kind_of(code)].add(code)
    towns, neighbourhoods = by_kind[AreaKind.MUNICIPALITY], by_kind[AreaKind.NEIGHBOURHOOD]
    rows = [row for path in paths for row in read_postcodes(path, towns, neighbourhoods, problems)]
    problems.stop()
    return rows
