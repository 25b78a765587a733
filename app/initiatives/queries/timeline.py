"""The way of a plan: what happened (facts from the log) and what comes next, in plain words.

Officials are called by their role, never by name.
"""

from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _

from app.audit.queries import Event, history
from app.core import clock
from app.core.workdays import add_working_days
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative

REVIEW_DAYS = 2  # working days in which a moderator has read a plan
FOR_THE_TEAM = {"request_changes", "reject", "appeal", "hide", "restore"}
ROAD = [State.PUBLISHED, State.EXPLORING, State.PREPARING, State.RUNNING, State.COMPLETED]


@dataclass(frozen=True)
class Fact:
    """Something that happened."""

    title: str
    at: datetime
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Expected:
    """Something that comes next; ``expected`` is ``None`` when nobody knows the day yet."""

    title: str
    expected: date | None = None
    text: str = ""


def past(initiative: Initiative, *, see_reasons: bool) -> list[Fact]:
    """Return what happened, oldest first; reasons and a moderator's no only for its people."""
    facts = [_fact(event, see_reasons) for event in history("initiatives", initiative.id)]
    return [fact for fact in facts if fact is not None] or _facts_from_dates(initiative)


def ahead(initiative: Initiative) -> list[Expected]:
    """Return what comes next, with the day we expect it as far as that is known."""
    if initiative.state in ROAD:
        return _rest_of_the_road(initiative)
    return {
        State.DRAFT: [Expected(_("Je stuurt je plan in"))],
        State.SUBMITTED: [
            Expected(_("Een moderator leest het plan"), promised_on(initiative)),
            Expected(_("Het plan komt op de site")),
        ],
        State.CHANGES_REQUESTED: [
            Expected(_("Het team past het plan aan en stuurt het opnieuw in")),
            Expected(_("Een moderator leest het plan opnieuw")),
        ],
        State.PAUSED: [Expected(_("Het team gaat verder of stopt ermee"))],
    }.get(initiative.state, [])


def promised_on(initiative: Initiative) -> date | None:
    """Return the day on which a moderator has read the plan."""
    if initiative.submitted_at is None:
        return None
    return add_working_days(initiative.submitted_at.astimezone(clock.AMSTERDAM).date(), REVIEW_DAYS)


def _rest_of_the_road(initiative: Initiative) -> list[Expected]:
    titles = {
        State.EXPLORING: _("Verkennen: kan het, en wie doet mee?"),
        State.PREPARING: _("Voorbereiden"),
        State.RUNNING: _("Beginnen"),
        State.COMPLETED: _("Klaar"),
    }
    start = initiative.starts_on
    still_to_come = start if start and start >= clock.today() else None
    return [
        Expected(titles[state], still_to_come if state == State.RUNNING else None)
        for state in ROAD[ROAD.index(initiative.state) + 1 :]
    ]


def _fact(event: Event, see_reasons: bool) -> Fact | None:
    step = event.action.removeprefix("initiatives.")
    title, by = _words(step)
    if not title or (step in FOR_THE_TEAM and not see_reasons):
        return None
    return Fact(title, event.at, by, event.reason if see_reasons else "")


def _words(step: str) -> tuple[str, str]:
    """Return what a step is called and who takes it; nothing for what is no step."""
    initiator, moderator, team = _("de initiatiefnemer"), _("een moderator"), _("het team")
    return {
        "submit": (_("Het plan is ingestuurd"), initiator),
        "request_changes": (_("Er is om een aanpassing gevraagd"), moderator),
        "reject": (_("Het plan is niet geplaatst"), moderator),
        "appeal": (_("Er is om een nieuwe blik gevraagd"), initiator),
        "publish": (_("Het plan staat op de site"), moderator),
        "hide": (_("Het plan is van de site gehaald"), moderator),
        "restore": (_("Het plan staat weer op de site"), moderator),
        "explore": (_("Het verkennen is begonnen"), team),
        "prepare": (_("De voorbereiding is begonnen"), team),
        "run": (_("Het is begonnen"), team),
        "complete": (_("Het is klaar"), team),
        "pause": (_("Het ligt even stil"), team),
        "resume": (_("Het gaat weer verder"), team),
        "stop": (_("Het is gestopt"), team),
        "archive": (_("Het plan is gearchiveerd"), ""),
    }.get(step, ("", ""))


def _facts_from_dates(initiative: Initiative) -> list[Fact]:
    """Return what the plan itself remembers, for plans that are older than the log."""
    moments = (("submit", initiative.submitted_at), ("publish", initiative.published_at))
    return [Fact(_words(step)[0], at) for step, at in moments if at is not None]
