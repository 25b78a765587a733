"""Files of an invented municipality, in the formats of the CBS: two districts of two squares each."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

WEST, SOUTH, SIDE = 5.2, 52.5, 0.01  # in the Markermeer: nobody lives there
TOWN = "GM9998"
NEIGHBOURHOODS = {  # code: name, column, row
    "BU99980101": ("Molenbuurt", 0, 1),
    "BU999801AF": ("Havenbuurt", 1, 1),
    "BU99980201": ("Buurt 01 Parkbuurt", 0, 0),
    "BU99980202": ("Zuid", 1, 0),
}
DISTRICTS = {"WK999801": ("Wijk 01 Noord", 1), "WK999802": ("Wijk 02 Zuid", 0)}
HEADER = "niveau,code,naam,aantalInwoners,percentageKoopwoningen,gemiddeldeHuishoudsgrootte"
FIGURES = (
    f"gemeente,{TOWN},Proefstad,4321,52,2.1",
    "wijk,WK999801,Wijk 01 Noord,2300,61,2.3",
    "wijk,WK999802,Wijk 02 Zuid,2025,40,1.9",
    "buurt,BU99980101,Molenbuurt,1200,70,2.4",
    "buurt,BU999801AF,Havenbuurt,1100,52,",
    "buurt,BU99980201,Buurt 01 Parkbuurt,2025,40,1.9",
    "buurt,BU99980202,Zuid,,,",
)
ADDRESSES = (
    "PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025",
    "1011AB;1;0363AF01;0363AF;0363",
    "8299AA;1;99980101;999801;9998",
    "8299AA;3;99980101;999801;9998",
    "8299AA;5;999801AF;999801;9998",
    "8299AB;2;99980201;999802;9998",
)


def square(column: int, row: int, columns: int = 1, rows: int = 1) -> dict[str, Any]:
    """Return the outline of some squares of the town."""
    west, south = WEST + column * SIDE, SOUTH + row * SIDE
    east, north = west + columns * SIDE, south + rows * SIDE
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(outline: object, **properties: object) -> dict[str, Any]:
    """Return an area as a GeoJSON feature."""
    return {"type": "Feature", "properties": properties, "geometry": outline}


def town_features() -> list[dict[str, Any]]:
    """Return the whole town, the smallest areas first."""
    town = {"gemeentecode": TOWN, "gemeentenaam": "Proefstad"}
    return [
        *(
            feature(square(column, row), buurtcode=code, buurtnaam=name, wijkcode="WK00000", **town)
            for code, (name, column, row) in NEIGHBOURHOODS.items()
        ),
        *(
            feature(square(0, row, columns=2), wijkcode=code, wijknaam=name, **town)
            for code, (name, row) in DISTRICTS.items()
        ),
        feature(square(0, 0, columns=2, rows=2), aantalInwoners=4321, **town),
    ]


def geojson(
    folder: Path,
    features: Sequence[object] | None = None,
    name: str = "town.geojson",
    **members: object,
) -> Path:
    """Write a FeatureCollection with each feature on a line of its own; the first is on line 3."""
    lines = ",\n".join(
        json.dumps(part) for part in (town_features() if features is None else features)
    )
    extra = "".join(f'"{key}": {json.dumps(value)},' for key, value in members.items())
    path = folder / name
    path.write_text(f'{{"type": "FeatureCollection", {extra}\n"features": [\n{lines}\n]}}\n')
    return path


def table(
    folder: Path, lines: Sequence[str] = (HEADER, *FIGURES), name: str = "figures.csv"
) -> Path:
    """Write a table."""
    path = folder / name
    path.write_text("\n".join(lines) + "\n")
    return path


def postcodes(folder: Path, lines: Sequence[str] = ADDRESSES) -> Path:
    """Write a table of addresses."""
    return table(folder, lines, "pc6hnr.csv")


def without(properties: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return a copy of a feature with some properties taken out."""
    left = {key: value for key, value in properties["properties"].items() if key not in names}
    return {**properties, "properties": left}
