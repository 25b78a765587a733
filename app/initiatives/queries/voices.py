"""Read what people say about a plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from flask_babel import gettext as _
from sqlalchemy import bindparam, exists, func, select

from app.accounts.models import Actor, User
from app.areas import queries as areas
from app.core.db import db
from app.core.errors import NotFound
from app.core.statements import ask
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Initiative
from app.initiatives.queries.shown import Plan
from app.initiatives.voices import Answer, Concern, ConcernTopic, Endorsement, Question, Update

T = TypeVar("T", Update, Question, Answer)
GIVEN, RAISED, PEOPLE = Endorsement.__table__.c, Concern.__table__.c, User.__table__.c
MINE = select(
    exists().where(GIVEN.initiative_id == bindparam("plan"), GIVEN.user_id == bindparam("reader")),
    exists().where(
        RAISED.initiative_id == bindparam("plan"), RAISED.user_id == bindparam("reader")
    ),
)
BY_NEIGHBOURHOOD = (
    select(PEOPLE.neighbourhood_id, func.count())
    .where(PEOPLE.id == GIVEN.user_id, GIVEN.initiative_id == bindparam("plan"))
    .group_by(PEOPLE.neighbourhood_id)
)
BY_TOPIC = (
    select(RAISED.topic, func.count())
    .where(RAISED.initiative_id == bindparam("plan"))
    .group_by(RAISED.topic)
)
FEW = 10  # smaller groups are shown as "minder dan 10"


class Stance(NamedTuple):
    """What somebody let know about a plan."""

    endorses: bool
    worries: bool


@dataclass(frozen=True)
class Worries:
    """How often a topic worries somebody."""

    topic: ConcernTopic
    number: int


def stance_of(actor: Actor, initiative: Plan) -> Stance:
    """Return what ``actor`` let know; one statement."""
    row = ask(MINE, {"plan": initiative.id, "reader": actor.id}).one()
    return Stance(*row)


def support_by_neighbourhood(initiative: Plan) -> dict[int | None, int | None]:
    """Return the endorsements for each neighbourhood; ``None`` where there are fewer than ten."""
    rows = ask(BY_NEIGHBOURHOOD, {"plan": initiative.id})
    return {area_id: number if number >= FEW else None for area_id, number in rows}


def where_supporters_live(initiative: Plan) -> list[tuple[str, int | None]]:
    """Return the names of their neighbourhoods in order, with how many: see above."""
    numbers = support_by_neighbourhood(initiative)
    named = [
        (place.name, number)
        for area_id, number in numbers.items()
        if (place := areas.by_id(area_id or 0)) is not None
    ]
    return sorted(named)


def concern_of(actor: Actor, initiative: Initiative) -> Concern | None:
    """Return what worries ``actor``."""
    mine = (Concern.initiative_id == initiative.id) & (Concern.user_id == actor.id)
    return db.session.scalar(select(Concern).where(mine))


def concerns_about(initiative: Initiative) -> Sequence[Concern]:
    """Return all worries, newest first; without who has them."""
    about = select(Concern).where(Concern.initiative_id == initiative.id)
    return db.session.scalars(about.order_by(Concern.id.desc())).all()


def worries_about(initiative: Plan) -> list[Worries]:
    """Return the topics that worry people, in a fixed order."""
    rows = ask(BY_TOPIC, {"plan": initiative.id}).all()
    counted: dict[ConcernTopic, int] = dict(rows)
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
