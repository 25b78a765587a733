"""Files for somebody's own calendar: of a sign-up, and of what everybody can come and do."""

from collections.abc import Sequence

from flask import Response
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.core.permissions import authorize
from app.initiatives import queries as initiatives
from app.volunteering import calendar_file, queries, rules
from app.volunteering.models import VolunteerTask
from app.volunteering.views.blueprint import bp
from app.web import files

CALENDAR = "text/calendar"


@bp.get("/aanmeldingen/<int:sign_up_id>.ics")
def calendar(sign_up_id: int) -> Response:
    """Give the own sign-up."""
    found = queries.sign_up_for(current_user, sign_up_id)
    authorize(current_user, rules.is_own, found)
    content, name = calendar_file.of_sign_up(found), f"aanmelding-{found.id}.ics"
    return files.answer(content, CALENDAR, name=name, download=True)


@bp.get("/doe-mee/<int:task_id>.ics")
def task_calendar(task_id: int) -> Response:
    """Give the moments of a public task."""
    task = queries.found(current_user, task_id)
    return _moments([task] if task.is_public else [], f"klus-{task_id}.ics")


@bp.get("/initiatieven/<int:initiative_id>.ics")
def plan_calendar(initiative_id: int) -> Response:
    """Give the moments of all public tasks of a plan."""
    initiative = initiatives.found(current_user, initiative_id)
    tasks = queries.public_tasks_of(initiative) if initiative.is_public else []
    return _moments(tasks, f"plan-{initiative_id}.ics")


def _moments(tasks: Sequence[VolunteerTask], name: str) -> Response:
    """Return the file; without a moment there is none, also for who made the task."""
    shifts = queries.moments_of(tasks) if tasks else []
    if not shifts:
        raise NotFound(_("Er zijn nu geen momenten voor je agenda."))
    return files.answer(calendar_file.of_moments(shifts), CALENDAR, name=name, download=True)
