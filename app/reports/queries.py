"""Read reports: what waits for a moderator, how one went for its reporter, and how fast we look."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from flask_babel import gettext as _
from itsdangerous import BadSignature, Signer
from sqlalchemy import Select, bindparam, func, select

from app.accounts.models import Actor, User
from app.accounts.roles import Permission
from app.core import clock, tokens
from app.core.db import LARGEST_NUMBER, Base, db
from app.core.durations import SecondsBetween
from app.core.errors import NotFound
from app.core.inquiries import Inquiry
from app.initiatives.models import Initiative
from app.reports.lifecycle import ReportState
from app.reports.models import ContentReport
from app.reports.weighing import Pile, piles_of

SALT = "what became of a report"
LATELY = timedelta(days=30)
REPORTS, PLANS = ContentReport.__table__, Initiative.__table__


class Reported(NamedTuple):
    """How many reports wait for a moderator, and since when the longest."""

    number: int
    since: datetime | None


def visible_to(actor: Actor) -> Select[ContentReport]:
    """Select the reports of the districts where ``actor`` moderates."""
    where = actor.areas_where(Permission.MODERATE)
    everything = select(ContentReport)
    if where is None:
        return everything
    return everything.join(ContentReport.initiative).where(Initiative.district_id.in_(where))


def open_piles(actor: Actor) -> list[Pile]:
    """Return what is reported where ``actor`` moderates, the heaviest first."""
    is_open = ContentReport.state == ReportState.OPEN
    return piles_of(db.session.scalars(visible_to(actor).where(is_open)).all())


def pile_with(actor: Actor, report_id: int) -> Pile:
    """Return the open reports of the same text as one that ``actor`` may see.

    Raises ``NotFound`` for any other number, and when there are none left.
    """
    found = visible_to(actor).where(ContentReport.id == report_id)
    one = db.session.scalar(found) if report_id <= LARGEST_NUMBER else None
    reports = open_on(one.subject_type, one.subject_id) if one is not None else ()
    if not reports:
        raise NotFound(_("Deze melding is er niet meer, of iemand keek er al naar."))
    return piles_of(reports)[0]


def open_on(subject_type: str, subject_id: int) -> Sequence[ContentReport]:
    """Return the open reports of one text."""
    same = (ContentReport.subject_type == subject_type) & (ContentReport.subject_id == subject_id)
    is_open = ContentReport.state == ReportState.OPEN
    return db.session.scalars(select(ContentReport).where(same, is_open)).all()


def open_of(subject: Base, by: User | None, email: str) -> ContentReport | None:
    """Return the open report of a text by the same person or address, if there is one."""
    if by is None and not email:
        return None
    reports = open_on(subject.__tablename__, subject.id)
    mine = (
        one for one in reports if (one.user_id == by.id if by is not None else one.email == email)
    )
    return next(mine, None)


def record_of(person: User) -> tuple[int, int]:
    """Return how many reports of somebody were right, and how many were checked."""
    judged = (ReportState.UPHELD, ReportState.DISMISSED)
    right = func.count().filter(ContentReport.state == ReportState.UPHELD)
    theirs = (ContentReport.user_id == person.id) & ContentReport.state.in_(judged)
    return db.session.execute(select(right, func.count()).where(theirs)).one()


def made_since(person: User, moment: datetime) -> int:
    """Return how many reports somebody made since a moment."""
    theirs = (ContentReport.user_id == person.id) & (ContentReport.created_at >= moment)
    return db.session.scalar(select(func.count()).where(theirs)) or 0


def hours_until_a_look() -> int | None:
    """Return after how many hours somebody looked, on average lately; at least 1."""
    took = func.avg(SecondsBetween(ContentReport.created_at, ContentReport.decided_at))
    lately = ContentReport.decided_at >= clock.now() - LATELY
    seconds = db.session.scalar(select(took).where(lately))
    return None if seconds is None else max(1, round(float(seconds) / 3600))


def key_of(report: ContentReport) -> str:
    """Return what opens the page of what became of a report, without signing in; kept nowhere."""
    return _signer().sign(str(report.id)).decode()


def behind(key: str) -> ContentReport:
    """Return the report whose key this is; raises ``NotFound`` for any other."""
    try:
        number = int(_signer().unsign(key))
    except (BadSignature, ValueError):
        number = LARGEST_NUMBER + 1
    report = db.session.get(ContentReport, number) if number <= LARGEST_NUMBER else None
    if report is None:
        raise NotFound(_("Deze melding is er niet meer, of de link klopt niet."))
    return report


def waiting_for(actor: Actor) -> Inquiry[Reported]:
    """Ask how many reports wait for ``actor``: always one row."""
    where = actor.areas_where(Permission.MODERATE)
    return Inquiry(_waiting(where is None), {"districts": where}, Reported)


@cache
def _waiting(everywhere: bool) -> Select[int, Any]:
    counted = select(func.count(), func.min(REPORTS.c.created_at)).where(
        REPORTS.c.state == ReportState.OPEN
    )
    if everywhere:
        return counted
    there = select(PLANS.c.id).where(
        PLANS.c.district_id.in_(bindparam("districts", expanding=True))
    )
    return counted.where(REPORTS.c.initiative_id.in_(there))


def _signer() -> Signer:
    return Signer(tokens.signing_keys(), salt=SALT)
