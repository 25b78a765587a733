"""Parts of the statements: where things lie, and the pieces of time they fall in."""

from collections.abc import Sequence

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Integer,
    Subquery,
    bindparam,
    literal_column,
    or_,
    select,
    true,
    union_all,
)

from app.core.db import Moment
from app.initiatives.models import Initiative
from app.statistics.scope import Scope
from app.statistics.spans import Span

PLANS = Initiative.__table__
AREAS: BindParameter[list[int]] = bindparam("areas", expanding=True)


def plans_lie_there(everywhere: bool) -> ColumnElement[bool]:
    """Return the condition for plans in the areas that are asked about."""
    if everywhere:
        return true()
    return or_(PLANS.c.neighbourhood_id.in_(AREAS), PLANS.c.district_id.in_(AREAS))


def lies_there(column: ColumnElement[int], everywhere: bool) -> ColumnElement[bool]:
    """Return the condition that ``column`` is one of the areas that are asked about."""
    return true() if everywhere else column.in_(AREAS)


def places(scope: Scope) -> dict[str, object]:
    """Return the values for the conditions above."""
    return {} if scope.areas is None else {"areas": list(scope.areas)}


def spans(number: int, *, of_days: bool = False) -> Subquery:
    """Return so many pieces of time as rows: ``number`` from 0, ``starts`` and ``ends``."""
    kind = Date() if of_days else Moment()
    return union_all(
        *(
            select(
                literal_column(str(one), Integer).label("number"),
                bindparam(f"from_{one}", type_=kind).label("starts"),
                bindparam(f"until_{one}", type_=kind).label("ends"),
            )
            for one in range(number)
        )
    ).subquery("spans")


def moments(pieces: Sequence[Span]) -> dict[str, object]:
    """Return the values of ``spans``, as moments."""
    return _named([(piece.starts_at, piece.ends_at) for piece in pieces])


def days(pieces: Sequence[Span]) -> dict[str, object]:
    """Return the values of ``spans``, as days."""
    return _named([(piece.starts_on, piece.ends_on) for piece in pieces])


def _named(pairs: Sequence[tuple[object, object]]) -> dict[str, object]:
    return {
        f"{name}_{number}": value
        for number, pair in enumerate(pairs)
        for name, value in zip(("from", "until"), pair, strict=True)
    }
