"""What the list of open requests can be narrowed by: what, how far, where, by when, and who looks after it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement

from app.accounts.models import Actor
from app.core import clock
from app.core.choices import Choice
from app.initiatives.models import Initiative
from app.support.lifecycle import RequestState
from app.support.models import Need, SupportKind, SupportRequest

SOON = timedelta(days=7)


class Due(Choice):
    """When the answer has been promised."""

    LATE = "te-laat", _l("Te laat")
    SOON = "week", _l("Binnen een week")
    LATER = "later", _l("Later")


class Whose(Choice):
    """Who looks after a request."""

    NOBODY = "niemand", _l("Nog niemand")
    MINE = "ik", _l("Ik")
    OTHERS = "collega", _l("Een collega")


@dataclass(frozen=True)
class OpenFilter:
    """What narrows the list of open requests."""

    kind: SupportKind | None = None
    state: RequestState | None = None
    district_id: int | None = None
    due: Due | None = None
    whose: Whose | None = None


def conditions(only: OpenFilter, actor: Actor) -> Sequence[ColumnElement[bool]]:
    """Return what a request has to be to be shown to ``actor``; initiatives are joined."""
    found: list[ColumnElement[bool]] = []
    if only.kind is not None:
        found.append(SupportRequest.needs.any(Need.kind == only.kind))
    if only.state is not None:
        found.append(SupportRequest.state == only.state)
    if only.district_id is not None:
        found.append(Initiative.district_id == only.district_id)
    if only.due is not None:
        found.append(_is_due(only.due))
    if only.whose is not None:
        found.append(_is_of(only.whose, actor))
    return found


def _is_due(due: Due) -> ColumnElement[bool]:
    today, day = clock.today(), SupportRequest.decision_due_on
    return {
        Due.LATE: day < today,
        Due.SOON: day.between(today, today + SOON),
        Due.LATER: day > today + SOON,
    }[due]


def _is_of(whose: Whose, actor: Actor) -> ColumnElement[bool]:
    who = SupportRequest.coordinator_id
    return {
        Whose.NOBODY: who.is_(None),
        Whose.MINE: who == actor.id,
        Whose.OTHERS: who != actor.id,
    }[whose]
