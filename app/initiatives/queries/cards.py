"""A page of the list of plans, as its cards show it: one statement and no models.

The list is the page that most people open. It reads the few columns of a card straight from
the tables, and finds its place by key: page 5,000 costs as much as page 1.
"""

import re
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, exists, func, select, tuple_

from app.core.db import db
from app.core.errors import NotFound
from app.core.paging import SIZE, Page
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeTheme, Theme
from app.initiatives.queries.lists import KIND
from app.search import service as search

PLANS, THEMES = Initiative.__table__, InitiativeTheme.__table__
PLAN, TOUCHED = PLANS.c, THEMES.c
FIRST_THEME = (
    select(func.min(TOUCHED.theme)).where(TOUCHED.initiative_id == PLAN.id).scalar_subquery()
)
COLUMNS = (
    *(PLAN.id, PLAN.title, PLAN.summary, PLAN.state, PLAN.neighbourhood_id, PLAN.district_id),
    FIRST_THEME.label("theme"),
)
NEWEST = (PLAN.published_at, PLAN.id)
EPOCH, TICK = datetime(1970, 1, 1, tzinfo=UTC), timedelta(microseconds=1)
BOOKMARK = re.compile(r"([vt])-(\d{1,18})(?:-(\d{1,18}))?")  # verder or terug, from this key


class Card(NamedTuple):
    """What the list shows of a plan."""

    id: int
    title: str
    summary: str
    state: State
    neighbourhood_id: int
    district_id: int
    theme: Theme | None


def card_page(
    *,
    district_id: int | None = None,
    neighbourhood_id: int | None = None,
    theme: Theme | None = None,
    state: State | None = None,
    words: str = "",
    bookmark: str | None = None,
    size: int = SIZE,
) -> Page[Card]:
    """Return the public plans at ``bookmark``, newest first; the first page for none.

    Raises ``NotFound`` for a bookmark that this portal did not make.
    """
    query, key = _found(words)
    query = query.where(PLAN.is_listed == 1)
    if district_id is not None:
        query = query.where(PLAN.district_id == district_id)
    if neighbourhood_id is not None:
        query = query.where(PLAN.neighbourhood_id == neighbourhood_id)
    if state is not None:
        query = query.where(PLAN.state == state)
    if theme is not None:
        query = query.where(
            exists().where(TOUCHED.initiative_id == PLAN.id, TOUCHED.theme == theme)
        )
    return _page(query, key, bookmark, size)


def _found(words: str) -> tuple[Select[Any], tuple[ColumnElement[Any], ...]]:
    """Return the selection and its key: as search ordered it, else by moment."""
    hits = search.find(KIND, words) if words else None
    if hits is None:
        return select(*COLUMNS, *NEWEST).select_from(PLANS), NEWEST
    found = select(*COLUMNS, hits.c.position).join_from(PLANS, hits, hits.c.id == PLAN.id)
    return found, (hits.c.position,)


def _page(
    query: Select[Any], key: tuple[ColumnElement[Any], ...], bookmark: str | None, size: int
) -> Page[Card]:
    back, place = _read(bookmark, len(key))
    if place is not None:
        here = tuple_(*key) > place if back else tuple_(*key) < place
        query = query.where(here)
    query = query.order_by(*(part.asc() if back else part.desc() for part in key))
    rows = db.session.execute(query.limit(size + 1)).all()
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows = rows[::-1]
    has_next, has_previous = back or more, more if back else place is not None
    width = len(COLUMNS)
    return Page(
        rows=[Card(*row[:width]) for row in rows],
        previous=_write("t", rows[0][width:]) if rows and has_previous else None,
        next=_write("v", rows[-1][width:]) if rows and has_next else None,
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


def _write(direction: str, key: tuple[Any, ...]) -> str:
    numbers = [(part - EPOCH) // TICK if isinstance(part, datetime) else part for part in key]
    return "-".join([direction, *map(str, numbers)])
