"""How many plans each district and neighbourhood has: counted once a minute, because counting takes every row."""

from collections import Counter
from time import monotonic

from flask import current_app
from sqlalchemy import func, select

from app.core.db import db
from app.initiatives.models import Initiative

KEPT = 60.0  # seconds
SLOT = "aanzet-plans-by-area"  # in app.extensions
Counts = dict[int, int]


def plans_by_area() -> Counts:
    """Return how many plans everybody can read in each district and neighbourhood, by area id.

    Areas without any are left out. At most a minute old; one statement a minute.
    """
    kept: tuple[float, Counts] | None = current_app.extensions.get(SLOT)
    if kept is None or monotonic() - kept[0] > KEPT:
        kept = (monotonic(), _count())
        current_app.extensions[SLOT] = kept
    return kept[1]


def forget() -> None:
    """Count again at the next question."""
    current_app.extensions.pop(SLOT, None)


def _count() -> Counts:
    places = (Initiative.district_id, Initiative.neighbourhood_id)
    numbers = select(*places, func.count()).where(Initiative.is_listed == 1).group_by(*places)
    counts: Counter[int] = Counter()
    for *where, number in db.session.execute(numbers):
        counts.update({place: number for place in where if place is not None})
    return dict(counts)
