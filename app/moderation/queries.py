"""Read reviews: the queue of a moderator, and what happened to a text before."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from flask_babel import gettext as _
from sqlalchemy import Select, bindparam, func, literal, select, tuple_
from sqlalchemy.orm import joinedload

from app.accounts.models import Actor
from app.accounts.roles import Permission
from app.core.db import Base, Moment, db
from app.core.errors import NotFound
from app.core.inquiries import Inquiry
from app.initiatives import queries as initiatives
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review

REVIEWS = Review.__table__
SAID_NO = {ReviewState.REJECTED, ReviewState.HIDDEN}


class Queue(NamedTuple):
    """How many texts wait for a moderator, since when the longest, and by when it was promised."""

    number: int
    since: datetime | None
    promised_on: date | None


class Beside(NamedTuple):
    """The texts around one in the queue; ``None`` at an end."""

    previous: int | None
    next: int | None


def visible_to(actor: Actor) -> Select[Review]:
    """Select what ``rules.view`` allows; the parity test keeps the two the same."""
    where = actor.areas_where(Permission.MODERATE)
    everything = select(Review)
    return everything if where is None else everything.where(Review.district_id.in_(where))


def found(actor: Actor, review_id: int) -> Review:
    """Return a review that ``actor`` may see; raises ``NotFound`` for any other."""
    review = db.session.scalar(visible_to(actor).where(Review.id == review_id))
    if review is None:
        raise NotFound(_("We kunnen deze tekst niet vinden."))
    return review


def waiting_for(actor: Actor) -> Select[Review]:
    """Select the queue of ``actor``: who waits longest comes first."""
    return (
        visible_to(actor)
        .where(Review.state == ReviewState.WAITING)
        .options(joinedload(Review.author), joinedload(Review.district))
        .order_by(Review.submitted_at, Review.id)
    )


def beside(queue: Select[Review], review: Review) -> Beside:
    """Return the numbers of the texts before and after ``review`` in (a part of) the queue."""
    place = tuple_(literal(review.submitted_at, Moment()), literal(review.id))
    order = tuple_(Review.submitted_at, Review.id)
    ids = queue.options().with_only_columns(Review.id, maintain_column_froms=True)
    before = ids.where(order < place).order_by(None)
    backwards = before.order_by(Review.submitted_at.desc(), Review.id.desc()).limit(1)
    return Beside(
        db.session.scalar(backwards), db.session.scalar(ids.where(order > place).limit(1))
    )


def queue_of(actor: Actor) -> Inquiry[Queue]:
    """Ask how long the queue of ``actor`` is: always one row."""
    where = actor.areas_where(Permission.MODERATE)
    return Inquiry(_queue(where is None), {"areas": where}, Queue)


def of_subject(subject: Base) -> Sequence[Review]:
    """Return every review of one text, newest first."""
    about = (Review.subject_type == subject.__tablename__) & (Review.subject_id == subject.id)
    return db.session.scalars(select(Review).where(about).order_by(Review.id.desc())).all()


def open_on(subject: Base) -> Review | None:
    """Return the review that a text waits for, if any."""
    return next((one for one in of_subject(subject) if one.state == ReviewState.WAITING), None)


def last_judged(subject: Base) -> Review | None:
    """Return the last review of a text in which a moderator spoke."""
    return next((one for one in of_subject(subject) if one.moderator_id), None)


def statement_on(subject: Base) -> Review | None:
    """Return the review in which the author reads why a text was taken from the site, if that is so."""
    return next((one for one in of_subject(subject) if one.state == ReviewState.HIDDEN), None)


def found_as_author(person: Actor, review_id: int) -> Review:
    """Return a judged review of a text by ``person``; raises ``NotFound`` for any other."""
    review = db.session.get(Review, review_id)
    if review is None or review.author_id != person.id or review.moderator_id is None:
        raise NotFound(_("We kunnen deze uitleg niet vinden."))
    return review


def may_appeal(review: Review) -> bool:
    """Tell whether a second look can still be asked: once, on the last word, and that was a no."""
    newest = select(func.max(Review.id)).where(
        Review.subject_type == review.subject_type, Review.subject_id == review.subject_id
    )
    is_last = db.session.scalar(newest) == review.id
    return is_last and review.state in SAID_NO and not review.is_appeal


def kept_on_purpose(reviews: Sequence[Review]) -> set[int]:
    """Return the numbers of the reviews whose writer was warned about everything that is marked, and kept it.

    One statement for all of them together, none when nothing is marked.
    """
    found = {one.id: (one.subject_type, one.subject_id) for one in reviews if one.flags}
    kept = initiatives.kept_in(found.values()) if found else {}
    return {one.id for one in reviews if one.flags and set(one.flags) <= kept[found[one.id]]}


@cache
def _queue(everywhere: bool) -> Select[int, Any, Any]:
    """Select the numbers of ``waiting_for``; put together once, for every moderator opens with it."""
    numbers = (func.count(), func.min(REVIEWS.c.submitted_at), func.min(REVIEWS.c.promised_on))
    waiting = select(*numbers).where(REVIEWS.c.state == ReviewState.WAITING)
    there = REVIEWS.c.district_id.in_(bindparam("areas", expanding=True))
    return waiting if everywhere else waiting.where(there)
