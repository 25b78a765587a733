"""Fill an empty portal with the life of an invented municipality: the same life for the same seed."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from flask import current_app
from sqlalchemy import func, select

from app.accounts.models import User
from app.areas.models import Area
from app.core.db import db
from app.demo.service import (
    bulk,
    catalogue,
    finding,
    mailed,
    parties,
    people,
    photos,
    rounds,
    stories,
    town,
    wishes,
)
from app.demo.service.days import Days
from app.demo.service.log import Log
from app.demo.service.rows import Rows
from app.demo.service.stage import Stage
from app.demo.texts.compose import Composer
from app.initiatives.models import Initiative

__all__ = ["FEWEST_INITIATIVES", "FEWEST_RESIDENTS", "Size", "fill", "is_empty"]

FEWEST_RESIDENTS, FEWEST_INITIATIVES = 20, 24  # with fewer, not every state can be there


@dataclass(frozen=True)
class Size:
    """How much there has to be, and which of the possible lives."""

    residents: int
    initiatives: int
    seed: int


class Watch(Protocol):
    """Shows somebody how far a step is; gives a function to call for each thing that is done."""

    def __call__(self, label: str, total: int) -> AbstractContextManager[Callable[[], None]]: ...


def is_empty() -> bool:
    """Tell whether nobody and no area is there."""
    return not any(db.session.scalar(select(func.count()).select_from(one)) for one in (User, Area))


def fill(size: Size, *, today: date, watch: Watch) -> None:
    """Tell the whole life of the town up to the start of ``today``.

    For one transaction of whoever calls it: an empty portal stays empty when this is broken off.
    """
    days, rows = Days(today), Rows(db.session.connection())
    with watch("areas", 1) as done:
        place = town.settle(size.seed)
        done()
    with watch("residents and staff", size.residents) as done:
        crowd = people.settle(rows, days, place, size.residents, size.seed, done)
    with watch("organisations and the catalogue", 2) as done:
        groups = parties.settle(rows, days, place, crowd, size.seed)
        done()
        support = catalogue.settle(rows, days, place, groups, size.initiatives)
        done()
    stage = Stage(
        rows=rows,
        log=Log(rows),
        days=days,
        town=place,
        people=crowd,
        parties=groups,
        support=support,
        composer=Composer(place.city, size.seed),
        seed=size.seed,
        prefix=current_app.config["REFERENCE_PREFIX"],
        with_photos=size.initiatives <= photos.MOST_PLANS,
    )
    with watch("initiatives", size.initiatives) as done:
        stories.tell_all(stage, size.initiatives, done)
        wishes.tell(stage)
        begun = rounds.begin(stage)
        rows.write()
    with watch("letters", 1) as done:
        mailed.send()
        done()
    with watch("totals and the search index", _listed()) as done:
        connection = db.session.connection()
        parties.count_hours(connection, groups)
        catalogue.count_money(connection, support)
        rounds.propose(stage, begun)
        rows.write()
        finding.index(done)
        bulk.settle(connection)


def _listed() -> int:
    return db.session.scalar(select(func.count()).where(Initiative.is_listed == 1)) or 0
