"""Search in PostgreSQL: the words as a ``tsvector`` with a GIN index.

The planner walks back from the newest document for a common word, and asks the index for a
rare one. To choose well it has to know how common words are (``set statistics``) and which
word is asked: that is why the query is written into the statement as a quoted constant, not
sent beside it, where a prepared statement would plan for an average word.
"""

from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import TSQUERY, Insert, insert

from app.search.models import SearchDocument
from app.search.question import Term

CREATE: tuple[str, ...] = (
    "create index ix_search_documents_terms on search_documents using gin (terms)",
    "alter table search_documents alter column terms set statistics 1000",
)
DROP: tuple[str, ...] = ()
TIDY = "analyze search_documents"
ASKED = bindparam("asked", type_=Text(), literal_execute=True)
HITS = (
    select(SearchDocument.document_id.label("id"), SearchDocument.id.label("position"))
    .where(SearchDocument.kind == bindparam("kind"))
    .where(SearchDocument.terms.op("@@")(cast(ASKED, TSQUERY)))
    .subquery("hits")
)


def keep() -> Insert:
    """Return the statement that adds or replaces a document (``kind``, ``number``, ``terms``)."""
    words = func.string_to_array(bindparam("terms", type_=Text()), " ")
    new = insert(SearchDocument).values(
        kind=bindparam("kind"),
        document_id=bindparam("number"),
        terms=func.array_to_tsvector(words),
    )
    return new.on_conflict_do_update(
        index_elements=["kind", "document_id"], set_={"terms": new.excluded.terms}
    )


def asked(kind: str, terms: list[Term], *, any_of: bool = False) -> dict[str, str]:
    """Return what ``HITS`` leaves open, for the documents of ``kind`` with all (or any) ``terms``."""
    between = " | " if any_of else " & "
    return {"kind": kind, "asked": between.join(_written(term) for term in terms)}


def _written(term: Term) -> str:
    if not term.beginning:
        return f"'{term.stem}'"
    if term.stem.startswith(term.beginning):
        return f"'{term.beginning}':*"
    return f"('{term.stem}' | '{term.beginning}':*)"
