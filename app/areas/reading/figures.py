"""Key figures: one value each, and the table of the CBS with a row for each area."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from flask_babel import gettext as _

from app.areas import catalogue, codes
from app.areas.models import AreaKind
from app.areas.reading.problems import Problems, Source
from app.areas.reading.rows import AreaRow, Figures
from app.areas.reading.text import FIELD, table_of

COLUMNS = {"niveau", "code", "naam"}
LEVELS = {
    "gemeente": AreaKind.MUNICIPALITY,
    "wijk": AreaKind.DISTRICT,
    "buurt": AreaKind.NEIGHBOURHOOD,
}
UNKNOWN = {"", "."}
SECRET = Decimal(-99990)  # the CBS writes unknown and secret values as -99997, -99999999 and such
HIGHEST = Decimal(10) ** 11
THOUSANDTH = Decimal("0.001")


def read_figures(path: Path, problems: Problems) -> list[AreaRow]:
    """Return the areas of a table with the columns ``niveau, code, naam`` and figures."""
    before = len(problems.found)
    table = table_of(path, problems)
    _line, header = next(table, (0, []))
    names = [name.strip() for name in header]
    if not _check_columns(names, Source(path, 1), problems):
        return []
    rows = []
    for line, cells in table:
        source = Source(path, line)
        if len(cells) != len(names):
            reason = _(
                "Deze regel heeft %(found)s kolommen. Het moeten er %(wanted)s zijn.",
                found=len(cells),
                wanted=len(names),
            )
            problems.add(source, FIELD, reason)
            continue
        row = _area(dict(zip(names, cells, strict=True)), source, problems)
        if row:
            rows.append(row)
    if not rows and len(problems.found) == before:
        problems.add(Source(path), FIELD, _("Er staan geen gebieden in dit bestand."))
    return rows


def is_header(names: list[str]) -> bool:
    """Tell whether these are the columns of a table of figures."""
    return {name.strip() for name in names} >= COLUMNS


def read_name(name: str, field: str, source: Source, problems: Problems) -> str:
    """Return the name of an area on one line."""
    name = " ".join(name.split())
    if not 0 < len(name) <= 100:
        problems.add(source, field, _("De naam ontbreekt of is langer dan 100 tekens."))
    return name


def known_figures(fields: Mapping[str, Any], source: Source, problems: Problems) -> Figures:
    """Return the figures among ``fields`` that the portal knows, under the names it uses."""
    return {
        known: _value(written, field, source, problems)
        for field, written in fields.items()
        if (known := catalogue.OTHER_NAMES.get(field, field)) in catalogue.KNOWN
    }


def _check_columns(names: list[str], source: Source, problems: Problems) -> bool:
    """Tell whether every column that is needed is there, and none twice."""
    missing = sorted(COLUMNS - set(names))
    double = sorted({name for name in names if name and names.count(name) > 1})
    for name in missing:
        problems.add(source, name, str(_("Deze kolom ontbreekt.")))
    for name in double:
        problems.add(source, name, str(_("Deze kolom staat er dubbel in.")))
    return not missing and not double


def _area(cells: dict[str, str], source: Source, problems: Problems) -> AreaRow | None:
    code = cells["code"].strip()
    kind = codes.kind_of(code)
    if kind is None or LEVELS.get(cells["niveau"].strip().lower()) != kind:
        reason = _(
            "'%(code)s' is geen code van een %(level)s.", code=code, level=cells["niveau"].strip()
        )
        problems.add(source, "code", reason)
        return None
    name = read_name(cells["naam"], "naam", source, problems)
    figures = known_figures(cells, source, problems)
    return AreaRow(code, kind, name, None, figures, source)


def _value(text: object, name: str, source: Source, problems: Problems) -> Decimal | None:
    """Return the value of a figure; ``None`` when it is unknown or secret.

    A comma may stand for the decimal point.
    """
    written = "" if text is None else str(text).strip().replace(",", ".")
    if written in UNKNOWN:
        return None
    try:
        value = Decimal(written)
    except InvalidOperation:
        value = Decimal("NaN")
    if value.is_finite() and value <= SECRET:
        return None
    if reason := _objection(value, name, written):
        problems.add(source, name, reason)
        return None
    return value.quantize(THOUSANDTH)


def _objection(value: Decimal, name: str, written: str) -> str:
    if not value.is_finite():
        return str(_("'%(text)s' is geen getal.", text=written[:40]))
    if value < 0:
        return str(_("%(text)s is lager dan nul.", text=written[:40]))
    if value > (100 if name.startswith("percentage") else HIGHEST):
        return str(_("%(text)s is te hoog.", text=written[:40]))
    return ""
