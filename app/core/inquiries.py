"""Questions to the database as values: asked one by one, or several of them in one trip.

A page that shows many small things would spend most of its time on going to the database and
back. It gathers its inquiries, and asks them together.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from sqlalchemy import (
    JSON,
    BigInteger,
    BindParameter,
    Boolean,
    ColumnElement,
    CompoundSelect,
    Date,
    DateTime,
    Enum,
    Integer,
    Numeric,
    Select,
    String,
    cast,
    literal_column,
    null,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.sql.visitors import cloned_traverse
from sqlalchemy.types import TypeEngine

from app.core.db import Moment, in_utc
from app.core.statements import ask

T = TypeVar("T")
KINDS: tuple[tuple[type[TypeEngine[Any]], TypeEngine[Any]], ...] = (
    (Integer, BigInteger()),
    (String, String()),  # codes of choices as well
    (Moment, DateTime(timezone=True)),  # most places are empty: only what is read gets its zone
    (Date, Date()),
    (Numeric, Numeric(14, 3)),
    (Boolean, Boolean()),
    (JSON, JSON()),
)
MOST = 256  # combinations of statements that are kept, in each process


class Inquiry(NamedTuple, Generic[T]):
    """A statement about rows, the values that it names, and what a row of the answer becomes.

    The statement is put together once and reused; it is what a combination is known by.
    """

    statement: Select[*tuple[Any, ...]]
    values: Mapping[str, object]
    row: Callable[..., T]


class Reader(NamedTuple):
    """Where the columns of one inquiry stand in a row of the combination."""

    places: tuple[int, ...]
    meanings: tuple[tuple[int, Callable[[Any], Any]], ...]  # by column: what makes its value

    def read(self, row: tuple[Any, ...]) -> list[Any]:
        """Return the columns of the inquiry out of ``row``."""
        columns = [row[place] for place in self.places]
        for number, mean in self.meanings:
            if columns[number] is not None:
                columns[number] = mean(columns[number])
        return columns


def answer(inquiry: Inquiry[T]) -> tuple[T, ...]:
    """Return the rows that ``inquiry`` is about."""
    return tuple(inquiry.row(*row) for row in ask(inquiry.statement, inquiry.values))


def answers(inquiries: Mapping[str, Inquiry[Any]]) -> dict[str, tuple[Any, ...]]:
    """Return what ``answer`` gives for each, in one trip to the database.

    The columns may be numbers (of three decimals), texts, codes, moments, dates, yes or no, and JSON.
    Each keeps its own order: both
    databases work through the parts of a union one by one (``core/db.py`` lets PostgreSQL do
    nothing side by side).
    """
    wanted = list(inquiries.values())
    statement, readers = _together(tuple(one.statement for one in wanted))
    values = {
        _own_name(number, name): value
        for number, one in enumerate(wanted)
        for name, value in one.values.items()
    }
    found: list[list[Any]] = [[] for _ in wanted]
    for row in ask(statement, values).all():
        number = row[0]
        found[number].append(wanted[number].row(*readers[number].read(row)))
    return dict(zip(inquiries, map(tuple, found), strict=True))


@lru_cache(maxsize=MOST)
def _together(statements: tuple[Select[Any], ...]) -> tuple[CompoundSelect[Any], list[Reader]]:
    """Put statements under each other; each row begins with the number of its statement.

    A row has as many places of a kind as the statement with most of them needs; places that a
    statement does not need stay empty.
    """
    columns = [[_kind(column) for column in one.selected_columns] for one in statements]
    row = [kind for _, kind in KINDS for _ in range(max(kinds.count(kind) for kinds in columns))]
    parts, readers = [], []
    for number, (one, kinds) in enumerate(zip(statements, columns, strict=True)):
        places = _places(kinds, row)
        filled = dict(zip(places, _renamed(one, number).subquery().c, strict=True))
        cells = [
            type_coerce(filled[place], kind) if place in filled else cast(null(), kind)
            for place, kind in enumerate(row)
        ]
        parts.append(select(literal_column(str(number), Integer), *cells))
        in_row = tuple(place + 1 for place in places)  # the number comes first
        readers.append(Reader(in_row, _meanings(one)))
    return union_all(*parts), readers


def _kind(column: ColumnElement[Any]) -> TypeEngine[Any]:
    """Return the kind of place that ``column`` needs."""
    return next(kind for family, kind in KINDS if isinstance(column.type, family))


def _meanings(statement: Select[Any]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """Return what makes a value of what the database keeps, for the columns that need it."""
    found = enumerate(map(_meaning, statement.selected_columns))
    return tuple((number, mean) for number, mean in found if mean is not None)


def _meaning(column: ColumnElement[Any]) -> Callable[[Any], Any] | None:
    """Return what makes a code, or a moment, of what the database keeps."""
    if isinstance(column.type, Enum):
        return column.type.enum_class
    return in_utc if isinstance(column.type, Moment) else None


def _places(kinds: list[TypeEngine[Any]], row: list[TypeEngine[Any]]) -> list[int]:
    """Return for each of ``kinds`` the first place of that kind that is still free."""
    free = {kind: [place for place, its in enumerate(row) if its is kind] for kind in kinds}
    return [free[kind].pop(0) for kind in kinds]


def _renamed(statement: Select[Any], number: int) -> Select[Any]:
    """Return ``statement`` with names for its values that no other statement has."""

    def rename(value: BindParameter[Any]) -> None:
        if not value.unique:
            value.key = _own_name(number, value.key)

    return cloned_traverse(statement, {}, {"bindparam": rename})


def _own_name(number: int, name: str) -> str:
    return f"{name}_of_{number}"
