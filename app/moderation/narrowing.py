"""What the queue of a moderator can be narrowed by: place, kind, theme, and what was promised."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from app.accounts.models import Actor
from app.capacity.models import Response
from app.core import clock
from app.core.choices import Choice
from app.core.db import db
from app.initiatives.models import Initiative, InitiativeTheme, InitiativeVersion, Theme
from app.initiatives.photos import Photo
from app.initiatives.voices import Answer, Question, Update
from app.moderation.models import Review
from app.moderation.queries import waiting_for
from app.support.models import SupportRequest
from app.volunteering.models import VolunteerTask

# For each kind of text, the numbers of its texts with those of the plans they are about.
WITH_PLANS: dict[str, Select[int, int]] = {
    Initiative.__tablename__: select(Initiative.id, Initiative.id.label("plan_id")),
    Answer.__tablename__: select(Answer.id, Question.initiative_id).join(Answer.question),
    Response.__tablename__: select(Response.id, SupportRequest.initiative_id).join(
        Response.request
    ),
    **{
        text.__tablename__: select(text.id, text.initiative_id)
        for text in (InitiativeVersion, Update, Photo, Question, VolunteerTask)
    },
}


class Wait(Choice):
    """When the author has been promised an answer."""

    LATE = "te-laat", _l("Te laat")
    TODAY = "vandaag", _l("Vandaag")
    LATER = "later", _l("Later")

    @classmethod
    def until(cls, promised_on: date, today: date) -> "Wait":
        """Return what a promise is ``today``."""
        if promised_on == today:
            return cls.TODAY
        return cls.LATE if promised_on < today else cls.LATER


@dataclass(frozen=True)
class QueueFilter:
    """What narrows the queue; ``kind`` is the table of a text."""

    district_id: int | None = None
    kind: str | None = None
    theme: Theme | None = None
    wait: Wait | None = None


class Group(NamedTuple):
    """How many texts wait of one kind, in one place, with one promise."""

    district_id: int | None
    kind: str
    promised_on: date
    number: int

    def fits(self, only: QueueFilter, today: date) -> bool:
        """Tell whether these texts are shown; themes were looked at by the database."""
        return (
            only.district_id in (None, self.district_id)
            and only.kind in (None, self.kind)
            and only.wait in (None, Wait.until(self.promised_on, today))
        )


def narrowed(actor: Actor, only: QueueFilter) -> Select[Review]:
    """Select the part of the queue of ``actor`` that was chosen, who waits longest first."""
    return waiting_for(actor).where(*_conditions(only))


def numbers_of(actor: Actor, wanted: Sequence[QueueFilter]) -> Sequence[int]:
    """Return for each filter how many texts it shows to ``actor``; one statement."""
    counts = [func.count().filter(true(), *_conditions(only)) for only in wanted]
    query = waiting_for(actor).order_by(None).options()
    return db.session.execute(query.with_only_columns(*counts, maintain_column_froms=True)).one()


def groups(actor: Actor, theme: Theme | None) -> Sequence[Group]:
    """Return how many texts of ``theme`` wait in the queue of ``actor``; one statement."""
    columns = (Review.district_id, Review.subject_type, Review.promised_on)
    query = narrowed(actor, QueueFilter(theme=theme)).order_by(None).options()
    counted = query.with_only_columns(*columns, func.count(), maintain_column_froms=True)
    return [Group(*row) for row in db.session.execute(counted.group_by(*columns))]


def count(found: Iterable[Group], only: QueueFilter, **choice: Any) -> int:
    """Return how many texts are shown when ``choice`` is made beside what was chosen already."""
    wanted, today = replace(only, **choice), clock.today()
    return sum(group.number for group in found if group.fits(wanted, today))


def _conditions(only: QueueFilter) -> Sequence[ColumnElement[bool]]:
    today = clock.today()
    conditions: list[ColumnElement[bool]] = []
    if only.district_id is not None:
        conditions.append(Review.district_id == only.district_id)
    if only.kind is not None:
        conditions.append(Review.subject_type == only.kind)
    if only.theme is not None:
        conditions.append(_is_about(only.theme))
    if only.wait is not None:
        conditions.append(
            {
                Wait.LATE: Review.promised_on < today,
                Wait.TODAY: Review.promised_on == today,
                Wait.LATER: Review.promised_on > today,
            }[only.wait]
        )
    return conditions


def _is_about(theme: Theme) -> ColumnElement[bool]:
    """Return the condition for texts about plans of a theme."""
    plans = select(InitiativeTheme.initiative_id).where(InitiativeTheme.theme == theme)
    return or_(
        *(
            and_(Review.subject_type == kind, Review.subject_id.in_(_ids(texts, plans)))
            for kind, texts in WITH_PLANS.items()
        )
    )


def _ids(texts: Select[int, int], plans: Select[int]) -> Select[Any]:
    found = texts.subquery()
    number, plan = found.c
    return select(number).where(plan.in_(plans))
