"""A table of addresses becomes the usual neighbourhood of each postcode, and its exceptions."""

from pathlib import Path

import pytest

from app.areas.reading.postcodes import is_header, read_postcodes
from app.areas.reading.problems import Problems
from app.areas.reading.rows import PostcodeRow
from areas.files import ADDRESSES, postcodes

TOWNS = {"GM9998"}
PLACES = {"BU99980101", "BU999801AF", "BU99980201"}
HEADER = ADDRESSES[0]


def mistakes(path: Path) -> list[tuple[int, str]]:
    problems = Problems()
    read_postcodes(path, TOWNS, PLACES, problems)
    return [(problem.source.line, problem.field) for problem in problems.found]


def test_a_postcode_has_its_usual_neighbourhood_and_house_numbers_elsewhere(tmp_path: Path) -> None:
    rows = read_postcodes(postcodes(tmp_path), TOWNS, PLACES, Problems())

    assert rows == [
        PostcodeRow("8299AA", 0, "BU99980101"),
        PostcodeRow("8299AA", 5, "BU999801AF"),
        PostcodeRow("8299AB", 0, "BU99980201"),
    ]


def test_of_equals_the_lowest_code_is_usual_and_additions_to_a_number_count(tmp_path: Path) -> None:
    lines = [
        HEADER,
        *("8299AA;1;999801AF;999801;9998", "8299AA;3;99980101;999801;9998"),
        *("8299AB;1;99980101;999801;9998", "8299AB;1;999801AF;999801;9998"),
        "8299AB;1;999801AF;999801;9998",
    ]
    rows = read_postcodes(postcodes(tmp_path, lines), TOWNS, PLACES, Problems())

    assert rows == [
        PostcodeRow("8299AA", 0, "BU99980101"),
        PostcodeRow("8299AA", 1, "BU999801AF"),
        PostcodeRow("8299AB", 0, "BU999801AF"),
    ]


def test_codes_without_their_zeros_are_understood(tmp_path: Path) -> None:
    lines = ["PC6,Huisnummer,Buurt2019,Wijk2019,Gemeente2019", "1011AB,105,3630400,36304,363"]
    rows = read_postcodes(postcodes(tmp_path, lines), {"GM0363"}, {"BU03630400"}, Problems())

    assert rows == [PostcodeRow("1011AB", 0, "BU03630400")]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("8299A;1;99980101;999801;9998", "PC6"),
        ("0299AA;1;99980101;999801;9998", "PC6"),
        ("8299AA;een;99980101;999801;9998", "Huisnummer"),
        ("8299AA;0;99980101;999801;9998", "Huisnummer"),
        ("8299AA;-1;99980101;999801;9998", "Huisnummer"),
        ("8299AA;٣;99980101;999801;9998", "Huisnummer"),
        ("8299AA;1;99980109;999801;9998", "Buurt"),
        ("8299AA;1;99980101;999801", "bestand"),
        ("1011AB;1;03630400;036304;0363;meer", "bestand"),
        ('8299AA;1;"99980101;999801;9998', "bestand"),
    ],
)
def test_a_wrong_row_is_told_with_its_line_and_field(tmp_path: Path, line: str, field: str) -> None:
    assert mistakes(postcodes(tmp_path, [HEADER, ADDRESSES[2], line])) == [(3, field)]


def test_a_table_without_an_address_here_is_a_mistake(tmp_path: Path) -> None:
    assert mistakes(postcodes(tmp_path, ADDRESSES[:2])) == [(0, "Gemeente")]


@pytest.mark.parametrize(
    ("names", "known"),
    [
        ("PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025", True),
        ("pc6;huisnummer;buurt_2031;wijk_2031;gemeente_2031", True),
        ("PC6;Huisnummer;Buurt2025;Wijk2025", False),
        ("PC6;Huisnummer;Wijk2025;Buurt2025;Gemeente2025", False),
    ],
)
def test_the_header_is_known_in_every_year(names: str, known: bool) -> None:
    assert is_header(names.split(";")) == known
