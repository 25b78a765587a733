"""Work for later: say in time that a day is near, and when it has passed.

A job holds the day it was planned for. When that day moved, it finds another one and does nothing:
a job for the new day was planned when it moved.
"""

from datetime import date, timedelta

from app.core import clock
from app.core.db import db
from app.core.jobs import job, later
from app.core.workdays import DAY
from app.support import messages
from app.support.delays import Supplement
from app.support.lifecycle import OPEN
from app.support.models import SupportRequest

REMIND_BEFORE = timedelta(days=3)  # of the last day for an answer of the team
WARN_BEFORE = timedelta(days=5)  # of the last day for our own answer


def plan_due_day(request: SupportRequest) -> None:
    """Plan the messages around the last day for our answer; one for each day it ever was."""
    due_on = request.decision_due_on
    if due_on is None:
        return
    for kind, day in (("warn", due_on - WARN_BEFORE), ("late", due_on + DAY)):
        if day > clock.today():
            later(
                f"support.{kind}",
                due_at=clock.morning_of(day),
                dedupe_key=f"support.{kind}.{request.id}.{due_on.isoformat()}",
                request_id=request.id,
                due_on=due_on.isoformat(),
            )


def plan_supplement(supplement: Supplement) -> None:
    """Plan the reminder of a question to the team, and what we say when no answer comes."""
    until = supplement.until
    for kind, day in (("remind", until - REMIND_BEFORE), ("silent", until + DAY)):
        if day > clock.today():
            later(
                f"support.{kind}",
                due_at=clock.morning_of(day),
                dedupe_key=f"support.{kind}.{supplement.id}",
                supplement_id=supplement.id,
            )


@job("support.remind")
def remind(supplement_id: int) -> None:
    """Ask the team once more, while it has not answered."""
    supplement = _unanswered(supplement_id)
    if supplement is not None:
        messages.remind_the_team(supplement.request, supplement)


@job("support.silent")
def silent(supplement_id: int) -> None:
    """Tell everybody concerned that the time to answer passed unused."""
    supplement = _unanswered(supplement_id)
    if supplement is not None:
        messages.tell_time_to_answer_is_over(supplement.request, supplement)
        messages.tell_coordinators_of_silence(supplement.request, supplement)


@job("support.warn")
def warn(request_id: int, due_on: str) -> None:
    """Tell everybody concerned that our answer is due soon."""
    request = _still_due(request_id, due_on)
    if request is not None:
        messages.tell_the_day_is_near(request)
        messages.tell_coordinators_the_day_is_near(request)


@job("support.late")
def late(request_id: int, due_on: str) -> None:
    """Tell everybody concerned that our answer is late."""
    request = _still_due(request_id, due_on)
    if request is not None:
        messages.tell_it_is_late(request)
        messages.tell_coordinators_it_is_late(request)


def _unanswered(supplement_id: int) -> Supplement | None:
    supplement = db.session.get(Supplement, supplement_id)
    if supplement is None or supplement.ended_on or supplement.request.state not in OPEN:
        return None
    return supplement


def _still_due(request_id: int, due_on: str) -> SupportRequest | None:
    request = db.session.get(SupportRequest, request_id)
    if request is None or request.state not in OPEN:
        return None
    return request if request.decision_due_on == date.fromisoformat(due_on) else None
