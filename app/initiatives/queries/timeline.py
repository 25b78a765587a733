"""The way of a plan: what happened (facts from the log) and what comes next, in plain words.

Officials are called by their role, never by name.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple, Protocol

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from app.audit.queries import Event
from app.core import clock
from app.core.workdays import add_working_days
from app.initiatives.lifecycle import State
from app.initiatives.queries.shown import Plan

REVIEW_DAYS = 2  # working days in which a moderator has read a plan
FOR_THE_TEAM = {"request_changes", "reject", "appeal", "hide", "restore"}
INITIATOR, MODERATOR, TEAM = _l("de maker"), _l("een moderator"), _l("het team")
STEPS: dict[str, tuple[LazyString | str, LazyString | str]] = {
    "submit": (_l("Het plan is ingestuurd"), INITIATOR),
    "request_changes": (_l("Er is om een aanpassing gevraagd"), MODERATOR),
    "reject": (_l("Het plan is niet geplaatst"), MODERATOR),
    "appeal": (_l("Er is om een nieuwe blik gevraagd"), INITIATOR),
    "publish": (_l("Het plan staat op de site"), MODERATOR),
    "hide": (_l("Het plan is van de site gehaald"), MODERATOR),
    "restore": (_l("Het plan staat weer op de site"), MODERATOR),
    "explore": (_l("Het verkennen is begonnen"), TEAM),
    "prepare": (_l("De voorbereiding is begonnen"), TEAM),
    "run": (_l("Het is begonnen"), TEAM),
    "complete": (_l("Het is klaar"), TEAM),
    "pause": (_l("Het ligt even stil"), TEAM),
    "resume": (_l("Het gaat weer verder"), TEAM),
    "stop": (_l("Het is gestopt"), TEAM),
    "archive": (_l("Het plan is gearchiveerd"), ""),
}
NEXT = {
    "submit": _l("Je stuurt je plan in"),
    "read": _l("Een moderator leest het plan"),
    "publish": _l("Het plan komt op de site"),
    "change": _l("Het team past het plan aan en stuurt het opnieuw in"),
    "read_again": _l("Een moderator leest het plan opnieuw"),
    "resume": _l("Het team gaat verder of stopt ermee"),
    State.EXPLORING: _l("Verkennen: kan het, en wie doet mee?"),
    State.PREPARING: _l("Voorbereiden"),
    State.RUNNING: _l("Beginnen"),
    State.COMPLETED: _l("Klaar"),
}
ROAD = [State.PUBLISHED, State.EXPLORING, State.PREPARING, State.RUNNING, State.COMPLETED]


class Underway(Protocol):
    """A plan, as far as the rest of its way depends on it."""

    @property
    def state(self) -> State: ...

    @property
    def submitted_at(self) -> datetime | None: ...

    @property
    def starts_on(self) -> date | None: ...


class Fact(NamedTuple):
    """Something that happened: one of ``STEPS``."""

    step: str
    at: datetime
    reason: str = ""
    tells_who: bool = True

    @property
    def title(self) -> str:
        return str(STEPS[self.step][0])

    @property
    def by(self) -> str:
        return str(STEPS[self.step][1]) if self.tells_who else ""


class Expected(NamedTuple):
    """Something of ``NEXT``; ``expected`` is ``None`` when nobody knows the day yet."""

    what: str
    expected: date | None = None
    text: str = ""

    @property
    def title(self) -> str:
        return str(NEXT[self.what])


def past(initiative: Plan, events: Iterable[Event], *, see_reasons: bool) -> list[Fact]:
    """Return what happened, oldest first; reasons and a moderator's no only for its people."""
    facts = [_fact(event, see_reasons) for event in events]
    return [fact for fact in facts if fact is not None] or _facts_from_dates(initiative)


def ahead(initiative: Underway) -> list[Expected]:
    """Return what comes next, with the day we expect it as far as that is known."""
    if initiative.state in ROAD:
        return _rest_of_the_road(initiative)
    if initiative.state == State.SUBMITTED:
        return [Expected("read", promised_on(initiative)), Expected("publish")]
    if initiative.state == State.CHANGES_REQUESTED:
        return [Expected("change"), Expected("read_again")]
    if initiative.state == State.DRAFT:
        return [Expected("submit")]
    if initiative.state == State.PAUSED:
        return [Expected("resume")]
    return []


def promised_on(initiative: Underway) -> date | None:
    """Return the day on which a moderator has read the plan."""
    if initiative.submitted_at is None:
        return None
    return add_working_days(initiative.submitted_at.astimezone(clock.AMSTERDAM).date(), REVIEW_DAYS)


def _rest_of_the_road(initiative: Underway) -> list[Expected]:
    start = initiative.starts_on
    still_to_come = start if start and start >= clock.today() else None
    return [
        Expected(state, still_to_come if state == State.RUNNING else None)
        for state in ROAD[ROAD.index(initiative.state) + 1 :]
    ]


def _fact(event: Event, see_reasons: bool) -> Fact | None:
    step = event.action.removeprefix("initiatives.")
    if step not in STEPS or (step in FOR_THE_TEAM and not see_reasons):
        return None
    return Fact(step, event.at, event.reason if see_reasons else "")


def _facts_from_dates(initiative: Plan) -> list[Fact]:
    """Return what the plan itself remembers, for plans that are older than the log."""
    moments = (("submit", initiative.submitted_at), ("publish", initiative.published_at))
    return [Fact(step, at, tells_who=False) for step, at in moments if at is not None]
