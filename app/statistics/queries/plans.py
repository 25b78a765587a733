"""How many plans there are: by state, and by theme."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from app.core.db import Moment
from app.core.inquiries import Inquiry
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative, InitiativeTheme
from app.statistics.queries.parts import PLANS, places, plans_lie_there
from app.statistics.scope import Scope

THEMES = InitiativeTheme.__table__


class Counted(NamedTuple):
    """A code, and how many plans have it."""

    code: str
    number: int


def states(scope: Scope) -> Inquiry[Counted]:
    """Ask how many plans stand in each state now; drafts are of those who write them."""
    statement = _states(scope.areas is None, everybody=scope.everybody)
    return Inquiry(statement, places(scope), Counted)


def themes(scope: Scope) -> Inquiry[Counted]:
    """Ask how many plans of the period have each theme: sent in, or for everybody published."""
    values = {**places(scope), "since": scope.months[0].starts_at}
    return Inquiry(_themes(scope.areas is None, everybody=scope.everybody), values, Counted)


@cache
def _states(everywhere: bool, *, everybody: bool) -> Select[Any]:
    return (
        select(PLANS.c.state, func.count())
        .where(_is_counted(everybody=everybody), plans_lie_there(everywhere))
        .group_by(PLANS.c.state)
    )


@cache
def _themes(everywhere: bool, *, everybody: bool) -> Select[Any]:
    moment = PLANS.c.published_at if everybody else PLANS.c.submitted_at
    return (
        select(THEMES.c.theme, func.count())
        .join_from(PLANS, THEMES, THEMES.c.initiative_id == PLANS.c.id)
        .where(
            moment >= bindparam("since", type_=Moment()),
            _is_counted(everybody=everybody),
            plans_lie_there(everywhere),
        )
        .group_by(THEMES.c.theme)
    )


def _is_counted(*, everybody: bool) -> ColumnElement[bool]:
    return Initiative.is_listed == 1 if everybody else PLANS.c.state != State.DRAFT
