"""How long people waited for an answer, by week of asking.

What still waits counts until now, so that a queue that stands still shows.
"""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Subquery, and_, bindparam, func, select

from app.core import clock
from app.core.db import Moment
from app.core.durations import SecondsBetween
from app.core.inquiries import Inquiry
from app.core.statements import one_of
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.statistics.queries.parts import (
    PLANS,
    lies_there,
    moments,
    places,
    plans_lie_there,
    spans,
)
from app.statistics.scope import Scope
from app.support.decisions import Decision
from app.support.lifecycle import DECIDED, OPEN
from app.support.models import SupportRequest

REVIEWS, REQUESTS, DECISIONS = Review.__table__, SupportRequest.__table__, Decision.__table__
NOW = bindparam("now", type_=Moment())
TENTH = 24 * 60 * 60 // 10  # of a day, in seconds
JUDGED = set(ReviewState) - {ReviewState.HIDDEN, ReviewState.WITHDRAWN}


class Waited(NamedTuple):
    """Of one week: how many waited so many tenths of a day."""

    week: int
    tenths: int
    number: int


def reviews(scope: Scope) -> Inquiry[Waited]:
    """Ask how long texts waited for a moderator."""
    return Inquiry(_reviews(scope.areas is None, len(scope.weeks)), _values(scope), Waited)


def requests(scope: Scope) -> Inquiry[Waited]:
    """Ask how long requests for support waited for a decision."""
    return Inquiry(_requests(scope.areas is None, len(scope.weeks)), _values(scope), Waited)


def _values(scope: Scope) -> dict[str, object]:
    return {**places(scope), **moments(scope.weeks), "now": clock.now()}


@cache
def _reviews(everywhere: bool, weeks: int) -> Select[Any]:
    week = spans(weeks)
    answered = func.coalesce(REVIEWS.c.decided_at, NOW)
    return (
        _by_wait(week, REVIEWS.c.submitted_at, answered)
        .join_from(week, REVIEWS, _falls_in(REVIEWS.c.submitted_at, week))
        .where(one_of(REVIEWS.c.state, JUDGED), lies_there(REVIEWS.c.district_id, everywhere))
    )


@cache
def _requests(everywhere: bool, weeks: int) -> Select[Any]:
    week = spans(weeks)
    answered = func.coalesce(DECISIONS.c.decided_at, NOW)
    waited = (
        _by_wait(week, REQUESTS.c.submitted_at, answered)
        .join_from(week, REQUESTS, _falls_in(REQUESTS.c.submitted_at, week))
        .outerjoin(DECISIONS, DECISIONS.c.request_id == REQUESTS.c.id)
        .where(one_of(REQUESTS.c.state, OPEN | DECIDED))
    )
    if everywhere:
        return waited
    return waited.join(PLANS, PLANS.c.id == REQUESTS.c.initiative_id).where(plans_lie_there(False))


def _falls_in(moment: ColumnElement[Any], week: Subquery) -> ColumnElement[bool]:
    return and_(moment >= week.c.starts, moment < week.c.ends)


def _by_wait(
    week: Subquery, asked: ColumnElement[Any], answered: ColumnElement[Any]
) -> Select[Any]:
    """Select how many waited how long: many rows become few without sorting each of them."""
    tenths = SecondsBetween(asked, answered) // TENTH
    return (
        select(week.c.number, tenths, func.count())
        .group_by(week.c.number, tenths)
        .order_by(week.c.number, tenths)
    )
