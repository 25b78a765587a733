"""Read which files are past their term, and the lists that were made of them."""

from collections.abc import Sequence
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from app.archive import terms
from app.archive.models import DestructionList
from app.core.db import LARGEST_NUMBER, db
from app.core.errors import NotFound
from app.support.models import SupportRequest

MOST = 200  # files on one list


class Due(NamedTuple):
    """The files that go first, and how many are past their term together."""

    first: list[terms.Ended]
    number: int


def due() -> Due:
    """Return the oldest files past their term that stand on no list, at most ``MOST``."""
    past = terms.past_their_term()
    number = db.session.scalar(select(func.count()).select_from(past.subquery())) or 0
    with_plan = past.options(joinedload(SupportRequest.initiative)).limit(MOST)
    rows = db.session.execute(with_plan).all() if number else []
    return Due([terms.ended(*row) for row in rows], number)


def lists() -> Sequence[DestructionList]:
    """Return all lists, newest first, with who made and ended them."""
    newest = select(DestructionList).order_by(DestructionList.id.desc())
    people = joinedload(DestructionList.made_by), joinedload(DestructionList.ended_by)
    return db.session.scalars(newest.options(*people, selectinload(DestructionList.lines))).all()


def found(list_id: int) -> DestructionList:
    """Return a list; raises ``NotFound`` for any other number."""
    one = db.session.get(DestructionList, list_id) if list_id <= LARGEST_NUMBER else None
    if one is None:
        raise NotFound(_("We kunnen deze lijst niet vinden."))
    return one


def requests_on(one: DestructionList) -> dict[int, SupportRequest]:
    """Return the requests whose files are still there, by number, with their plans."""
    numbers = [line.request_id for line in one.lines if line.request_id is not None]
    there = select(SupportRequest).where(SupportRequest.id.in_(numbers))
    rows = db.session.scalars(there.options(joinedload(SupportRequest.initiative)))
    return {request.id: request for request in rows}
