"""Put things in the index, take them out and find them: the same in every database."""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from sqlalchemy import Select, Subquery, delete, text
from sqlalchemy.orm import InstrumentedAttribute

from app.core.db import db
from app.search.models import SearchDocument
from app.search.question import read, terms_of
from app.search.schema import BACK_ENDS, BackEnd

T = TypeVar("T")
BATCH = 1_000
MANY = 10_000  # from so many new documents on, the index is put in order afterwards


def put(kind: str, number: int, words: str) -> None:
    """Make the thing of ``kind`` with id ``number`` findable by all ``words`` of a text.

    A thing that is put again keeps its place in the order and is found by its new words only.
    ``kind`` is one plain word, such as ``initiative``.
    """
    db.session.connection().execute(_back_end().keep(), [_row(kind, number, words)])


def put_many(kind: str, things: Iterable[tuple[int, str]]) -> int:
    """Put many ``(id, words)``, the oldest first, and return how many: for imports."""
    rest, count = iter(things), 0
    while batch := [_row(kind, *thing) for thing in islice(rest, BATCH)]:
        db.session.connection().execute(_back_end().keep(), batch)
        count += len(batch)
    if count >= MANY:
        db.session.execute(text(_back_end().TIDY))
    return count


def remove(kind: str, number: int) -> None:
    """Let a thing be found no more; nothing happens when it never was."""
    known = (SearchDocument.kind == kind, SearchDocument.document_id == number)
    db.session.execute(delete(SearchDocument).where(*known))


def find(kind: str, words: str) -> Subquery | None:
    """Return what of ``kind`` has all ``words``, in any form; ``None`` when there is no word.

    The subquery has ``id`` and ``position``, the highest for what was put last. Join it to a
    list and order by ``position`` from high to low: that is read from the index, page by page,
    also for a word that half of all things have. Any other order reads all hits first.
    """
    terms = read(words)
    return _back_end().hits(kind, terms).subquery("hits") if terms else None


def narrowed(query: Select[T], key: InstrumentedAttribute[int], kind: str, words: str) -> Select[T]:
    """Return ``query`` with only what has all ``words``, newest first; ``key`` is its id column.

    Without a word to find the query stays as it is, order included.
    """
    hits = find(kind, words)
    if hits is None:
        return query
    position = hits.c.position
    found = query.join(hits, hits.c.id == key).order_by(None).order_by(position.desc())
    return found.add_columns(position)  # paging would add it under a new name each time


def _back_end() -> BackEnd:
    return BACK_ENDS[db.engine.dialect.name]


def _row(kind: str, number: int, words: str) -> dict[str, str | int]:
    return {"kind": kind, "number": number, "terms": terms_of(words)}
