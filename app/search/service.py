"""Put things in the index, take them out and find them: the same in every database."""

from collections.abc import Iterable
from itertools import islice

from sqlalchemy import Subquery, delete, text

from app.core.db import db
from app.search.likeness import Gist
from app.search.models import SearchDocument
from app.search.question import read, read_about, terms_of
from app.search.schema import BACK_ENDS, BackEnd

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


def hits() -> Subquery:
    """Select what is found; a statement with it is run with the values that ``asked`` gives.

    It has ``id`` and ``position``, the highest for what was put last. Join it to a list and
    order by ``position`` from high to low: that is read from the index, page by page, also for
    a word that half of all things have. Any other order reads all hits first.
    """
    return _back_end().HITS


def asked(kind: str, words: str) -> dict[str, str] | None:
    """Return how to ask ``hits`` for what of ``kind`` has all ``words``, in any form.

    ``None`` when there is no word.
    """
    terms = read(words)
    return _back_end().asked(kind, terms) if terms else None


def asked_about(kind: str, about: Gist) -> dict[str, str] | None:
    """Return how to ask ``hits`` for what of ``kind`` may be about the same; ``None`` for no subject.

    One word in common is enough to be found: ``likeness`` tells afterwards what looks like it.
    """
    terms = read_about(about)
    return _back_end().asked(kind, terms, any_of=True) if terms else None


def _back_end() -> BackEnd:
    return BACK_ENDS[db.engine.dialect.name]


def _row(kind: str, number: int, words: str) -> dict[str, str | int]:
    return {"kind": kind, "number": number, "terms": terms_of(words)}
