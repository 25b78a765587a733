"""Pages by key: page 5,000 costs as much as page 1, and new rows never shift a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask_babel import gettext as _
from sqlakeyset import BadBookmark, InvalidPage, select_page
from sqlalchemy import Select
from sqlalchemy.exc import ArgumentError, OperationalError, StatementError

from app.core.db import db
from app.core.errors import NotFound

R = TypeVar("R")
SIZE = 20
STRANGE = (BadBookmark, InvalidPage, ValueError, TypeError, KeyError, OverflowError, ArgumentError)


@dataclass(frozen=True)
class Page(Generic[R]):
    """Some rows of a list and the bookmarks of the pages beside it (``None`` at an end)."""

    rows: Sequence[R]
    previous: str | None
    next: str | None


def page_of(query: Select[R], bookmark: str | None, *, size: int = SIZE) -> Page[R]:
    """Return the page of ``query`` at ``bookmark``; the first page for an empty one.

    ``query`` selects one entity and is ordered by columns that together are unique.
    Raises ``NotFound`` for a bookmark that this portal did not make.
    """
    try:
        page: Any = select_page(db.session(), query, per_page=size, page=bookmark or None)
    except OperationalError:  # the database is away: that is no fault of the bookmark
        raise
    except (*STRANGE, StatementError) as wrong:
        raise NotFound(_("Deze pagina bestaat niet.")) from wrong
    paging = page.paging
    return Page(
        rows=[row[0] for row in page],
        previous=paging.bookmark_previous if paging.has_previous else None,
        next=paging.bookmark_next if paging.has_next else None,
    )
