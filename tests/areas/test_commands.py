"""What somebody at a terminal types, reads and gets back."""

from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import func, select

from app.areas import queries
from app.areas.models import Area
from app.core.db import db
from areas.files import ADDRESSES, geojson, postcodes, table, town_features


def run(app: Flask, *words: object) -> Result:
    result = app.test_cli_runner().invoke(args=["areas", *(str(word) for word in words)])
    db.session.rollback()
    return result


def count() -> int | None:
    return db.session.scalar(select(func.count()).select_from(Area))


def test_files_in_any_order_are_loaded_and_counted_in_one_line(app: Flask, tmp_path: Path) -> None:
    files = [postcodes(tmp_path), table(tmp_path), geojson(tmp_path)]

    result = run(app, "load", *files, "--year", 2025)

    assert (result.exit_code, result.stdout) == (
        0,
        "municipalities: 1, districts: 2, neighbourhoods: 4, retired: 0, figures: 21, postcodes: 3\n",
    )
    assert count() == 7


def test_a_dry_run_keeps_nothing(app: Flask, tmp_path: Path) -> None:
    result = run(app, "load", geojson(tmp_path), "--year", 2025, "--dry-run")

    assert (result.exit_code, result.stdout.endswith("nothing kept (dry run)\n"), count()) == (
        0,
        True,
        0,
    )


def test_wrong_files_are_told_line_by_line_and_keep_nothing(app: Flask, tmp_path: Path) -> None:
    drawn = geojson(tmp_path, [*town_features(), {"type": "Feature"}])

    result = run(app, "load", drawn, table(tmp_path), "--year", 2025)

    assert (result.exit_code, result.stdout, result.stderr) == (
        1,
        "",
        f"{drawn}:10: properties: Dit is geen gebied met eigenschappen.\n",
    )
    assert count() == 0


def test_several_unknown_files_are_told_at_once(app: Flask, tmp_path: Path) -> None:
    one, two = table(tmp_path, ["a,b"], "one.csv"), table(tmp_path, [""], "two.csv")

    result = run(app, "load", one, two, "--year", 2025)

    assert [line.split(": ")[:2] for line in result.stderr.splitlines()] == [
        [f"{one}:1", "bestand"],
        [str(two), "bestand"],
    ]


def test_an_older_year_is_refused(app: Flask, tmp_path: Path) -> None:
    run(app, "load", geojson(tmp_path), "--year", 2025)

    result = run(app, "load", geojson(tmp_path), "--year", 2024)

    assert (result.exit_code, result.stderr.partition(":")[0]) == (1, "year")


@pytest.mark.parametrize(
    "words",
    [
        ("load", "--year", 2025),
        ("load", "nowhere.csv", "--year", 2025),
        ("load", __file__),
        ("own", "Oever"),
    ],
)
def test_a_wrong_command_is_a_matter_of_usage(app: Flask, words: tuple[object, ...]) -> None:
    assert run(app, *words).exit_code == 2


def test_an_own_area_is_defined_by_the_codes_of_its_neighbourhoods(
    app: Flask, tmp_path: Path
) -> None:
    run(app, "load", geojson(tmp_path), "--year", 2025)

    result = run(app, "own", "De Oever", "BU99980101", "BU999801AF")

    assert result.stdout == "De Oever: 2 neighbourhoods, at de-oever\n"
    assert [place.name for place in queries.own_areas()] == ["De Oever"]


def test_an_own_area_needs_neighbourhoods_that_exist(app: Flask, tmp_path: Path) -> None:
    run(app, "load", geojson(tmp_path), "--year", 2025)

    unknown = run(app, "own", "De Oever", "BU99980101", "BU99980199")
    district = run(app, "own", "De Oever", "WK999801")

    assert (unknown.exit_code, "BU99980199" in unknown.stderr) == (2, True)
    assert (district.exit_code, district.stderr.partition(":")[0]) == (1, "neighbourhoods")


def test_postcodes_need_areas_first(app: Flask, tmp_path: Path) -> None:
    result = run(app, "load", postcodes(tmp_path, ADDRESSES), "--year", 2025)

    assert (result.exit_code, result.stderr.split(": ")[1]) == (1, "Gemeente")
