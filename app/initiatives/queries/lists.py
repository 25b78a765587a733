"""Lists of initiatives: what everybody reads, and what somebody runs."""

from collections.abc import Sequence

from sqlalchemy import Select, exists, select, type_coerce
from sqlalchemy.orm import load_only, raiseload, selectinload

from app.accounts.models import Actor
from app.core.db import Moment, db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeTheme, Theme
from app.initiatives.queries.visible import run_by
from app.search import service as search

KIND = "initiative"  # as the search room knows it
# A public plan always has one; under this name it is a column of the list, as paging wants it.
PUBLISHED_AT = type_coerce(Initiative.published_at, Moment()).label("newest")
CARD = (
    Initiative.title,
    Initiative.summary,
    Initiative.state,
    Initiative.neighbourhood_id,
    Initiative.district_id,
    Initiative.published_at,
)


def listed(
    *,
    district_id: int | None = None,
    neighbourhood_id: int | None = None,
    theme: Theme | None = None,
    state: State | None = None,
    words: str = "",
) -> Select[Initiative]:
    """Select what everybody may see, newest first, with what a card shows and nothing more.

    ``words`` are searched in the texts, the themes and the names of the places.
    """
    query = select(Initiative).add_columns(PUBLISHED_AT).where(Initiative.is_listed == 1)
    if district_id is not None:
        query = query.where(Initiative.district_id == district_id)
    if neighbourhood_id is not None:
        query = query.where(Initiative.neighbourhood_id == neighbourhood_id)
    if state is not None:
        query = query.where(Initiative.state == state)
    if theme is not None:
        touches = (InitiativeTheme.initiative_id == Initiative.id) & (
            InitiativeTheme.theme == theme
        )
        query = query.where(exists().where(touches))
    query = query.order_by(PUBLISHED_AT.desc(), Initiative.id.desc())
    return as_cards(search.narrowed(query, Initiative.id, KIND, words))


def as_cards(query: Select[Initiative]) -> Select[Initiative]:
    """Load what a card shows: the columns, and the themes of all rows in one statement."""
    themes = selectinload(Initiative.themes).load_only(InitiativeTheme.theme)
    return query.options(load_only(*CARD), themes, raiseload("*"))


def of_person(actor: Actor, *, limit: int = 50) -> Sequence[Initiative]:
    """Return the plans that ``actor`` leads or helps to run, newest first; drafts too."""
    mine = select(Initiative).where(run_by(actor), Initiative.state != State.ARCHIVED)
    return db.session.scalars(mine.order_by(Initiative.id.desc()).limit(limit)).all()
