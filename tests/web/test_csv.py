"""Files for a spreadsheet: Dutch, and never a formula."""

import codecs
import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from flask import Flask

from app.web.csv import Cell, csv_file


@pytest.fixture(autouse=True)
def request_context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def rows_of(content: bytes) -> list[list[str]]:
    """Return the rows as a spreadsheet reads them."""
    return list(csv.reader(content.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ('Groen; en "mooi"', 'Groen; en "mooi"'),
        ("twee\nregels", "twee\nregels"),
        ("=1+1", "'=1+1"),
        ("+31 15 123", "'+31 15 123"),
        ("-2", "'-2"),
        ("@som(A1)", "'@som(A1)"),
        ("\t=1", "'\t=1"),
        ("\rweg", "'\rweg"),
        ("  =1", "'  =1"),
        ("a=b", "a=b"),
        (-2, "-2"),
        (1234567, "1234567"),
        (1.5, "1,5"),
        (Decimal("1850.00"), "1850,00"),
        (date(2026, 11, 22), "2026-11-22"),
        (None, ""),
    ],
)
def test_a_cell_is_what_a_dutch_spreadsheet_expects(cell: Cell, written: str) -> None:
    answer = csv_file("proef", ["Kop"], [[cell]])

    assert rows_of(answer.get_data()) == [["Kop"], [written]]


def test_the_file_says_its_letters_and_its_name() -> None:
    answer = csv_file("proef", ["Café"], [])

    assert answer.get_data() == codecs.BOM_UTF8 + "Café\r\n".encode()
    assert answer.mimetype == "text/csv"
    assert answer.headers["Content-Disposition"] == "attachment; filename=proef.csv"


def test_many_rows_are_sent_while_they_come() -> None:
    asked: list[int] = []

    def rows() -> Iterator[list[Cell]]:
        for number in range(2_000):
            asked.append(number)
            yield [number]

    pieces = iter(csv_file("proef", ["Nummer"], rows()).response)  # type: ignore[arg-type]

    next(pieces)
    assert len(asked) < 1_000
    assert len(list(pieces)) == 4
