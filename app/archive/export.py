"""The files of a list, to keep elsewhere: for people (letters, a table) and for machines (JSON)."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flask_babel import gettext as _

from app.archive import file, queries
from app.archive.models import DestructionLine, DestructionList
from app.core.speech import DEFAULT, speaking
from app.support import paper
from app.support.models import SupportRequest
from app.web.csv import Cell, csv_text

MOMENT = (2000, 1, 1, 0, 0, 0)  # of every file inside, so that the same files give the same bytes


class Export(NamedTuple):
    """A ZIP, and the SHA-256 of it."""

    content: bytes
    fingerprint: str


def export_of(one: DestructionList) -> Export:
    """Return everything that is kept of the files on a list; the same files give the same bytes."""
    packed = BytesIO()
    with speaking(DEFAULT), ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in _texts(one):
            archive.writestr(ZipInfo(name, MOMENT), text, ZIP_DEFLATED)
    content = packed.getvalue()
    return Export(content, hashlib.sha256(content).hexdigest())


def _texts(one: DestructionList) -> Iterator[tuple[str, str]]:
    requests = queries.requests_on(one)
    yield "lijst.csv", _table(one, requests)
    for line in one.going:
        request = requests.get(line.request_id or 0)
        if request is None:
            continue
        folder = line.reference or str(request.id)
        yield f"{folder}/dossier.json", _whole(request)
        for number, letter in enumerate(request.letters, start=1):
            yield f"{folder}/brief-{number}.html", paper.document_of(letter)


def _table(one: DestructionList, requests: dict[int, SupportRequest]) -> str:
    headings = [_("Kenmerk"), _("Plan"), _("Bewaartijd"), _("Telt vanaf"), _("Uitkomst")]
    return csv_text(
        headings, (_row(line, requests.get(line.request_id or 0)) for line in one.going)
    )


def _row(line: DestructionLine, request: SupportRequest | None) -> list[Cell]:
    plan, state = (request.initiative.title, request.state.label) if request else ("", "")
    return [line.reference, plan, str(line.retention.label), line.counted_from, str(state)]


def _whole(request: SupportRequest) -> str:
    tables = dict(file.rows_of(request.id))
    return json.dumps(tables, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"no plain form of {type(value).__name__}")
