"""Read kept filters and chosen columns: everybody their own."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import func, select

from app.accounts.models import Actor
from app.core.db import db
from app.core.errors import NotFound
from app.filters.models import ChosenColumns, Queue, SavedFilter


def kept_by(person: Actor, queue: Queue) -> Sequence[SavedFilter]:
    """Return what ``person`` kept for ``queue``, by name."""
    mine = (SavedFilter.user_id == person.id) & (SavedFilter.queue == queue)
    by_name = (func.lower(SavedFilter.name), SavedFilter.id)
    return db.session.scalars(select(SavedFilter).where(mine).order_by(*by_name)).all()


def find(person: Actor, queue: Queue, filter_id: int) -> SavedFilter | None:
    """Return a filter that ``person`` kept for ``queue``, if it is still there."""
    mine = (SavedFilter.user_id == person.id) & (SavedFilter.queue == queue)
    return db.session.scalar(select(SavedFilter).where(mine, SavedFilter.id == filter_id))


def found(person: Actor, queue: Queue, filter_id: int) -> SavedFilter:
    """Return that filter. Raises ``NotFound``, also for one of somebody else."""
    saved = find(person, queue, filter_id)
    if saved is None:
        raise NotFound(_("We kunnen deze keuze niet vinden."))
    return saved


def chosen_columns(person: Actor, queue: Queue) -> ChosenColumns | None:
    """Return the columns that ``person`` chose for ``queue``, if any."""
    mine = (ChosenColumns.user_id == person.id) & (ChosenColumns.queue == queue)
    return db.session.scalar(select(ChosenColumns).where(mine))
