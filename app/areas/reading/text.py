"""The text of a file: UTF-8, with or without a byte order mark, and nothing else."""

import csv
from collections.abc import Iterator
from pathlib import Path

from flask_babel import gettext as _

from app.areas.reading.problems import Problems, Source

START = 4096  # bytes that tell what kind of file it is
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
FIELD = "bestand"  # the field of a mistake in the file as a whole
csv.field_size_limit(1_000_000)


def start_of(path: Path, problems: Problems) -> str | None:
    """Return the first characters of a file, without blanks before them; ``None`` for no text."""
    with path.open("rb") as file:
        start = file.read(START)
    if start.startswith(UTF_16) or b"\0" in start:
        reason = _("Dit is geen UTF-8 maar UTF-16 of geen tekst. Bewaar het bestand als UTF-8.")
    elif not start.decode("utf-8-sig", "replace").strip():
        reason = _("Het bestand is leeg.")
    else:
        return start.decode("utf-8-sig", "replace").lstrip()
    problems.add(Source(path), FIELD, reason)
    return None


def text_of(path: Path, problems: Problems) -> str | None:
    """Return the whole text of a file; ``None`` when it is not UTF-8."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        problems.add(Source(path, line), FIELD, not_utf_8())
        return None


def table_of(path: Path, problems: Problems) -> Iterator[tuple[int, list[str]]]:
    """Give the line number and the cells of each row of a CSV file, header first.

    The separator is the one the header has most: a comma or a semicolon. Blank lines are
    skipped. Stops at a byte that is not UTF-8 or a quote that is never closed.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        file.seek(0)
        separator = max(",;", key=header.count)
        reader = csv.reader(file, delimiter=separator, strict=True)
        try:
            for row in reader:
                if row:
                    yield reader.line_num, row
        except UnicodeDecodeError:
            problems.add(Source(path, _line_of_strange_byte(path)), FIELD, not_utf_8())
        except csv.Error:
            reason = _("De aanhalingstekens op deze regel kloppen niet.")
            problems.add(Source(path, reader.line_num), FIELD, reason)


def not_utf_8() -> str:
    """Say that a file was kept by a program that did not write UTF-8."""
    return str(_("Deze regel is geen UTF-8, maar bijvoorbeeld Windows-1252. Bewaar als UTF-8."))


def _line_of_strange_byte(path: Path) -> int:
    with path.open("rb") as file:
        return next(number for number, line in enumerate(file, 1) if not _is_utf_8(line))


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
