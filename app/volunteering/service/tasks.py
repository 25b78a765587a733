"""Making tasks: every text is looked at by a moderator before it is public."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record, take_step
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.initiatives.lifecycle import ENDED, TEXT_LIFE, State, TextState
from app.initiatives.models import Initiative
from app.initiatives.signals import waiting_for_review, withdrawn
from app.volunteering import queries, rules
from app.volunteering.kinds import Tongue, Work
from app.volunteering.models import MinimumAge, VolunteerTask
from app.volunteering.service import places
from app.volunteering.service.shifts import ShiftPlan, call_off, new_shift

TEXTS = ("title", "what", "why", "place", "contact_name", "bring", "risk_note")
SENT_AGAIN = {TextState.RETURNED: "resubmit", TextState.PUBLISHED: "revise"}


@dataclass(frozen=True)
class TaskPlan:
    """What somebody writes about a task."""

    title: str
    what: str
    why: str
    place: str
    contact_name: str
    bring: str
    risk_note: str
    minimum_age: MinimumAge
    organiser_confirms: bool
    work: list[Work]
    teaches: bool
    is_easy: bool
    tongues: list[Tongue]


def create(
    initiative: Initiative, plan: TaskPlan, shifts: Sequence[ShiftPlan], *, by: User
) -> VolunteerTask:
    """Make a task with its first moments, and ask for a look at its texts.

    Raises ``Refused`` (422) without a contact person, a risk note or a moment, ``OutOfDate``
    (409) when the initiative is not going on.
    """
    authorize(by, rules.make, initiative)
    if not rules.takes_tasks(by, initiative):
        raise OutOfDate(_("Je kunt nu geen klus maken bij dit initiatief."))
    _check(plan)
    if not shifts:
        raise Refused(_("Kies minstens één moment."), field="shifts")
    task = VolunteerTask(initiative=initiative, author_id=by.id, **asdict(plan))
    db.session.add(task)
    for shift in shifts:
        new_shift(task, shift)
    db.session.flush()
    record(by, "volunteer_tasks.create", task, new=task.state.value)
    _ask_for_review(task, by)
    return task


def edit(task: VolunteerTask, plan: TaskPlan, *, version: int, by: User) -> None:
    """Change what a task says; other texts are looked at again before they are public.

    ``version`` is the one that ``by`` started from. Raises ``OutOfDate`` (409) when somebody
    saved another one since, or when the task is withdrawn or was refused.
    """
    authorize(by, rules.edit, task)
    places.lock(task)
    if task.version != version:
        raise OutOfDate(_("Iemand anders heeft deze klus net veranderd."))
    if task.state not in {TextState.WAITING, *SENT_AGAIN}:
        raise OutOfDate(_("Deze klus is niet meer te veranderen."))
    _check(plan)
    says_the_same = all(getattr(task, name) == getattr(plan, name) for name in TEXTS)
    for name, value in asdict(plan).items():
        setattr(task, name, value)
    record(by, "volunteer_tasks.edit", task)
    if says_the_same and task.state is TextState.PUBLISHED:
        return
    if task.state in SENT_AGAIN:
        take_step(TEXT_LIFE, task, SENT_AGAIN[task.state], by=by)
    _ask_for_review(task, by)


def withdraw(task: VolunteerTask, *, by: User) -> None:
    """Take a task back: its coming shifts are called off and everybody hears it."""
    authorize(by, rules.edit, task)
    places.lock(task)
    old, _new = take_step(TEXT_LIFE, task, "withdraw", by=by)
    if old is TextState.WAITING:
        withdrawn.send(task, by=by)
    _call_off_all([task], by, _("De klus is ingetrokken."))


def follow(initiative: Initiative, *, old: State, new: State, by: User | None) -> None:
    """Call off everything that was still to come for an initiative that has ended."""
    if new in ENDED and old not in ENDED:
        _call_off_all(queries.tasks_of(initiative), by, _("Het initiatief is gestopt."))


def _check(plan: TaskPlan) -> None:
    if not plan.contact_name:
        raise Refused(_("Vul in wie de contactpersoon is."), field="contact_name")
    if not plan.risk_note:
        raise Refused(_("Schrijf op waar mensen op moeten letten."), field="risk_note")


def _ask_for_review(task: VolunteerTask, author: User) -> None:
    waiting_for_review.send(
        task,
        title=task.title,
        text="\n\n".join(text for name in TEXTS if (text := getattr(task, name))),
        author=author,
        district_id=task.initiative.district_id,
    )


def _call_off_all(tasks: Sequence[VolunteerTask], by: User | None, reason: str) -> None:
    for shifts in queries.coming_shifts(tasks).values():
        for shift in shifts:
            call_off(shift, by=by, reason=reason)
