"""Tasks that fit a volunteer, and asking volunteers for a task. The volunteer chooses."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.matching import messages, queries, rules
from app.matching.engine.explain import Explanation
from app.matching.engine.volunteers.fit import tasks_for, volunteers_for, why
from app.volunteering import queries as volunteering
from app.volunteering.models import Shift, VolunteerTask
from app.volunteering.service import REST, note_asked
from app.volunteering.service.places import lock
from app.volunteering.wishes import TaskCall, VolunteerWishes

HANDFUL = 5  # tasks on a page: a choice, not a catalogue
FOR_ONE_PLACE = 4  # people asked: about one contact in four leads to a match
MOST_ASKED = 20


@dataclass(frozen=True)
class Fitting:
    """A moment that fits, and why."""

    shift: Shift
    reasons: tuple[Explanation, ...]


def fitting_for(wishes: VolunteerWishes) -> list[Fitting]:
    """Return the few tasks that fit what a volunteer told, the best first. Keeps nothing."""
    shifts = queries.moments_near(wishes)
    volunteer = queries.volunteer_of(wishes)
    fits = tasks_for(volunteer, map(queries.as_moment, shifts.values()), HANDFUL)
    return [Fitting(shifts[fit.match.moment.id], why(fit)) for fit in fits]


def call_volunteers(task: VolunteerTask, *, by: User) -> TaskCall:
    """Ask volunteers whom ``task`` fits to look at it; nobody hears who they are.

    Only who wants to be asked, each at most once a week, and a task asks once a week: pressing
    again returns the call that was made. Raises ``OutOfDate`` (409) when nobody can sign up for
    the task, ``Refused`` (422) without a free place, or when it fits nobody now.
    """
    authorize(by, rules.call_volunteers, task)
    lock(task)
    made = recent_call(task)
    if made is not None:
        return made
    if not task.is_open:
        raise OutOfDate(_("Mensen kunnen zich nu niet aanmelden voor deze klus."))
    shifts = queries.moments_of_task(task)
    free = sum(shift.free for shift in shifts.values())
    if not free:
        raise Refused(_("Er is geen plek vrij in de komende zes weken."))
    moments = [queries.as_moment(shift) for shift in shifts.values()]
    order = volunteers_for(moments, queries.who_may_be_asked(task))
    number = _ask(order, task, most=min(MOST_ASKED, FOR_ONE_PLACE * free))
    if not number:
        raise Refused(_("Nu past de klus bij niemand die we mogen vragen. Probeer het later."))
    call = TaskCall(task=task, number=number)
    db.session.add(call)
    record(by, "task_calls.ask", call, reason=str(number))
    return call


def recent_call(task: VolunteerTask) -> TaskCall | None:
    """Return the call for ``task`` of less than a week ago."""
    last = volunteering.last_call(task)
    return last if last is not None and last.made_at > clock.now() - REST else None


def _ask(people: tuple[int, ...], task: VolunteerTask, *, most: int) -> int:
    """Ask the first of ``people`` who may still be asked, and return how many those were."""
    number = 0
    for person_id in people:
        if number == most:
            break
        person = db.session.get_one(User, person_id)
        if note_asked(person, task):
            messages.ask_volunteer(person, task)
            number += 1
    return number
