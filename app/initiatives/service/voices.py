"""What people say about a plan: news, questions, answers, endorsements and worries."""

from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.core.permissions import authorize
from app.initiatives import queries, rules
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.models import Initiative
from app.initiatives.service.second_click import written_before
from app.initiatives.signals import waiting_for_review, withdrawn
from app.initiatives.voices import Answer, Concern, ConcernTopic, Endorsement, Question, Update

Text = Update | Question | Answer
T = TypeVar("T", Update, Question, Answer)


def post_update(initiative: Initiative, title: str, text: str, *, by: User) -> Update:
    """Write news from the team; public after a moderator saw it. A second click changes nothing."""
    authorize(by, rules.tell_news, initiative)
    same = (Update.initiative_id == initiative.id, Update.title == title, Update.text == text)
    if before := written_before(Update, *same, by=by):
        return before
    return _keep(Update(initiative=initiative, author_id=by.id, title=title, text=text), by=by)


def ask(initiative: Initiative, text: str, *, by: User) -> Question:
    """Ask the team something; public after a moderator saw it. A second click changes nothing."""
    authorize(by, rules.ask, initiative)
    same = (Question.initiative_id == initiative.id, Question.text == text)
    if before := written_before(Question, *same, by=by):
        return before
    return _keep(Question(initiative=initiative, author_id=by.id, text=text), by=by)


def answer(question: Question, text: str, *, by: User) -> Answer:
    """Answer a public question for the team; public after a moderator saw it.

    A second click changes nothing.
    """
    authorize(by, rules.answer, question.initiative)
    if question.state != TextState.PUBLISHED:
        raise Refused(_("Deze vraag is nog niet geplaatst. Je kunt hem later beantwoorden."))
    same = (Answer.question_id == question.id, Answer.text == text)
    if before := written_before(Answer, *same, by=by):
        return before
    return _keep(Answer(question=question, author_id=by.id, text=text), by=by)


def rewrite(text: Text, words: str, *, by: User, title: str = "") -> None:
    """Change a text of one's own that a moderator gave back, and send it in again."""
    _own(text, by)
    take_step(TEXT_LIFE, text, "resubmit", by=by)
    text.text = words
    if isinstance(text, Update):
        text.title = title
    _announce(text, by=by)


def withdraw(text: Text, *, by: User) -> None:
    """Take a text of one's own back."""
    _own(text, by)
    waited = text.state == TextState.WAITING
    take_step(TEXT_LIFE, text, "withdraw", by=by)
    if waited:
        withdrawn.send(text, by=by)


def endorse(initiative: Initiative, *, by: User) -> None:
    """Say that this is a good plan: once per person; a second time changes nothing."""
    authorize(by, rules.endorse, initiative)
    if _added(Endorsement(initiative_id=initiative.id, user_id=by.id)):
        record(by, "initiatives.endorse", initiative)


def withdraw_endorsement(initiative: Initiative, *, by: User) -> None:
    """Take an endorsement back; without one nothing changes."""
    mine = (Endorsement.initiative_id == initiative.id) & (Endorsement.user_id == by.id)
    gone = delete(Endorsement).where(mine).returning(Endorsement.id)
    if db.session.scalars(gone).all():
        record(by, "initiatives.withdraw_endorsement", initiative)


def raise_concern(initiative: Initiative, topic: ConcernTopic, text: str, *, by: User) -> None:
    """Say what worries you: one per person, a second one takes the place of the first."""
    authorize(by, rules.worry, initiative)
    concern = queries.concern_of(by, initiative)
    if concern is not None:
        concern.topic, concern.text = topic, text
    elif not _added(Concern(initiative_id=initiative.id, user_id=by.id, topic=topic, text=text)):
        return  # the same person pressed the button twice
    record(by, "initiatives.raise_concern", initiative)


def withdraw_concern(initiative: Initiative, *, by: User) -> None:
    """Take a worry back; without one nothing changes."""
    mine = (Concern.initiative_id == initiative.id) & (Concern.user_id == by.id)
    if db.session.scalars(delete(Concern).where(mine).returning(Concern.id)).all():
        record(by, "initiatives.withdraw_concern", initiative)


def _added(row: Endorsement | Concern) -> bool:
    """Add a row of which the database keeps one per person; tell whether it is new."""
    try:
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        return False
    return True


def _own(text: Text, by: User) -> None:
    if not rules.is_author(by, text):
        raise NotAllowed(_("Alleen wie de tekst schreef, kan hem veranderen."))


def _keep(text: T, *, by: User) -> T:
    db.session.add(text)
    record(by, f"{text.__tablename__}.write", text)
    _announce(text, by=by)
    return text


def _announce(text: Text, *, by: User) -> None:
    initiative = text.initiative
    words = f"{text.title}\n{text.text}" if isinstance(text, Update) else text.text
    waiting_for_review.send(
        text,
        title=text.title if isinstance(text, Update) else initiative.title,
        text=words,
        author=by,
        district_id=initiative.district_id,
        is_appeal=False,
    )
