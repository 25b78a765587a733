"""Where somebody comes to help: for the page of it, and the first few for a desk."""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, and_, bindparam, case, exists, select
from sqlalchemy.orm import contains_eager

from app.accounts.models import User
from app.core.inquiries import Inquiry
from app.initiatives.lifecycle import TextState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import Shift, SignUp, VolunteerTask
from app.volunteering.queries.scopes import NOW, PLANS, SHIFTS, TASKS

SIGN_UPS = SignUp.__table__


class Coming(NamedTuple):
    """A moment at which somebody comes to help, and how that stands."""

    title: str  # empty when not everybody may read it now
    state: SignUpState
    answer_by: datetime | None
    starts_at: datetime
    ends_at: datetime
    cancelled_at: datetime | None

    @property
    def public_title(self) -> str:
        return self.title or _("Een klus in de buurt")


def coming_for(person: User) -> Select[SignUp]:
    """Select the sign-ups of ``person`` for shifts that are not over, soonest first."""
    return (
        select(SignUp)
        .join(SignUp.shift)
        .join(Shift.task)
        .join(VolunteerTask.initiative)
        .where(SignUp.user_id == person.id, _is_to_come())
        .options(
            contains_eager(SignUp.shift)
            .contains_eager(Shift.task)
            .contains_eager(VolunteerTask.initiative)
        )
        .order_by(Shift.starts_at, SignUp.id)
    )


def first_coming(person: User, limit: int) -> Inquiry[Coming]:
    """Ask for the first of ``coming_for``, as a desk shows them."""
    return Inquiry(_first_coming(), {"me": person.id, "most": limit}, Coming)


@cache
def _is_to_come() -> ColumnElement[bool]:
    """Somebody who left and signed up again sees the last sign-up only."""
    later = SIGN_UPS.alias("later")
    is_replaced = exists().where(
        later.c.shift_id == SIGN_UPS.c.shift_id,
        later.c.user_id == SIGN_UPS.c.user_id,
        later.c.id > SIGN_UPS.c.id,
    )
    return and_(SHIFTS.c.ends_at > NOW, ~is_replaced)


@cache
def _first_coming() -> Select[Any]:
    is_public = PLANS.c.is_listed == 1
    title = case(
        (and_(is_public, TASKS.c.state == TextState.PUBLISHED), TASKS.c.title),
        (is_public, PLANS.c.title),
        else_="",
    )
    return (
        select(
            *(title, SIGN_UPS.c.state, SIGN_UPS.c.answer_by),
            *(SHIFTS.c.starts_at, SHIFTS.c.ends_at, SHIFTS.c.cancelled_at),
        )
        .join_from(SIGN_UPS, SHIFTS)
        .join(TASKS)
        .join(PLANS)
        .where(SIGN_UPS.c.user_id == bindparam("me"), _is_to_come())
        .order_by(SHIFTS.c.starts_at, SIGN_UPS.c.id)
        .limit(bindparam("most"))
    )
