"""Pages by key for lists that are read without models: small, plain bookmarks.

``app.core.paging`` does the same for models; these lists are the ones that most people open.
"""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Row, Select, tuple_

from app.core.db import db
from app.core.errors import NotFound
from app.core.paging import Page

EPOCH, TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
BOOKMARK = re.compile(r"([vt])-(\d{1,18})(?:-(\d{1,18}))?")  # verder or terug, from this key
Key = tuple[ColumnElement[Any], ...]


def page_by_key(query: Select[Any], key: Key, bookmark: str | None, *, size: int) -> Page[Row[Any]]:
    """Return the rows of ``query`` at ``bookmark``, the highest ``key`` first.

    The last columns that ``query`` selects are those of the key: a number, or a moment and a
    number. Raises ``NotFound`` for a bookmark that this portal did not make.
    """
    back, place = _read(bookmark, len(key))
    if place is not None:
        here = tuple_(*key) > place if back else tuple_(*key) < place
        query = query.where(here)
    query = query.order_by(*(part.asc() if back else part.desc() for part in key))
    rows: Sequence[Row[Any]] = db.session.execute(query.limit(size + 1)).all()
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows = rows[::-1]
    has_next, has_previous = back or more, more if back else place is not None
    return Page(
        rows=rows,
        previous=_write("t", rows[0][-len(key) :]) if rows and has_previous else None,
        next=_write("v", rows[-1][-len(key) :]) if rows and has_next else None,
    )


def _read(bookmark: str | None, parts: int) -> tuple[bool, tuple[Any, ...] | None]:
    """Return whether a bookmark leads back, and the key that it stands at."""
    if not bookmark:
        return False, None
    found = BOOKMARK.fullmatch(bookmark)
    if found is None or (found[3] is None) != (parts == 1):
        raise NotFound(_("Deze pagina bestaat niet."))
    if parts == 1:
        return found[1] == "t", (int(found[2]),)
    try:
        return found[1] == "t", (EPOCH + int(found[2]) * TICK, int(found[3]))
    except OverflowError as wrong:
        raise NotFound(_("Deze pagina bestaat niet.")) from wrong


def _write(direction: str, key: Sequence[Any]) -> str:
    numbers = [(part - EPOCH) // TICK if isinstance(part, datetime) else part for part in key]
    return "-".join([direction, *map(str, numbers)])
