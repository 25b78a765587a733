"""Keep a filter under a name, rename it, remove it; choose columns; forget all of it with its person."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import delete

from app.accounts.models import User
from app.audit.service import record
from app.core.db import db
from app.core.errors import Refused
from app.core.turns import take_turn
from app.filters import queries
from app.filters.models import ChosenColumns, Queue, SavedFilter
from app.filters.shelf import Choices

MOST = 20  # of one person, for one queue


def keep(queue: Queue, name: str, chosen: Choices, *, by: User) -> SavedFilter:
    """Keep what ``queue`` is narrowed by. Kept under the same name already, it is kept once.

    Raises ``Refused`` when nothing is chosen, for one filter too many, and at the field ``name``
    when another filter has it.
    """
    if not chosen:
        raise Refused(_("Kies eerst wat je in de lijst wilt zien."))
    take_turn(f"filters {by.id}")
    kept = queries.kept_by(by, queue)
    same = next((one for one in kept if _is_same(one.name, name)), None)
    if same is not None and same.arguments == dict(chosen):
        return same
    if same is not None:
        raise _taken(same)
    if len(kept) >= MOST:
        raise Refused(_("Je hebt al %(most)s keuzes bewaard. Verwijder er eerst een.", most=MOST))
    saved = SavedFilter(user_id=by.id, queue=queue, name=name, arguments=dict(chosen))
    db.session.add(saved)
    record(by, "saved_filters.keep", saved)
    return saved


def rename(saved: SavedFilter, name: str, *, by: User) -> None:
    """Give a filter another name. Raises ``Refused`` at the field ``name`` when another has it."""
    take_turn(f"filters {by.id}")
    others = (one for one in queries.kept_by(by, saved.queue) if one.id != saved.id)
    same = next((one for one in others if _is_same(one.name, name)), None)
    if same is not None:
        raise _taken(same)
    saved.name = name
    record(by, "saved_filters.rename", saved)


def remove(saved: SavedFilter, *, by: User) -> None:
    """Keep a filter no longer."""
    record(by, "saved_filters.remove", saved)
    db.session.delete(saved)
    db.session.flush()


def choose_columns(queue: Queue, columns: Sequence[str], *, by: User) -> None:
    """Let the table of ``queue`` have these columns for ``by``; chosen already, nothing happens."""
    take_turn(f"filters {by.id}")
    chosen = queries.chosen_columns(by, queue) or ChosenColumns(user_id=by.id, queue=queue)
    if chosen.columns == list(columns):
        return
    chosen.columns = list(columns)
    db.session.add(chosen)
    record(by, "chosen_columns.choose", chosen, reason=", ".join(columns))


def choose_usual_columns(queue: Queue, *, by: User) -> None:
    """Let the table of ``queue`` have the usual columns again for ``by``."""
    chosen = queries.chosen_columns(by, queue)
    if chosen is not None:
        record(by, "chosen_columns.remove", chosen)
        db.session.delete(chosen)
        db.session.flush()


def forget_person(person: User) -> None:
    """Forget every filter that ``person`` kept, and the columns they chose."""
    for kept in (SavedFilter, ChosenColumns):
        db.session.execute(delete(kept).where(kept.user_id == person.id))


def _is_same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _taken(saved: SavedFilter) -> Refused:
    return Refused(
        _("Je hebt al een keuze die “%(name)s” heet. Kies een andere naam.", name=saved.name),
        field="name",
    )
