"""Read what people say about a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import joinedload, selectinload, with_loader_criteria

from app.accounts.models import Actor, User
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.queries.visible import only_name
from app.initiatives.voices import Answer, Concern, ConcernTopic, Endorsement, Question, Update

T = TypeVar("T", Update, Question, Answer)
FEW = 10  # smaller groups are shown as "minder dan 10"
NEWEST = 10


@dataclass(frozen=True)
class Support:
    """How many people endorse a plan, and what the reader said about it."""

    endorsements: int
    endorsed: bool
    concern: bool


@dataclass(frozen=True)
class Worries:
    """How often a topic worries somebody."""

    topic: ConcernTopic
    number: int


def support_for(initiative: Initiative, actor: Actor) -> Support:
    """Return the endorsements in one statement."""
    here = Endorsement.initiative_id == initiative.id
    number = select(func.count()).where(here).scalar_subquery()
    if actor.id is None:
        return Support(db.session.scalar(select(number)) or 0, endorsed=False, concern=False)
    mine = select(func.count()).where(here, Endorsement.user_id == actor.id).scalar_subquery()
    worry = (Concern.initiative_id == initiative.id) & (Concern.user_id == actor.id)
    worries = select(func.count()).where(worry).scalar_subquery()
    row = db.session.execute(select(number, mine, worries)).one()
    return Support(row[0], endorsed=bool(row[1]), concern=bool(row[2]))


def support_by_neighbourhood(initiative: Initiative) -> dict[int | None, int | None]:
    """Return the endorsements for each neighbourhood; ``None`` where there are fewer than ten."""
    numbers = (
        select(User.neighbourhood_id, func.count())
        .join(Endorsement, Endorsement.user_id == User.id)
        .where(Endorsement.initiative_id == initiative.id)
        .group_by(User.neighbourhood_id)
    )
    rows = db.session.execute(numbers)
    return {area_id: number if number >= FEW else None for area_id, number in rows}


def concern_of(actor: Actor, initiative: Initiative) -> Concern | None:
    """Return what worries ``actor``."""
    mine = (Concern.initiative_id == initiative.id) & (Concern.user_id == actor.id)
    return db.session.scalar(select(Concern).where(mine))


def concerns_about(initiative: Initiative) -> Sequence[Concern]:
    """Return all worries, newest first; without who has them."""
    about = select(Concern).where(Concern.initiative_id == initiative.id)
    return db.session.scalars(about.order_by(Concern.id.desc())).all()


def worries_about(initiative: Initiative) -> list[Worries]:
    """Return the topics that worry people, in a fixed order."""
    numbers = (
        select(Concern.topic, func.count())
        .where(Concern.initiative_id == initiative.id)
        .group_by(Concern.topic)
    )
    counted: dict[ConcernTopic, int] = dict(db.session.execute(numbers).all())
    return [Worries(topic, counted[topic]) for topic in ConcernTopic if topic in counted]


def updates_of(initiative: Initiative, actor: Actor, *, all_texts: bool) -> Sequence[Update]:
    """Return the newest news: what is public, one's own, or with ``all_texts`` everything."""
    seen = _may_read(Update, actor, all_texts)
    here = select(Update).where(Update.initiative_id == initiative.id, seen)
    newest = here.order_by(Update.id.desc()).limit(NEWEST)
    return db.session.scalars(newest.options(only_name(joinedload(Update.author)))).all()


def questions_about(initiative: Initiative, actor: Actor, *, all_texts: bool) -> Select[Question]:
    """Select the questions with their answers and writers, newest first; two statements a page."""
    answers = only_name(selectinload(Question.answers).joinedload(Answer.author))
    return _questions(initiative, actor, all_texts).options(answers)


def newest_questions(
    initiative: Initiative, actor: Actor, *, all_texts: bool
) -> Sequence[Question]:
    """Return one question more than a page shows, so that the reader knows of more; one statement."""
    answers = only_name(joinedload(Question.answers).joinedload(Answer.author))
    questions = _questions(initiative, actor, all_texts).options(answers).limit(NEWEST + 1)
    return db.session.scalars(questions).unique().all()


def found_question(initiative: Initiative, question_id: int) -> Question:
    """Return a public question about a plan; raises ``NotFound`` for any other."""
    wanted = (Question.id == question_id) & (Question.initiative_id == initiative.id)
    public = Question.state == TextState.PUBLISHED
    question = db.session.scalar(select(Question).where(wanted, public))
    if question is None:
        raise NotFound(_("We kunnen deze vraag niet vinden."))
    return question


def own_text(kind: type[T], text_id: int, actor: Actor) -> T:
    """Return a text that ``actor`` wrote; raises ``NotFound`` for any other."""
    text = db.session.get(kind, text_id)
    if text is None or text.author_id != actor.id:
        raise NotFound(_("We kunnen deze tekst niet vinden."))
    return text


def _questions(initiative: Initiative, actor: Actor, all_texts: bool) -> Select[Question]:
    return (
        select(Question)
        .where(Question.initiative_id == initiative.id, _may_read(Question, actor, all_texts))
        .options(only_name(joinedload(Question.author)))
        .options(with_loader_criteria(Answer, _may_read(Answer, actor, all_texts)))
        .order_by(Question.id.desc())
    )


def _may_read(
    kind: type[Update] | type[Question] | type[Answer], actor: Actor, all_texts: bool
) -> ColumnElement[bool]:
    if all_texts:
        return kind.state.not_in([TextState.WITHDRAWN])
    public = kind.state == TextState.PUBLISHED
    if actor.id is None:
        return public
    own = (kind.author_id == actor.id) & kind.state.not_in([TextState.WITHDRAWN])
    return or_(public, own)
