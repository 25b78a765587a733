"""How many plans each district has: counted once a minute, because counting takes every row."""

from time import monotonic

from flask import current_app
from sqlalchemy import func, select

from app.core.db import db
from app.initiatives.models import Initiative

KEPT = 60.0  # seconds
SLOT = "aanzet-plans-by-district"  # in app.extensions
Counts = dict[int, int]


def plans_by_district() -> Counts:
    """Return how many plans everybody can read in each district; at most a minute old."""
    kept: tuple[float, Counts] | None = current_app.extensions.get(SLOT)
    if kept is None or monotonic() - kept[0] > KEPT:
        kept = (monotonic(), _count())
        current_app.extensions[SLOT] = kept
    return kept[1]


def forget() -> None:
    """Count again at the next question."""
    current_app.extensions.pop(SLOT, None)


def _count() -> Counts:
    numbers = (
        select(Initiative.district_id, func.count())
        .where(Initiative.is_listed == 1)
        .group_by(Initiative.district_id)
    )
    return {place: number for place, number in db.session.execute(numbers) if place is not None}
