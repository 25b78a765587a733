"""What kind of file it is: told by what is in it, not by what it is called."""

import csv
from enum import Enum
from pathlib import Path

from flask_babel import gettext as _

from app.areas.reading import figures, postcodes
from app.areas.reading.problems import Problems, Source
from app.areas.reading.text import FIELD, start_of


class FileKind(Enum):
    """The files the portal can load."""

    OUTLINES = "outlines"
    FIGURES = "figures"
    POSTCODES = "postcodes"


def kind_of(path: Path, problems: Problems) -> FileKind | None:
    """Return the kind of file; ``None``, with a problem, for a file the portal cannot load."""
    start = start_of(path, problems)
    if start is None:
        return None
    if start.startswith("{"):
        return FileKind.OUTLINES
    header = start.partition("\n")[0].strip("\r")
    names = next(csv.reader([header], delimiter=max(",;", key=header.count)), [])
    if postcodes.is_header(names):
        return FileKind.POSTCODES
    if figures.is_header(names):
        return FileKind.FIGURES
    reason = _(
        "Dit bestand is onbekend. Het kan zijn: GeoJSON, een tabel met kerncijfers"
        " (niveau, code, naam, ...) of een tabel met postcodes (PC6, Huisnummer, ...)."
    )
    problems.add(Source(path, 1), FIELD, reason)
    return None
