"""Plans nearby that look like a plan that somebody is writing: join instead of repeat."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Select, Subquery, bindparam, select

from app.core.statements import ask, one_of
from app.initiatives.lifecycle import ACTIVE, State
from app.initiatives.models import Initiative
from app.initiatives.queries.cards import KIND
from app.initiatives.queries.words import where
from app.search import service as search
from app.search.likeness import gist, likeness

MOST = 3
READ = 200  # plans with a word in common, newest first
IN_NEIGHBOURHOOD, IN_DISTRICT = 1.1, 1.25  # from so much likeness on a plan is shown
PLAN = Initiative.__table__.c
GOING_ON = ACTIVE | {State.PAUSED}


class Alike(NamedTuple):
    """What is shown of a plan that looks like another."""

    id: int
    title: str
    summary: str
    state: State
    neighbourhood_id: int
    district_id: int


def alike_near(initiative: Initiative) -> list[Alike]:
    """Return public plans in the same district that look like ``initiative``, most alike first.

    At most three, and only what can still be joined. One statement; none when the district or
    the subject is not known.
    """
    names = where(initiative).words  # of places: they are in half of all titles
    about = gist(initiative.title, initiative.summary, common=names)
    asked = search.asked_about(KIND, about)
    if asked is None or initiative.district_id is None:
        return []
    values = {**asked, "district": initiative.district_id}
    plans = list(map(Alike._make, ask(_with_a_word(search.hits()), values)))
    ranked = [(likeness(about, gist(one.title, one.summary, common=names)), one) for one in plans]
    shown = [pair for pair in ranked if pair[0] >= _enough(pair[1], initiative)]
    return [one for _score, one in sorted(shown, key=lambda pair: -pair[0])[:MOST]]


def _enough(one: Alike, initiative: Initiative) -> float:
    is_here = one.neighbourhood_id == initiative.neighbourhood_id
    return IN_NEIGHBOURHOOD if is_here else IN_DISTRICT


@cache
def _with_a_word(hits: Subquery) -> Select[Any]:
    """Select the newest plans in a district that search found."""
    return (
        select(*(PLAN[name] for name in Alike._fields))
        .join_from(Initiative.__table__, hits, hits.c.id == PLAN.id)
        .where(PLAN.is_listed == 1, PLAN.district_id == bindparam("district"))
        .where(one_of(PLAN.state, GOING_ON))
        .order_by(hits.c.position.desc())
        .limit(READ)
    )
