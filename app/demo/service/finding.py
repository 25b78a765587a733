"""Let everything that is public be found, in the order in which it appeared."""

from collections.abc import Callable, Iterator

from sqlalchemy import select, tuple_
from sqlalchemy.orm import selectinload

from app.core.db import db
from app.initiatives.models import Initiative
from app.initiatives.queries.cards import KIND
from app.initiatives.service import words_to_find
from app.search import service as search

PORTION = 1_000


def index(done: Callable[[], None]) -> None:
    """Put all public initiatives in the index, the oldest first."""
    search.put_many(KIND, _words(done))


def _words(done: Callable[[], None]) -> Iterator[tuple[int, str]]:
    listed = (
        select(Initiative)
        .where(Initiative.is_listed == 1)
        .options(selectinload(Initiative.themes))
        .order_by(Initiative.published_at, Initiative.id)
        .limit(PORTION)
    )
    where = tuple_(Initiative.published_at, Initiative.id)
    portion = db.session.scalars(listed).all()
    while portion:
        for initiative in portion:
            yield initiative.id, words_to_find(initiative)
            done()
        after = (portion[-1].published_at, portion[-1].id)
        db.session.expunge_all()
        portion = db.session.scalars(listed.where(where > after)).all()
