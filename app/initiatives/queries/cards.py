"""A page of the list of plans, as its cards show it: one statement and no models.

The list is the page that most people open. It reads the few columns of a card straight from
the tables, and finds its place by key: page 5,000 costs as much as page 1.
"""

from typing import Any, NamedTuple

from sqlalchemy import Select, exists, func, select

from app.core.paging import SIZE, Page
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeTheme, Theme
from app.initiatives.queries.keys import Key, page_by_key
from app.search import service as search

KIND = "initiative"  # as the search room knows it
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
    page = page_by_key(query, key, bookmark, size=size)
    cards = [Card(*row[: len(COLUMNS)]) for row in page.rows]
    return Page(cards, page.previous, page.next)


def _found(words: str) -> tuple[Select[Any], Key]:
    """Return the selection and its key: as search ordered it, else by moment."""
    hits = search.find(KIND, words) if words else None
    if hits is None:
        return select(*COLUMNS, *NEWEST).select_from(PLANS), NEWEST
    found = select(*COLUMNS, hits.c.position).join_from(PLANS, hits, hits.c.id == PLAN.id)
    return found, (hits.c.position,)
