"""A table of key figures becomes areas with figures, or a list of mistakes with their lines."""

from decimal import Decimal
from pathlib import Path

import pytest

from app.areas.models import AreaKind
from app.areas.reading.figures import read_figures
from app.areas.reading.problems import Problems
from areas.files import FIGURES, HEADER, table

GOOD = FIGURES[3]


def mistakes(path: Path) -> list[tuple[int, str]]:
    problems = Problems()
    read_figures(path, problems)
    return [(problem.source.line, problem.field) for problem in problems.found]


def test_each_row_is_an_area_with_its_figures(tmp_path: Path) -> None:
    rows = read_figures(table(tmp_path), Problems())

    assert [(row.code, row.kind, row.name, row.outline) for row in rows[2:4]] == [
        ("WK999802", AreaKind.DISTRICT, "Wijk 02 Zuid", None),
        ("BU99980101", AreaKind.NEIGHBOURHOOD, "Molenbuurt", None),
    ]
    assert rows[3].figures == {
        "aantalInwoners": Decimal(1200),
        "percentageKoopwoningen": Decimal(70),
        "gemiddeldeHuishoudsgrootte": Decimal("2.4"),
    }


def test_what_is_empty_or_secret_is_unknown_and_never_zero(tmp_path: Path) -> None:
    lines = [HEADER, "buurt,BU99980101,Molen,,.,-99997", "buurt,BU99980102,Haven,0,0,-99999999"]
    first, second = read_figures(table(tmp_path, lines), Problems())

    assert list(first.figures.values()) == [None, None, None]
    assert list(second.figures.values()) == [0, 0, None]


def test_semicolons_decimal_commas_blanks_and_a_mark_are_fine(tmp_path: Path) -> None:
    path = table(tmp_path, [HEADER.replace(",", ";"), "Buurt ; BU99980101 ;Molen;1200;70,5; 2,4"])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    [row] = read_figures(path, Problems())

    assert (row.code, list(row.figures.values())) == (
        "BU99980101",
        [Decimal(1200), Decimal("70.5"), Decimal("2.4")],
    )


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("buurt,BU9998010,Molen,1,1,1", "code"),
        ("wijk,BU99980101,Molen,1,1,1", "code"),
        ("straat,BU99980101,Molen,1,1,1", "code"),
        ("buurt,BU99980101,,1,1,1", "naam"),
        ("buurt,BU99980101,Molen,-5,1,1", "aantalInwoners"),
        ("buurt,BU99980101,Molen,NaN,1,1", "aantalInwoners"),
        ("buurt,BU99980101,Molen,Infinity,1,1", "aantalInwoners"),
        ("buurt,BU99980101,Molen,-Infinity,1,1", "aantalInwoners"),
        ("buurt,BU99980101,Molen,1.2.3,1,1", "aantalInwoners"),
        ("buurt,BU99980101,Molen,1e40,1,1", "aantalInwoners"),
        ("buurt,BU99980101,Molen,1,100.1,1", "percentageKoopwoningen"),
        ("buurt,BU99980101,Molen,1,1", "bestand"),
        ("buurt,BU99980101,Molen,1,1,1,1", "bestand"),
        ('buurt,BU99980101,"Molen,1,1,1', "bestand"),
    ],
)
def test_a_wrong_row_is_told_with_its_line_and_field(tmp_path: Path, line: str, field: str) -> None:
    assert mistakes(table(tmp_path, [HEADER, GOOD, line])) == [(3, field)]


def test_blank_lines_are_no_rows(tmp_path: Path) -> None:
    rows = read_figures(table(tmp_path, ["", HEADER, "", GOOD, ""]), Problems())

    assert [row.source.line for row in rows] == [4]


def test_a_table_without_rows_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes(table(tmp_path, [HEADER])) == [(0, "bestand")]


def test_a_table_without_the_columns_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes(table(tmp_path, ["niveau,code,name", "buurt,BU99980101,Molen"])) == [
        (1, "naam")
    ]


def test_a_column_that_is_there_twice_is_a_mistake(tmp_path: Path) -> None:
    header = f"{HEADER},aantalInwoners"

    assert mistakes(table(tmp_path, [header, f"{GOOD},5"])) == [(1, "aantalInwoners")]


def test_another_encoding_is_told_with_its_line(tmp_path: Path) -> None:
    path = table(tmp_path, [HEADER, *([GOOD] * 5000), "buurt,BU99980102,Cité,1,1,1"])
    path.write_bytes(path.read_text().encode("cp1252"))

    assert mistakes(path) == [(5002, "bestand")]
