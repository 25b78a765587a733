"""Work for later: say in time that the last day for an objection is near, and when it has passed."""

from datetime import date

from app.core import clock
from app.core.db import db
from app.core.jobs import job, later
from app.core.workdays import DAY
from app.support import messages
from app.support.jobs import WARN_BEFORE
from app.support.objections import Objection


def plan_objection(objection: Objection) -> None:
    """Plan the messages around the last day for our answer; one for each day it ever was."""
    due_on = objection.due_on
    for kind, day in (("warn", due_on - WARN_BEFORE), ("late", due_on + DAY)):
        if day > clock.today():
            later(
                f"support.objection_{kind}",
                due_at=clock.morning_of(day),
                dedupe_key=f"support.objection_{kind}.{objection.id}.{due_on.isoformat()}",
                objection_id=objection.id,
                due_on=due_on.isoformat(),
            )


@job("support.objection_warn")
def warn(objection_id: int, due_on: str) -> None:
    """Tell who may answer that the answer is due soon."""
    objection = _still_due(objection_id, due_on)
    if objection is not None:
        messages.tell_objection_is_near(objection)


@job("support.objection_late")
def late(objection_id: int, due_on: str) -> None:
    """Tell everybody concerned that the answer is late."""
    objection = _still_due(objection_id, due_on)
    if objection is not None:
        messages.tell_objection_is_late(objection)
        messages.tell_team_objection_is_late(objection)


def _still_due(objection_id: int, due_on: str) -> Objection | None:
    objection = db.session.get(Objection, objection_id)
    if objection is None or not objection.is_open:
        return None
    return objection if objection.due_on == date.fromisoformat(due_on) else None
