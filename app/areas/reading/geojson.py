"""GeoJSON of municipalities, districts and neighbourhoods, with the names PDOK gives its fields."""

import re
from json import JSONDecodeError
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from app.areas import codes
from app.areas.models import AreaKind
from app.areas.reading.figures import known_figures, read_name
from app.areas.reading.members import Members
from app.areas.reading.outlines import WrongOutline, read_outline
from app.areas.reading.problems import Problems, Source
from app.areas.reading.rows import AreaRow
from app.areas.reading.text import FIELD, text_of

FIELDS = {  # the most precise first: a neighbourhood also has the code of its municipality
    AreaKind.NEIGHBOURHOOD: ("buurtcode", "buurtnaam"),
    AreaKind.DISTRICT: ("wijkcode", "wijknaam"),
    AreaKind.MUNICIPALITY: ("gemeentecode", "gemeentenaam"),
}
DEGREES = re.compile(r"CRS84|EPSG:[\d.:]*(4326|4258)", re.IGNORECASE)
WATER = "JA"
FEATURE = "feature"


def read_geojson(path: Path, problems: Problems) -> list[AreaRow]:
    """Return the areas of a FeatureCollection; water, where nobody lives, is left out."""
    text = text_of(path, problems)
    if text is None:
        return []
    before = len(problems.found)
    rows: list[AreaRow] = []
    try:
        for line, name, value in Members(text, opened="features", element=FEATURE):
            if name == FEATURE:
                rows += _areas(value, Source(path, line), problems)
            else:
                _check_member(name, value, Source(path, line), problems)
    except JSONDecodeError as wrong:
        reason = _("Dit is geen JSON: %(why)s.", why=wrong.msg)
        problems.add(Source(path, wrong.lineno), FIELD, reason)
    except (ValueError, RecursionError):
        problems.add(Source(path), FIELD, _("Dit is geen bruikbare JSON."))
    if not rows and len(problems.found) == before:
        problems.add(Source(path), "features", _("Er staan geen gebieden in dit bestand."))
    return rows


def _check_member(name: str, value: Any, source: Source, problems: Problems) -> None:
    if name == "type" and value != "FeatureCollection":
        problems.add(source, name, _("Dit is geen FeatureCollection."))
    if name == "crs" and not DEGREES.search(str(value)):
        problems.add(source, name, _("Bewaar het bestand in graden: EPSG:4326 of CRS84."))


def _areas(feature: Any, source: Source, problems: Problems) -> list[AreaRow]:
    """Return the area of a feature, as a list of one; or none when it is water or wrong."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        problems.add(source, "properties", _("Dit is geen gebied met eigenschappen."))
        return []
    if properties.get("water") == WATER:
        return []
    kind = next((kind for kind, (field, _name) in FIELDS.items() if properties.get(field)), None)
    if kind is None:
        reason = _("De code ontbreekt: buurtcode, wijkcode of gemeentecode.")
        problems.add(source, "properties", reason)
        return []
    code_field, name_field = FIELDS[kind]
    code = str(properties[code_field]).strip()
    if codes.kind_of(code) != kind:
        reason = _("'%(code)s' is geen code van een %(level)s.", code=code, level=code_field[:-4])
        problems.add(source, code_field, reason)
        return []
    try:
        outline = read_outline(feature.get("geometry"))
    except WrongOutline as wrong:
        problems.add(source, "geometry", f"{code}: {wrong}")
        return []
    name = read_name(str(properties.get(name_field) or ""), name_field, source, problems)
    return [AreaRow(code, kind, name, outline, known_figures(properties, source, problems), source)]
