"""A page of the list of plans, as its cards show it: one statement and no models.

The list is the page that most people open. It reads the few columns of a card straight from
the tables, and finds its place by key: page 5,000 costs as much as page 1.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, String, Subquery, bindparam, cast, exists, func, select, text

from app.core.paging import SIZE, Page
from app.initiatives.lifecycle import ENDED, State
from app.initiatives.models import Initiative, InitiativeTheme, NeedKind, Theme
from app.initiatives.photos import ARE_PUBLISHED, Photo
from app.initiatives.queries.keys import KeyedList
from app.initiatives.queries.words import asked_words
from app.search import service as search

KIND = "initiative"  # as the search room knows it
PLANS, THEMES = Initiative.__table__, InitiativeTheme.__table__
PLAN, TOUCHED, PHOTO = PLANS.c, THEMES.c, Photo.__table__.c
FIRST_THEME = (
    select(func.min(TOUCHED.theme)).where(TOUCHED.initiative_id == PLAN.id).scalar_subquery()
)
# Written out, not as a value: only then the database sees that its index of these photos fits.
PICTURE = (
    select(func.min(PHOTO.id))
    .where(PHOTO.initiative_id == PLAN.id, text(f"photos.{ARE_PUBLISHED}"))
    .scalar_subquery()
)
COLUMNS = (
    *(PLAN.id, PLAN.title, PLAN.summary, PLAN.state, PLAN.neighbourhood_id, PLAN.district_id),
    FIRST_THEME.label("theme"),
    PICTURE.label("photo"),
    cast(PLAN.needs, String).label("needs"),  # as text: a list has no place among other columns
)
NEWEST = (PLAN.published_at, PLAN.id)
NARROWED = {
    "district": PLAN.district_id == bindparam("district"),
    "neighbourhood": PLAN.neighbourhood_id == bindparam("neighbourhood"),
    "organisation": PLAN.organisation_id == bindparam("organisation"),
    "state": PLAN.state == bindparam("state"),
    "theme": exists().where(TOUCHED.initiative_id == PLAN.id, TOUCHED.theme == bindparam("theme")),
}


class Card(NamedTuple):
    """What the list shows of a plan."""

    id: int
    title: str
    summary: str
    state: State
    neighbourhood_id: int
    district_id: int
    theme: Theme | None
    photo: int | None  # the number of the first that everybody may see
    needs: tuple[NeedKind, ...]

    @property
    def asked(self) -> str:
        """What the plan still looks for, in words; empty for nothing, and once it has ended."""
        return "" if self.state in ENDED else asked_words(self.needs)


def card_of(*columns: Any) -> Card:
    """Return the card that ``COLUMNS`` make."""
    *plain, needs = columns
    return Card._make((*plain, _kinds(needs)))


@cache
def _kinds(needs: str) -> tuple[NeedKind, ...]:
    """Return the kinds of needs in a text like ``["money"]``: one of a few hundred."""
    return tuple(kind for kind in NeedKind if kind.value in json.loads(needs))


def card_page(
    *,
    district_id: int | None = None,
    neighbourhood_id: int | None = None,
    organisation_id: int | None = None,
    theme: Theme | None = None,
    state: State | None = None,
    words: str = "",
    bookmark: str | None = None,
    size: int = SIZE,
) -> Page[Card]:
    """Return the public plans at ``bookmark``, newest first; the first page for none.

    Raises ``NotFound`` for a bookmark that this portal did not make.
    """
    choices = {
        "district": district_id,
        "neighbourhood": neighbourhood_id,
        "organisation": organisation_id,
        "state": state,
        "theme": theme,
    }
    chosen = {name: value for name, value in choices.items() if value is not None}
    asked = search.asked(KIND, words)
    cards = _found(search.hits(), *chosen) if asked else _newest(*chosen)
    page = cards.page(bookmark, size=size, values={**chosen, **(asked or {})})
    return Page([card_of(*row[: len(COLUMNS)]) for row in page.rows], page.previous, page.next)


@cache
def _newest(*chosen: str) -> KeyedList:
    query = select(*COLUMNS, *NEWEST).select_from(PLANS)
    return KeyedList(query.where(*_conditions(chosen)), NEWEST)


@cache
def _found(hits: Subquery, *chosen: str) -> KeyedList:
    """Return the plans that search found, in its order."""
    query = select(*COLUMNS, hits.c.position).join_from(PLANS, hits, hits.c.id == PLAN.id)
    return KeyedList(query.where(*_conditions(chosen)), (hits.c.position,))


def _conditions(chosen: Iterable[str]) -> list[ColumnElement[bool]]:
    return [PLAN.is_listed == 1, *(NARROWED[name] for name in chosen)]
