"""What is left of the money for plans: a row for each pot."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, or_, select

from app.areas.models import Area, AreaKind
from app.core.inquiries import Inquiry
from app.statistics.queries.parts import lies_there, places
from app.statistics.scope import Scope
from app.support.models import Budget

BUDGETS, AREAS = Budget.__table__, Area.__table__


class Pot(NamedTuple):
    """A pot of money for a year; amounts in cents."""

    name: str
    year: int
    ceiling: int
    reserved: int
    booked: int


def pots(scope: Scope) -> Inquiry[Pot]:
    """Ask for the pots of the areas and of the whole municipality, the newest year first."""
    values = {**places(scope), "first": scope.years[0], "last": scope.years[-1]}
    return Inquiry(_pots(scope.areas is None), values, Pot)


@cache
def _pots(everywhere: bool) -> Select[Any]:
    return (
        select(
            *(BUDGETS.c.name, BUDGETS.c.year, BUDGETS.c.ceiling_cents),
            *(BUDGETS.c.reserved_cents, BUDGETS.c.booked_cents),
        )
        .join_from(BUDGETS, AREAS)
        .where(
            BUDGETS.c.year.between(bindparam("first"), bindparam("last")),
            or_(lies_there(BUDGETS.c.area_id, everywhere), AREAS.c.kind == AreaKind.MUNICIPALITY),
        )
        .order_by(BUDGETS.c.year.desc(), BUDGETS.c.name, BUDGETS.c.id)
    )
