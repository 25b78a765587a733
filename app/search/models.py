"""What can be found: the words of each thing, in the order in which things appeared."""

from sqlalchemy import BigInteger, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from app.core.db import Base


class SearchDocument(Base):
    """The words of one thing. ``id`` grows, so that the highest appeared last.

    The index over ``terms`` is made by ``schema``: it differs for each database.
    """

    __tablename__ = "search_documents"
    __table_args__ = (UniqueConstraint("kind", "document_id"), Index(None, "kind", "id"))

    kind: Mapped[str] = mapped_column(String(30))
    document_id: Mapped[int] = mapped_column(BigInteger().with_variant(Integer(), "sqlite"))
    terms: Mapped[str] = mapped_column(Text().with_variant(TSVECTOR(), "postgresql"))
