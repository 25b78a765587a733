"""How many people signed up to help, by month."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, func, select

from app.core.inquiries import Inquiry
from app.statistics.queries.parts import PLANS, moments, places, plans_lie_there, spans
from app.statistics.scope import Scope
from app.volunteering.models import Shift, SignUp, VolunteerTask

SIGN_UPS, SHIFTS, TASKS = SignUp.__table__, Shift.__table__, VolunteerTask.__table__


class SignUps(NamedTuple):
    """Of one month: how often somebody signed up, and how many people that were."""

    month: int
    number: int
    people: int


def sign_ups(scope: Scope) -> Inquiry[SignUps]:
    """Ask how many people signed up in each month, also those who could not come after all."""
    values = {**places(scope), **moments(scope.months)}
    return Inquiry(_sign_ups(scope.areas is None, len(scope.months)), values, SignUps)


@cache
def _sign_ups(everywhere: bool, months: int) -> Select[Any]:
    month = spans(months)
    falls = and_(SIGN_UPS.c.created_at >= month.c.starts, SIGN_UPS.c.created_at < month.c.ends)
    people = func.count(SIGN_UPS.c.user_id.distinct())
    counted = select(month.c.number, func.count(), people).join_from(month, SIGN_UPS, falls)
    if not everywhere:
        counted = counted.join(SHIFTS).join(TASKS).join(PLANS).where(plans_lie_there(everywhere))
    return counted.group_by(month.c.number).order_by(month.c.number)
