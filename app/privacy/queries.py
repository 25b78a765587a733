"""Read what is kept of a person: which kinds of things, and everything."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import exists, select

from app.accounts.models import User
from app.core.choices import Choice
from app.core.db import db
from app.core.keeping import Fate, Kept, everything_kept

Row = dict[str, Any]


def kinds_of(person: User) -> Sequence[Kept]:
    """Return the kinds of which something is kept of ``person``, each name once."""
    kinds = everything_kept()
    there = db.session.execute(select(*(exists(one.of(person)) for one in kinds))).one()
    named = {str(one.name): one for one, is_there in zip(kinds, there, strict=True) if is_there}
    return list(named.values())


def fates_of(person: User) -> dict[Fate, list[Kept]]:
    """Return what becomes of each kind of thing when ``person`` deletes the account."""
    kinds = kinds_of(person)
    return {fate: [kept for kept in kinds if kept.fate is fate] for fate in Fate}


def rows_of(person: User, kept: Kept) -> list[Row]:
    """Return what is kept of ``person`` of one kind, as values that JSON knows."""
    rows = db.session.execute(kept.of(person)).mappings()
    return [{name: _plain(value) for name, value in row.items()} for row in rows]


def _plain(value: Any) -> Any:
    """Return a moment or a day as ISO 8601, and a choice or several as people read them."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.label if isinstance(value, Choice) else value
