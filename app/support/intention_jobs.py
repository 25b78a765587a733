"""Work for later: ask the team once more for its view, and say that no view came."""

from app.core import clock
from app.core.db import db
from app.core.jobs import job, later
from app.core.workdays import DAY
from app.support import messages
from app.support.intentions import Intention
from app.support.jobs import REMIND_BEFORE
from app.support.lifecycle import OPEN


def plan_view(intention: Intention) -> None:
    """Plan the reminder to the team, and what we say when the time is over."""
    until = intention.until
    for kind, day in (("remind", until - REMIND_BEFORE), ("silent", until + DAY)):
        if day > clock.today():
            later(
                f"support.view_{kind}",
                due_at=clock.morning_of(day),
                dedupe_key=f"support.view_{kind}.{intention.id}",
                intention_id=intention.id,
            )


@job("support.view_remind")
def remind(intention_id: int) -> None:
    """Ask the team once more, while it gave no view."""
    intention = _unanswered(intention_id)
    if intention is not None:
        messages.remind_of_view(intention.request, intention)


@job("support.view_silent")
def silent(intention_id: int) -> None:
    """Tell those who look after the request that they can decide."""
    intention = _unanswered(intention_id)
    if intention is not None:
        messages.tell_coordinators_no_view_came(intention.request, intention)


def _unanswered(intention_id: int) -> Intention | None:
    intention = db.session.get(Intention, intention_id)
    if intention is None or intention.view_on or intention.request.state not in OPEN:
        return None
    return intention
