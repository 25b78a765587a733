"""Write the invented municipality in the file formats of the CBS, so that it loads like a real one."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

from shapely import Polygon, get_coordinates

from app.demo.geography.city import City, District, Neighbourhood
from app.demo.geography.figures import FIELDS, Figure, Figures

YEAR = 2024
METADATA = {
    "source": "Verzonnen voorbeeldgegevens, geen echte gemeente",
    "license": "CC0-1.0",
    "crs": "EPSG:4326 / CRS84",
}
COLUMNS = ("niveau", "code", "naam", "wijkcode", "wijknaam", "gemeentecode", "gemeentenaam")
POSTCODE_COLUMNS = ("PC6", "Huisnummer", "Buurt2025", "Wijk2025", "Gemeente2025")

Row = tuple[Figure, ...]


@dataclass(frozen=True)
class CityFiles:
    """Where the files of one city were written."""

    neighbourhoods: Path
    districts: Path
    municipality: Path
    key_figures: Path
    postcodes: Path


def write_files(city: City, folder: Path) -> CityFiles:
    """Write all five files of ``city`` to ``folder``, which is made when it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    start = f"{city.code}_{city.name}".lower()
    files = CityFiles(
        folder / f"{start}_buurten.geojson",
        folder / f"{start}_wijken.geojson",
        folder / f"{start}_gemeente.geojson",
        folder / f"{start}_kerncijfers_{YEAR}.csv",
        folder / f"{start}_pc6hnr.csv",
    )
    files.neighbourhoods.write_text(neighbourhoods_geojson(city), "utf-8")
    files.districts.write_text(districts_geojson(city), "utf-8")
    files.municipality.write_text(municipality_geojson(city), "utf-8")
    files.key_figures.write_text(key_figures_csv(city), "utf-8")
    files.postcodes.write_text(postcodes_csv(city), "utf-8")
    return files


def neighbourhoods_geojson(city: City) -> str:
    """Return all buurten as GeoJSON, with their figures as properties."""
    return _collection(
        _feature(
            part.code,
            {
                "buurtcode": part.code,
                "buurtnaam": part.official_name,
                "wijkcode": district.code,
                "wijknaam": district.official_name,
            },
            city,
            part.outline,
            part.figures,
        )
        for district, part in _parts(city)
    )


def districts_geojson(city: City) -> str:
    """Return all wijken as GeoJSON, with their figures as properties."""
    return _collection(
        _feature(
            district.code,
            {"wijkcode": district.code, "wijknaam": district.official_name},
            city,
            district.outline,
            district.figures,
        )
        for district in city.districts
    )


def municipality_geojson(city: City) -> str:
    """Return the outline of the gemeente as GeoJSON, with its figures as properties."""
    return _collection([_feature(city.code, {}, city, city.outline, city.figures)])


def key_figures_csv(city: City) -> str:
    """Return the figures of the three levels as a table; empty is unknown or secret."""
    rows: list[Row] = [("gemeente", city.code, city.name, "", "", *_values(city, city.figures))]
    for district in city.districts:
        name = district.official_name
        start = ("wijk", district.code, name, district.code, name)
        rows.append((*start, *_values(city, district.figures)))
    for district, part in _parts(city):
        start = ("buurt", part.code, part.official_name, district.code, district.official_name)
        rows.append((*start, *_values(city, part.figures)))
    return _table([(*COLUMNS, *FIELDS), *rows], ",")


def postcodes_csv(city: City) -> str:
    """Return each address as postcode and house number, with codes without their prefix."""
    rows: list[Row] = [POSTCODE_COLUMNS]
    for postcode in city.postcodes:
        for number in postcode.numbers:
            moved = number in postcode.exceptions
            code = (postcode.exceptions_code if moved else postcode.neighbourhood_code)[2:]
            rows.append((postcode.code, number, code, code[:6], code[:4]))
    return _table(rows, ";")


def _parts(city: City) -> Iterator[tuple[District, Neighbourhood]]:
    for district in city.districts:
        for part in district.neighbourhoods:
            yield district, part


def _values(city: City, figures: Figures) -> Row:
    return (city.code, city.name, *(figures[name] for name in FIELDS))


def _feature(
    code: str, names: dict[str, str], city: City, outline: Polygon, figures: Figures
) -> dict[str, Any]:
    place = {"gemeentecode": city.code, "gemeentenaam": city.name}
    ring = [[round(x, 6), round(y, 6)] for x, y in get_coordinates(outline.exterior).tolist()]
    return {
        "type": "Feature",
        "id": code,
        "properties": names | place | {name: figures[name] for name in FIELDS},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }


def _collection(features: Iterable[dict[str, Any]]) -> str:
    whole = {"type": "FeatureCollection", "metadata": METADATA, "features": list(features)}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


def _table(rows: Sequence[Row], delimiter: str) -> str:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()
