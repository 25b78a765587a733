"""Read who is for a plan and who is not."""

from collections.abc import Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.models import Initiative
from app.initiatives.queries import Plan
from app.initiatives.voices import Concern, Endorsement
from app.support_base.models import PaperList

COUNTS = PaperList.withdrawn_at.is_(None)


class Totals(NamedTuple):
    """How many people let know what they think of a plan.

    Who signed on paper may have said so on the site as well, so the two are never added up.
    """

    endorsements: int
    concerns: int
    lists: int
    in_favour: int  # on these lists
    against: int


def totals_of(initiative: Plan) -> Totals:
    """Return the numbers of one plan; one statement."""
    given, raised = (
        select(func.count()).where(kind.initiative_id == initiative.id).scalar_subquery()
        for kind in (Endorsement, Concern)
    )
    counted = (PaperList.initiative_id == initiative.id) & COUNTS
    on_paper = [
        select(func.coalesce(number, 0)).where(counted).scalar_subquery()
        for number in (
            func.count(PaperList.id),
            func.sum(PaperList.in_favour),
            func.sum(PaperList.against),
        )
    ]
    return Totals(*map(int, db.session.execute(select(given, raised, *on_paper)).one()))


def lists_of(initiative: Initiative) -> Sequence[PaperList]:
    """Return the lists that count, newest first, with who counted them."""
    of_plan = select(PaperList).where(PaperList.initiative_id == initiative.id, COUNTS)
    newest = of_plan.order_by(PaperList.collected_on.desc(), PaperList.id.desc())
    return db.session.scalars(newest.options(joinedload(PaperList.by))).all()


def list_like(one: PaperList) -> PaperList | None:
    """Return the list that counts already for the same plan, day and place."""
    same = select(PaperList).where(
        PaperList.initiative_id == one.initiative_id,
        PaperList.collected_on == one.collected_on,
        PaperList.place == one.place,
        COUNTS,
    )
    return db.session.scalar(same)


def found_list(initiative: Initiative, list_id: int) -> PaperList:
    """Return a list of this plan; raises ``NotFound`` for any other number."""
    one = db.session.get(PaperList, list_id)
    if one is None or one.initiative_id != initiative.id:
        raise NotFound(_("We kunnen deze lijst niet vinden."))
    return one
