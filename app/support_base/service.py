"""Count lists of paper, and take a wrong count back."""

from datetime import date
from typing import NamedTuple

from flask_babel import gettext as _
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.accounts.models import User
from app.accounts.roles import PERMISSIONS, Permission, Role
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.errors import Refused
from app.core.permissions import authorize
from app.initiatives.models import Initiative
from app.initiatives.rules import places_of
from app.support_base import messages, queries, rules
from app.support_base.models import PaperList


class Counted(NamedTuple):
    """What somebody read on a list of paper."""

    collected_on: date
    place: str
    in_favour: int
    against: int


def count(initiative: Initiative, counted: Counted, *, by: User) -> PaperList:
    """Keep the totals of one list and tell the team; the same list a second time changes nothing.

    Raises ``Refused`` when a list of that day and place counts already with other numbers.
    """
    authorize(by, rules.count, initiative)
    one = PaperList(
        initiative_id=initiative.id,
        by_id=by.id,
        role=_role_of(by, initiative),
        **counted._asdict(),
    )
    if not _added(one):
        return _as_before(one)
    record(by, "paper_lists.count", one, new=f"+{one.in_favour} -{one.against}")
    messages.counted(one)
    return one


def take_back(one: PaperList, *, by: User) -> None:
    """Let a list count no more, for who typed a wrong number; a second time changes nothing."""
    authorize(by, rules.take_back, one.initiative)
    standing = (PaperList.id == one.id) & PaperList.withdrawn_at.is_(None)
    gone = update(PaperList).where(standing).values(withdrawn_at=clock.now())
    if db.session.scalars(gone.returning(PaperList.id)).all():
        record(by, "paper_lists.take_back", one)
        messages.taken_back(one)


def _added(one: PaperList) -> bool:
    try:
        with db.session.begin_nested():
            db.session.add(one)
    except IntegrityError:
        return False
    return True


def _as_before(one: PaperList) -> PaperList:
    """Return the list that was there already when it says the same as ``one``."""
    before = queries.list_like(one)
    if before and (before.in_favour, before.against) == (one.in_favour, one.against):
        return before
    raise Refused(
        _(
            "Een lijst van deze plek en deze dag is er al, met andere aantallen. Haal die eerst weg,"
            " of schrijf bij de plek welke lijst dit is."
        ),
        field="place",
    )


def _role_of(by: User, initiative: Initiative) -> Role:
    """Return the role in which somebody counts lists of this plan."""
    places = places_of(initiative)
    return next(
        held.role
        for held in by.assignments
        if Permission.ASSIST in PERMISSIONS[held.role]
        and (held.area_id is None or held.area_id in places)
    )
