"""Somebody deletes the account: what becomes of their plans, texts and photos.

What is public stays, without a name. A plan that goes on passes to whoever is in its team longest.
What nobody but the person and a moderator ever read goes.
"""

from typing import Any

from flask import url_for
from sqlalchemy import delete, select

from app.accounts.models import ERASED_NAME, User
from app.audit.service import record, take_step
from app.core.db import db
from app.initiatives import messages, queries
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.models import (
    Initiative,
    Invitation,
    TeamMember,
)
from app.initiatives.photos import Photo
from app.initiatives.service.throwing_away import forget_photo, throw_away
from app.initiatives.signals import withdrawn
from app.initiatives.voices import Answer, Concern, Question, Update
from app.notifications import forgetting as notifications

TEXTS: tuple[type[Any], ...] = (Update, Question, Answer)


def forget_person(person: User) -> None:
    """Let nothing in this room say who ``person`` is; call it before the account is erased."""
    _unname_messages(person)
    for initiative in queries.owned_by(person):
        _leave_plan(initiative, person)
    for draft in queries.drafts_without_account(person.email):
        throw_away(draft, by=person)
    _take_back_texts(person)
    for photo in db.session.scalars(select(Photo).where(Photo.author_id == person.id)).all():
        forget_photo(photo, by=person)
    db.session.execute(delete(TeamMember).where(TeamMember.user_id == person.id))
    db.session.execute(delete(Concern).where(Concern.user_id == person.id))
    mine = (Invitation.invited_by_id == person.id) | (Invitation.email == person.email)
    db.session.execute(delete(Invitation).where(mine))
    db.session.flush()
    db.session.expire_all()


def _leave_plan(initiative: Initiative, person: User) -> None:
    successor = queries.successor_of(initiative, person)
    if successor is not None:
        _hand_over(initiative, successor)
    elif initiative.published_at is None:
        withdrawn.send(initiative, by=person)
        throw_away(initiative, by=person)


def _hand_over(initiative: Initiative, successor: TeamMember) -> None:
    """Make somebody of the team the owner, and tell them."""
    initiative.owner = successor.user
    db.session.delete(successor)
    record(None, "initiatives.hand_over", initiative)
    db.session.flush()
    messages.handed_over(initiative)


def _take_back_texts(person: User) -> None:
    """Empty the texts that are not public, and take those back that wait for a moderator."""
    for kind in TEXTS:
        hidden = select(kind).where(kind.author_id == person.id, kind.state != TextState.PUBLISHED)
        for text in db.session.scalars(hidden).all():
            if text.state in {TextState.WAITING, TextState.RETURNED}:
                take_step(TEXT_LIFE, text, "withdraw", by=person)
                withdrawn.send(text, by=person)
            text.text = ""
            if isinstance(text, Update):
                text.title = ""


def _unname_messages(person: User) -> None:
    """Take the name out of the messages that told others who joins, or who asks them to join."""
    for number in queries.teams_ever_joined(person):
        invitation = url_for("initiatives.invitation", initiative_id=number)
        standing = url_for("initiatives.standing", key=queries.standing_key(number))
        for link in (invitation, standing):
            notifications.unname(person.name, ERASED_NAME, link=link)
