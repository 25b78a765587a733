"""A GeoJSON file becomes areas, or a list of mistakes with their lines."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.areas.models import AreaKind
from app.areas.reading.geojson import read_geojson
from app.areas.reading.problems import Problems
from areas.files import TOWN, feature, geojson, square, town_features

HERE = square(0, 0)
BOW_TIE = {
    "type": "Polygon",
    "coordinates": [[[5, 52], [5.1, 52.1], [5.1, 52], [5, 52.1], [5, 52]]],
}


def problems_of(path: Path) -> list[tuple[int, str]]:
    problems = Problems()
    read_geojson(path, problems)
    return [(problem.source.line, problem.field) for problem in problems.found]


def buurt(
    outline: Any = HERE, code: object = "BU99980101", name: str = "Molen", **more: object
) -> Any:
    return feature(outline, buurtcode=code, buurtnaam=name, **more)


def moved(east: float, north: float) -> dict[str, Any]:
    ring = [[x + east, y + north] for x, y in HERE["coordinates"][0]]
    return {"type": "Polygon", "coordinates": [ring]}


def test_every_level_is_read_by_its_own_code(tmp_path: Path) -> None:
    rows = read_geojson(geojson(tmp_path), Problems())

    assert [(row.code, row.kind, row.name, row.source.line) for row in rows[3:]] == [
        ("BU99980202", AreaKind.NEIGHBOURHOOD, "Zuid", 6),
        ("WK999801", AreaKind.DISTRICT, "Wijk 01 Noord", 7),
        ("WK999802", AreaKind.DISTRICT, "Wijk 02 Zuid", 8),
        (TOWN, AreaKind.MUNICIPALITY, "Proefstad", 9),
    ]


def test_figures_between_the_properties_are_read_and_strange_ones_left_alone(
    tmp_path: Path,
) -> None:
    figures = {
        "aantalInwoners": 35,
        "percentageKoopwoningen": None,
        "gemiddeldeWoningwaarde": "389",
        "aantalHuishoudens": -99997,
        "iets": "anders",
    }
    [row] = read_geojson(geojson(tmp_path, [buurt(**figures)]), Problems())

    assert row.figures == {
        "aantalInwoners": Decimal(35),
        "percentageKoopwoningen": None,
        "gemiddeldeWoningwaardeX1000Euro": Decimal(389),
        "aantalHuishoudens": None,
    }


def test_codes_padded_with_blanks_heights_and_water_are_taken_care_of(tmp_path: Path) -> None:
    high = {
        "type": "Polygon",
        "coordinates": [[[*corner, 3.5] for corner in HERE["coordinates"][0]]],
    }
    features = [
        buurt(high, "BU99980101  "),
        buurt(code="BU99980199", water="JA"),
        buurt(code="BU99980102", water="NEE"),
    ]
    rows = read_geojson(geojson(tmp_path, features), Problems())

    assert [(row.code, row.outline) for row in rows] == [("BU99980101", HERE), ("BU99980102", HERE)]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = geojson(tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert problems_of(path) == []


@pytest.mark.parametrize(
    "crs", ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4258"]
)
def test_degrees_are_the_right_system(tmp_path: Path, crs: str) -> None:
    path = geojson(tmp_path, crs={"type": "name", "properties": {"name": crs}})

    assert problems_of(path) == []


def test_metres_are_the_wrong_system(tmp_path: Path) -> None:
    path = geojson(
        tmp_path, crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    )

    assert problems_of(path) == [(1, "crs")]


@pytest.mark.parametrize(
    ("wrong", "field", "word"),
    [
        (buurt(code="BU9998010"), "buurtcode", "code"),
        (buurt(code="WK999801"), "buurtcode", "code"),
        (buurt(code="bu99980101"), "buurtcode", "code"),
        (buurt(code="BU9998010é"), "buurtcode", "code"),
        (buurt(code=99980101), "buurtcode", "code"),
        (feature(HERE, naam="Molen"), "properties", "code"),
        ({"type": "Feature", "geometry": HERE}, "properties", "eigenschappen"),
        ("Molenbuurt", "properties", "eigenschappen"),
        (buurt(name="  "), "buurtnaam", "naam"),
        (buurt(name="x" * 101), "buurtnaam", "naam"),
        (buurt(None), "geometry", "omtrek"),
        (buurt({"type": "Point", "coordinates": [5, 52]}), "geometry", "omtrek"),
        (buurt({"type": "Polygon", "coordinates": []}), "geometry", "leeg"),
        (buurt({"type": "Polygon", "coordinates": [[["a", "b"]]]}), "geometry", "lezen"),
        (buurt({"type": "Polygon", "coordinates": [[[5, 52], [5, 53]]]}), "geometry", "lezen"),
        (buurt({"type": "Polygon"}), "geometry", "lezen"),
        (buurt(BOW_TIE), "geometry", "Self-intersection"),
        (buurt(moved(84_000, 447_000)), "geometry", "meters"),
        (buurt(moved(47.3, -47.3)), "geometry", "verwisseld"),
        (buurt(moved(10, 0)), "geometry", "buiten"),
        (buurt(moved(float("nan"), 0)), "geometry", "lezen"),
        (buurt(moved(float("inf"), 0)), "geometry", "lezen"),
        (buurt(aantalInwoners=-1), "aantalInwoners", "nul"),
        (buurt(aantalInwoners=float("nan")), "aantalInwoners", "getal"),
        (buurt(aantalInwoners="veel"), "aantalInwoners", "getal"),
        (buurt(aantalInwoners=True), "aantalInwoners", "getal"),
        (buurt(aantalInwoners=1e12), "aantalInwoners", "hoog"),
        (buurt(percentageKoopwoningen=101), "percentageKoopwoningen", "hoog"),
    ],
)
def test_a_wrong_feature_is_told_with_its_line_and_field(
    tmp_path: Path, wrong: object, field: str, word: str
) -> None:
    problems = Problems()
    read_geojson(geojson(tmp_path, [town_features()[0], wrong]), problems)

    [problem] = problems.found
    assert (problem.source.line, problem.field, word in problem.reason) == (4, field, True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"type": "FeatureCollection",\n"features": [\n{"type" "Feature"}]}', 3),
        ('{"type": "FeatureCollection",\n"features": [}', 2),
        ('{"type": "FeatureCollection"\n', 2),
        ('{"type": "FeatureCollection"}\nen meer', 2),
        ('{"features": [' + "[" * 100_000, 0),
        ('{"features": ' + "9" * 10_000 + "}", 0),
    ],
)
def test_what_is_no_json_is_told_with_the_line_where_it_stops(
    tmp_path: Path, text: str, line: int
) -> None:
    path = tmp_path / "wrong.geojson"
    path.write_text(text)

    assert problems_of(path) == [(line, "bestand")]


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = geojson(tmp_path, [buurt(), buurt(code="BU99980102")])
    path.write_bytes(path.read_bytes().replace(b"Molen", "Cité".encode("cp1252"), 2))

    assert problems_of(path) == [(3, "bestand")]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ('{"type": "FeatureCollection", "features": []}', "features"),
        ('{"type": "FeatureCollection"}', "features"),
        ('{"type": "FeatureCollection", "features": null}', "features"),
        ("{}", "features"),
        ('{"type": "Topology"}', "type"),
    ],
)
def test_a_file_without_areas_is_a_mistake(tmp_path: Path, text: str, field: str) -> None:
    path = tmp_path / "empty.geojson"
    path.write_text(text)

    assert [field for _, field in problems_of(path)] == [field]


def test_all_mistakes_are_told_and_not_more_than_anybody_reads(tmp_path: Path) -> None:
    few = geojson(tmp_path, [buurt(code="x"), buurt(None), buurt(aantalInwoners=-1)], "few.geojson")

    assert problems_of(few) == [(3, "buurtcode"), (4, "geometry"), (5, "aantalInwoners")]
