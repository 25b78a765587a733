"""The database: one typed base class, moments in UTC, and the settings SQLite needs."""

import enum
from datetime import UTC, datetime
from sqlite3 import Connection as SQLiteConnection
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from psycopg import RawCursor
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Engine, Enum, Integer, MetaData, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import TypeDecorator

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
LARGEST_NUMBER = 2**63 - 1  # that a row can have
IMMEDIATE = {"sqlite_begin": "IMMEDIATE"}  # execution options of a connection that will write


class Moment(TypeDecorator[datetime]):
    """A moment with a time zone: kept in UTC, also by SQLite, which forgets zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment needs a time zone: {value}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else in_utc(value)


def in_utc(value: datetime) -> datetime:
    """Return a moment that came from the database: what has no zone was kept in UTC."""
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The base of every model: a numbered row."""

    registry = registry(
        metadata=MetaData(naming_convention=NAMES),
        type_annotation_map={
            datetime: Moment(),
            dict[str, Any]: JSON(),
            list[str]: JSON(),
            dict[str, str]: JSON(),
            enum.Enum: Enum(
                enum.Enum,
                native_enum=False,
                length=40,
                values_callable=lambda choices: [choice.value for choice in choices],
            ),
        },
    )

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, sort_order=-1
    )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"


READING = "reading"  # the name of the engine for requests that only read, and of their mark


class PortalSession(Session):
    """A session that reads through connections that cannot write, while it is marked as reading.

    On PostgreSQL only. Such a connection needs no transaction, since every statement sees what is
    committed anyway, so its prepared statements last: a rollback would throw them away.
    """

    def get_bind(
        self, mapper: Any = None, clause: Any = None, bind: Any = None, **rest: Any
    ) -> Any:
        """Return the engine for reading, where there is one; else the one that writes."""
        if bind is None and READING in self.info:
            bind = db.engines.get(READING)
        return super().get_bind(mapper, clause, bind, **rest)


def engines_beside(address: str) -> dict[str, dict[str, Any]]:
    """Return the engines that the database at ``address`` gets beside the one that writes."""
    if not address.startswith("postgresql"):
        return {}
    settings = (
        "default_transaction_read_only=on",
        "plan_cache_mode=force_generic_plan",
        "max_parallel_workers_per_gather=0",  # pages are many and small; the order of parts stays
    )
    cannot_write = {"options": " ".join(f"-c {setting}" for setting in settings)}
    return {
        READING: {
            "url": address,
            "isolation_level": "AUTOCOMMIT",
            "pool_reset_on_return": None,  # there is no transaction to undo
            "paramstyle": "numeric_dollar",  # $1, $2: what a RawCursor sends as it is
            "connect_args": {**cannot_write, "cursor_factory": RawCursor},
        }
    }


db = SQLAlchemy(metadata=Base.metadata, session_options={"class_": PortalSession})


@event.listens_for(Engine, "connect")
def prepare_sqlite(connection: object, _: ConnectionPoolEntry) -> None:
    """Guard foreign keys, let readers and one writer work side by side, begin by ourselves."""
    if isinstance(connection, SQLiteConnection):
        connection.isolation_level = None
        for pragma in (
            "foreign_keys = ON",
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "busy_timeout = 10000",
        ):
            connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where the connection says that it will write."""
    if connection.dialect.name == "sqlite":
        kind = connection.get_execution_options().get("sqlite_begin", "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {kind}")
