"""A second click on the button of a form: what was written a moment ago is not written again."""

from datetime import timedelta
from typing import TypeVar

from sqlalchemy import ColumnElement, select

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.core.turns import take_turn
from app.initiatives.lifecycle import TEXT_LIFE
from app.initiatives.voices import Answer, Question, Update

MOMENT = timedelta(minutes=10)
T = TypeVar("T", Update, Question, Answer)


def written_before(model: type[T], *same: ColumnElement[bool], by: User) -> T | None:
    """Return the text by this person that is the ``same`` and still waits to be read, if there is one.

    Two clicks at the same moment wait for each other.
    """
    take_turn(f"texts of {by.id}")
    mine = (model.author_id == by.id) & (model.state == TEXT_LIFE.initial)
    recent = model.created_at > clock.now() - MOMENT
    return db.session.scalars(select(model).where(mine, recent, *same).order_by(model.id)).first()
