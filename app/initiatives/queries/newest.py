"""The newest public plans of a place, as cards: one statement that is put together once."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select, union_all

from app.core.inquiries import Inquiry
from app.initiatives.queries.cards import COLUMNS, NEWEST, PLAN, Card, card_of

NOWHERE = (0,)  # the number of no area


def newest_cards(*, limit: int) -> Inquiry[Card]:
    """Ask for the newest plans of the municipality."""
    return Inquiry(_everywhere(), {"most": limit}, card_of)


def newest_cards_in_district(district_id: int, *, limit: int) -> Inquiry[Card]:
    """Ask for the newest plans of a district."""
    return Inquiry(_in_district(), {"district": district_id, "most": limit}, card_of)


def newest_cards_in(neighbourhood_ids: Sequence[int], *, limit: int) -> Inquiry[Card]:
    """Ask for the newest plans of some neighbourhoods together."""
    numbered = {f"place_{number}": one for number, one in enumerate(neighbourhood_ids or NOWHERE)}
    return Inquiry(_in_neighbourhoods(*numbered), {**numbered, "most": limit}, card_of)


@cache
def _everywhere() -> Select[Any]:
    return _newest_first(_listed(*COLUMNS))


@cache
def _in_district() -> Select[Any]:
    return _newest_first(_listed(*COLUMNS).where(PLAN.district_id == bindparam("district")))


@cache
def _in_neighbourhoods(*names: str) -> Select[Any]:
    """Select the newest of the newest of each, so that no database sorts them all."""
    newest_here = [
        _newest_first(_listed(PLAN.id).where(PLAN.neighbourhood_id == bindparam(name))).subquery()
        for name in names
    ]
    found = union_all(*(select(plans.c.id) for plans in newest_here))
    return _newest_first(select(*COLUMNS).where(PLAN.id.in_(found)))


def _listed(*columns: ColumnElement[Any]) -> Select[Any]:
    return select(*columns).where(PLAN.is_listed == 1)


def _newest_first(plans: Select[Any]) -> Select[Any]:
    return plans.order_by(*(part.desc() for part in NEWEST)).limit(bindparam("most"))
