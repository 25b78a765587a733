"""How long the file of a request is kept after it ended, and which files are past that.

The terms are those of the *Selectielijst gemeenten 2020*: a subsidy that was granted (process 8) 7
years after the end of what it was for, one that was refused 5 years, one that was broken off 1 year.
An objection that was answered is kept as long as its request, counted from its answer (process 13:
5 years, 7 when it cost money). One that waits for its answer keeps the file.
"""

from datetime import date, datetime, time
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from app.archive.models import DestructionLine, RetentionClass
from app.audit.models import Entry
from app.core import clock
from app.support.decisions import Decision
from app.support.lifecycle import RequestState
from app.support.models import Need, SupportRequest
from app.support.objections import OPEN, Objection

YEARS = {
    RetentionClass.GRANTED: 7,
    RetentionClass.REFUSED: 5,
    RetentionClass.BROKEN_OFF: 1,
}
CLASSES = {
    RequestState.GRANTED: RetentionClass.GRANTED,
    RequestState.PARTLY_GRANTED: RetentionClass.GRANTED,
    RequestState.REFUSED: RetentionClass.REFUSED,
    RequestState.NOT_CONSIDERED: RetentionClass.REFUSED,
    RequestState.WITHDRAWN: RetentionClass.BROKEN_OFF,
}
ANNOUNCED = select(Decision.announced_on).where(Decision.request_id == SupportRequest.id)
LAST_DAY = select(func.max(Need.ends_on)).where(Need.request_id == SupportRequest.id)
ANSWERED = (
    select(func.max(Objection.decided_on))
    .join(Objection.decision)
    .where(Decision.request_id == SupportRequest.id)
)
OBJECTS = (
    select(Objection.id)
    .join(Objection.decision)
    .where(Decision.request_id == SupportRequest.id, Objection.state.in_(OPEN))
    .exists()
)
WITHDRAWN = select(func.max(Entry.at)).where(
    Entry.subject_type == SupportRequest.__tablename__,
    Entry.subject_id == SupportRequest.id,
    Entry.action == f"{SupportRequest.__tablename__}.withdraw",
)


class Ended(NamedTuple):
    """A request that ended: how, and the day from which its term counts."""

    request: SupportRequest
    retention: RetentionClass
    counted_from: date

    @property
    def until(self) -> date:
        """The last day of its term."""
        last: date = self.counted_from + relativedelta(years=YEARS[self.retention])
        return last


def past_their_term(
    *, listed_too: bool = False
) -> Select[SupportRequest, date | None, date | None, date | None, datetime | None]:
    """Select requests past their term, oldest first, with the days that count.

    Without ``listed_too`` those that stand on a list, or are kept longer, are left out.
    """
    announced, answered = ANNOUNCED.scalar_subquery(), ANSWERED.scalar_subquery()
    days = announced, answered, LAST_DAY.scalar_subquery(), WITHDRAWN.scalar_subquery()
    past = or_(*(_is_past(retention) for retention in RetentionClass))
    listed = (DestructionLine.request_id == SupportRequest.id) & or_(
        DestructionLine.kept_until.is_(None), DestructionLine.kept_until >= clock.today()
    )
    chosen = select(SupportRequest, *days).where(past).order_by(SupportRequest.id)
    return chosen if listed_too else chosen.where(~exists().where(listed))


def ended(
    request: SupportRequest,
    announced: date | None,
    answered: date | None,
    last_day: date | None,
    withdrawn: datetime | None,
) -> Ended:
    """Return a row of ``past_their_term`` as what it says."""
    retention = CLASSES[request.state]
    days = [announced, answered, last_day if retention is RetentionClass.GRANTED else None]
    days.append(clock.day_of(withdrawn) if withdrawn else None)
    return Ended(request, retention, max(day for day in days if day is not None))


def _is_past(retention: RetentionClass) -> ColumnElement[bool]:
    states = [state for state, its_class in CLASSES.items() if its_class is retention]
    first_kept = clock.today() - relativedelta(years=YEARS[retention])
    is_of_class = SupportRequest.state.in_(states)
    if retention is RetentionClass.BROKEN_OFF:
        return and_(
            is_of_class, WITHDRAWN.scalar_subquery() < clock.on_the_wall(first_kept, time())
        )
    is_old = and_(
        ANNOUNCED.scalar_subquery() < first_kept, ~OBJECTS, _is_before(ANSWERED, first_kept)
    )
    if retention is RetentionClass.GRANTED:
        is_old &= _is_before(LAST_DAY, first_kept)
    return and_(is_of_class, is_old)


def _is_before(last: Select[date | None], day: date) -> ColumnElement[bool]:
    """Say that the last of some days was before ``day``; also when there is none."""
    return and_(func.coalesce(last.scalar_subquery(), date.min) < day)
