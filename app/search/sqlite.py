"""Search in SQLite: an FTS5 index over the rows of ``search_documents``, kept up by triggers.

The index holds no text of its own (``content=``). It answers in the order of ``rowid``, highest
first, without sorting: a page of a very common word costs as little as one of a rare word.
"""

from sqlalchemy import Text, bindparam, column, select, table
from sqlalchemy.dialects.sqlite import Insert, insert

from app.search.models import SearchDocument
from app.search.question import Term

INDEX = table("search_index", column("rowid"), column("search_index"))
ADD = "insert into search_index (rowid, kind, terms) values (new.id, new.kind, new.terms);"
TAKE_OUT = (
    "insert into search_index (search_index, rowid, kind, terms)"
    " values ('delete', old.id, old.kind, old.terms);"
)
CREATE: tuple[str, ...] = (
    "create virtual table search_index using fts5 (kind, terms, content='search_documents',"
    " content_rowid='id', detail=column, columnsize=0, prefix='3 4 5 6', tokenize='ascii')",
    f"create trigger search_documents_added after insert on search_documents begin {ADD} end",
    f"create trigger search_documents_removed after delete on search_documents begin {TAKE_OUT} end",
    "create trigger search_documents_changed after update on search_documents"
    f" begin {TAKE_OUT} {ADD} end",
)
DROP: tuple[str, ...] = ("drop table if exists search_index",)
TIDY = "insert into search_index (search_index) values ('optimize')"
HITS = (
    select(SearchDocument.document_id.label("id"), INDEX.c.rowid.label("position"))
    .join_from(INDEX, SearchDocument, SearchDocument.id == INDEX.c.rowid)
    .where(INDEX.c.search_index.op("MATCH")(bindparam("asked", type_=Text())))
    .subquery("hits")
)


def keep() -> Insert:
    """Return the statement that adds or replaces a document (``kind``, ``number``, ``terms``)."""
    new = insert(SearchDocument).values(
        kind=bindparam("kind"), document_id=bindparam("number"), terms=bindparam("terms")
    )
    return new.on_conflict_do_update(
        index_elements=["kind", "document_id"], set_={"terms": new.excluded.terms}
    )


def asked(kind: str, terms: list[Term], *, any_of: bool = False) -> dict[str, str]:
    """Return what ``HITS`` leaves open, for the documents of ``kind`` with all (or any) ``terms``."""
    between = " OR " if any_of else " AND "
    match = f'kind:"{kind}" AND terms:({between.join(_written(term) for term in terms)})'
    return {"asked": match}


def _written(term: Term) -> str:
    if not term.beginning:
        return f'"{term.stem}"'
    return f'("{term.stem}" OR "{term.beginning}"*)'
