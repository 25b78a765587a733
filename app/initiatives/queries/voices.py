"""Read what people say about a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import bindparam, func, select

from app.accounts.models import Actor, User
from app.core.db import db
from app.core.errors import NotFound
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.voices import Answer, Concern, ConcernTopic, Endorsement, Question, Update

T = TypeVar("T", Update, Question, Answer)
GIVEN, RAISED = Endorsement.__table__.c, Concern.__table__.c
NUMBER = select(func.count()).where(GIVEN.initiative_id == bindparam("plan"))
MINE = select(
    NUMBER.scalar_subquery(),
    NUMBER.where(GIVEN.user_id == bindparam("reader")).scalar_subquery(),
    select(func.count())
    .where(RAISED.initiative_id == bindparam("plan"), RAISED.user_id == bindparam("reader"))
    .scalar_subquery(),
)
FEW = 10  # smaller groups are shown as "minder dan 10"


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
    if actor.id is None:
        number = db.session.scalar(NUMBER, {"plan": initiative.id})
        return Support(number or 0, endorsed=False, concern=False)
    row = db.session.execute(MINE, {"plan": initiative.id, "reader": actor.id}).one()
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
