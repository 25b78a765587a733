"""Tables as files for a spreadsheet: as Dutch programs open them, and safe to open.

Columns are divided by semicolons, numbers have a comma, and a mark in front says that the letters
are UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP,
"CSV Injection").
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO
from itertools import chain, islice
from typing import TypeAlias

from flask import Response

Cell: TypeAlias = str | int | float | Decimal | date | None
MARK = "\ufeff"
FORMULA = re.compile(r"\s*[=+\-@]|[\t\r]")  # how a formula begins
AT_ONCE = 500  # rows of a piece that is sent


def csv_file(name: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Response:
    """Return a table as a file with ``name`` (without its ending), sent while the rows come.

    By then the request is over: ``rows`` has to do without it.
    """
    response = Response(_pieces(chain([headings], rows)), content_type="text/csv; charset=utf-8")
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.csv")
    return response


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table as the whole text of such a file, to put it in another one."""
    return "".join(_pieces(chain([headings], rows)))


def _pieces(rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    waiting, begin = iter(rows), MARK
    while some := list(islice(waiting, AT_ONCE)):
        text = StringIO()
        csv.writer(text, delimiter=";").writerows(map(_written, row) for row in some)
        yield begin + text.getvalue()
        begin = ""


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if FORMULA.match(cell) else cell
    return str(cell) if isinstance(cell, date) else str(cell).replace(".", ",")
