"""The audit log: who did what to which object, when, and what came of it. Never edited."""

from datetime import datetime

from sqlalchemy import Connection, ForeignKey, Index, String, Table, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.audit.protection import TABLE, create_statements
from app.core import clock
from app.core.db import Base

PORTAL = "portal"  # where the portal itself acts from


class Entry(Base):
    """One line of the log. ``old`` and ``new`` are states where the action is a step."""

    __tablename__ = TABLE
    __table_args__ = (Index(None, "subject_type", "subject_id", "id"),)

    at: Mapped[datetime] = mapped_column(default=clock.now, index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    origin: Mapped[str] = mapped_column(String(60), default="")
    action: Mapped[str] = mapped_column(String(80))
    subject_type: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int]
    old: Mapped[str] = mapped_column(String(40), default="")
    new: Mapped[str] = mapped_column(String(40), default="")
    reason: Mapped[str] = mapped_column(default="")


@event.listens_for(Entry, "before_update")
@event.listens_for(Entry, "before_delete")
def refuse_change(_mapper: Mapper[Entry], _connection: object, entry: Entry) -> None:
    """Say at once, to whoever writes such code, that the log is append-only."""
    raise TypeError(f"{entry!r} cannot be changed: the audit log is append-only")


@event.listens_for(Entry.__table__, "after_create")
def protect(_table: Table, connection: Connection, **_: object) -> None:
    """Let the database refuse changes as well, from the moment the table is there."""
    for statement in create_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)
