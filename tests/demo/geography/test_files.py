import csv
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.demo.geography.city import City
from app.demo.geography.files import CityFiles, write_files

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "cbs"
real_data = pytest.mark.skipif(not REAL.is_dir(), reason="the real CBS files are not here")


@pytest.fixture(scope="module")
def files(city: City, tmp_path_factory: pytest.TempPathFactory) -> CityFiles:
    return write_files(city, tmp_path_factory.mktemp("rietmonde"))


def features(path: Path) -> list[dict[str, Any]]:
    collection = json.loads(path.read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    return list(collection["features"])


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=delimiter))


@real_data
@pytest.mark.parametrize(
    ("level", "real"),
    [
        ("neighbourhoods", "gm0503_delft_buurten.geojson"),
        ("districts", "gm0503_delft_wijken.geojson"),
        ("municipality", "gm0503_delft_gemeente.geojson"),
    ],
)
def test_the_geojson_has_the_properties_of_a_real_file(
    files: CityFiles, level: str, real: str
) -> None:
    ours, theirs = features(getattr(files, level)), features(REAL / real)

    assert {tuple(feature) for feature in ours} == {tuple(feature) for feature in theirs}
    assert {tuple(feature["properties"]) for feature in ours} == {tuple(theirs[0]["properties"])}


@real_data
def test_the_key_figures_have_the_columns_of_a_real_file(files: CityFiles) -> None:
    real = table(REAL / "gm0503_delft_kerncijfers_2024.csv")

    assert tuple(table(files.key_figures)[0]) == tuple(real[0])


@real_data
def test_figures_have_the_types_of_a_real_file(files: CityFiles) -> None:
    def kinds(path: Path) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for feature in features(path):
            for name, value in feature["properties"].items():
                kind = "number" if isinstance(value, int | float) else type(value).__name__
                found.setdefault(name, set()).add(kind)
        return found

    real = kinds(REAL / "gm0503_delft_buurten.geojson")

    for name, ours in kinds(files.neighbourhoods).items():
        assert ours <= real[name] | {"NoneType"}, name


def test_outlines_are_closed_and_counter_clockwise(files: CityFiles) -> None:
    for feature in features(files.neighbourhoods):
        ring = feature["geometry"]["coordinates"][0]
        pairs = pairwise(ring)
        turned = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairs)
        assert (ring[0] == ring[-1], turned < 0) == (True, True)


def test_every_level_has_its_rows(files: CityFiles) -> None:
    rows = table(files.key_figures)

    assert [row["niveau"] for row in rows] == ["gemeente"] + ["wijk"] * 7 + ["buurt"] * 36
    assert (rows[0]["code"], rows[0]["naam"], rows[0]["wijkcode"]) == ("GM9999", "Rietmonde", "")


def test_table_and_map_tell_the_same_figures(files: CityFiles) -> None:
    rows = {row["code"]: row for row in table(files.key_figures)}

    for feature in features(files.neighbourhoods):
        properties = feature["properties"]
        inhabitants = rows[feature["id"]]["aantalInwoners"]
        assert inhabitants == str(properties["aantalInwoners"] or "")


def test_postcodes_are_written_without_the_prefix_of_codes(files: CityFiles, city: City) -> None:
    rows = table(files.postcodes, ";")

    assert tuple(rows[0]) == ("PC6", "Huisnummer", "Buurt2025", "Wijk2025", "Gemeente2025")
    assert rows[0] == {
        "PC6": "1192AA",
        "Huisnummer": "1",
        "Buurt2025": "99990101",
        "Wijk2025": "999901",
        "Gemeente2025": "9999",
    }
    assert {row["Buurt2025"] for row in rows} == {part.code[2:] for part in city.neighbourhoods}
    assert len({(row["PC6"], row["Huisnummer"]) for row in rows}) == len(rows)


def test_a_postcode_on_a_border_is_written_in_both_neighbourhoods(
    files: CityFiles, city: City
) -> None:
    crossing = next(postcode for postcode in city.postcodes if postcode.exceptions)

    rows = [row for row in table(files.postcodes, ";") if row["PC6"] == crossing.code]

    assert {
        row["Huisnummer"] for row in rows if row["Buurt2025"] == crossing.exceptions_code[2:]
    } == {str(number) for number in crossing.exceptions}
    assert len(rows) == len(crossing.numbers)
