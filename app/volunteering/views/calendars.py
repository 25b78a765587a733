"""Files for somebody's own calendar: of a sign-up, and of what everybody can come and do."""

from collections.abc import Sequence

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.step_up import just_signed_in
from app.core import tokens
from app.core.errors import NotFound
from app.core.permissions import authorize
from app.core.speech import speaking
from app.initiatives import queries as initiatives
from app.volunteering import calendar_file, queries, rules, service
from app.volunteering.models import VolunteerTask
from app.volunteering.views.blueprint import bp
from app.web import files
from app.web.addresses import whole
from app.web.forms import PortalForm
from app.web.throttle import limiter

CALENDAR = "text/calendar"
READINGS = "60 per hour"  # of one calendar, not for one network: a provider asks for many people


def _asked_for() -> str:
    """Return which calendar is asked for, to count by; the limits keep no secret."""
    return tokens.fingerprint(str((request.view_args or {})["secret"]))


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


@bp.get("/agenda/<secret>.ics")
@limiter.limit(READINGS, key_func=_asked_for)
def feed(secret: str) -> Response:
    """Give a calendar program what one person signed up for, in the language of that person.

    Nobody on the way keeps it, and no search engine lists it.
    """
    found = queries.feed_with(secret)
    if found is None:
        raise NotFound(_("Deze agenda bestaat niet meer."))
    with speaking(found.user.language):
        content = calendar_file.of_person(queries.appointments_of(found.user))
    response = make_response(content)
    response.mimetype = CALENDAR
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.route("/mijn/agenda", methods=["GET", "POST"])
@just_signed_in
def own_calendar() -> ResponseReturnValue:
    """Show how the own calendar stands; POST makes a secret address and shows it, once.

    Behind signing in anew: whoever borrows a phone for a minute could read along for years.
    """
    form = PortalForm.from_request()
    secret = service.make_feed(by=current_user) if form.accepted() else None
    return render_template(
        "volunteering/own_calendar.html",
        form=form,
        feed=queries.feed_of(current_user),
        address=whole("volunteering.feed", secret=secret) if secret else None,
    )


@bp.post("/mijn/agenda/einde")
def end_calendar() -> ResponseReturnValue:
    """Let the own calendar be at no address any more."""
    service.end_feed(by=current_user)
    flash(_("Het adres van je agenda werkt niet meer."))
    return redirect(url_for(".mine"), 303)


def _moments(tasks: Sequence[VolunteerTask], name: str) -> Response:
    """Return the file; without a moment there is none, also for who made the task."""
    shifts = queries.moments_of(tasks) if tasks else []
    if not shifts:
        raise NotFound(_("Er zijn nu geen momenten voor je agenda."))
    return files.answer(calendar_file.of_moments(shifts), CALENDAR, name=name, download=True)
