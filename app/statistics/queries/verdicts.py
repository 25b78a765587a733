"""How plans went, as the people who took part said: by neighbourhood, and to nobody back."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, bindparam, func, select

from app.core.db import Moment
from app.core.inquiries import Inquiry
from app.feedback.models import Tally
from app.statistics.queries.parts import PLANS, places, plans_lie_there
from app.statistics.scope import Scope

TALLIES = Tally.__table__


class Answered(NamedTuple):
    """How many people of one neighbourhood gave an answer."""

    district_id: int
    neighbourhood_id: int
    verdict: str
    number: int


def verdicts(scope: Scope) -> Inquiry[Answered]:
    """Ask for the answers that were added to the numbers in the period.

    A plan that was hidden or archived since counts as well: else the numbers would tell, as they
    change, what was said about it.
    """
    values = {**places(scope), "since": scope.months[0].starts_at}
    return Inquiry(_verdicts(scope.areas is None), values, Answered)


@cache
def _verdicts(everywhere: bool) -> Select[Any]:
    key = (PLANS.c.district_id, PLANS.c.neighbourhood_id, TALLIES.c.verdict)
    return (
        select(*key, func.sum(TALLIES.c.number))
        .join_from(TALLIES, PLANS)
        .where(TALLIES.c.told_at >= bindparam("since", type_=Moment()), plans_lie_there(everywhere))
        .group_by(*key)
    )
