"""Pages by key for lists that are read without models: small, plain bookmarks.

``app.core.paging`` does the same for models; these lists are the ones that most people open.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Row, Select, bindparam, tuple_

from app.core.errors import NotFound
from app.core.paging import Page
from app.core.statements import ask

EPOCH, TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
BOOKMARK = re.compile(r"([vt])-(\d{1,18})(?:-(\d{1,18}))?")  # verder or terug, from this key
Key = tuple[ColumnElement[Any], ...]


class KeyedList:
    """A list with the highest ``key`` first; each statement for it is put together once.

    The last columns that ``query`` selects are those of the key: a number, or a moment and a
    number.
    """

    def __init__(self, query: Select[Any], key: Key) -> None:
        self._query, self._key = query, key
        self._statements: dict[tuple[bool, bool], Select[Any]] = {}

    def page(
        self, bookmark: str | None, *, size: int, values: Mapping[str, Any] | None = None
    ) -> Page[Row[Any]]:
        """Return the rows at ``bookmark``; ``values`` are those that the query leaves open.

        Raises ``NotFound`` for a bookmark that this portal did not make.
        """
        parts = len(self._key)
        back, place = _read(bookmark, parts)
        values = {**(values or {}), **_named(place or ()), "most": size + 1}
        query = self._statement(back, is_start=place is None)
        rows: Sequence[Row[Any]] = ask(query, values).all()
        more, rows = len(rows) > size, rows[:size]
        if back:
            rows = rows[::-1]
        has_next, has_previous = back or more, more if back else place is not None
        return Page(
            rows=rows,
            previous=_write("t", rows[0][-parts:]) if rows and has_previous else None,
            next=_write("v", rows[-1][-parts:]) if rows and has_next else None,
        )

    def _statement(self, back: bool, *, is_start: bool) -> Select[Any]:
        known = self._statements.get((back, is_start))
        if known is None:
            known = self._statements[back, is_start] = self._made(back, is_start)
        return known

    def _made(self, back: bool, is_start: bool) -> Select[Any]:
        query, key = self._query, tuple_(*self._key)
        if not is_start:
            names = _named(self._key).items()
            place = tuple_(*(bindparam(name, type_=part.type) for name, part in names))
            query = query.where(key > place if back else key < place)
        query = query.order_by(*(part.asc() if back else part.desc() for part in self._key))
        return query.limit(bindparam("most"))


def _named(place: Sequence[Any]) -> dict[str, Any]:
    return {f"key_{number}": part for number, part in enumerate(place)}


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
