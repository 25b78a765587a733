"""Who was there as a file for a spreadsheet, with the day on which each line has to go."""

from decimal import Decimal

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.step_up import just_signed_in
from app.core import clock
from app.core.dates import time_words
from app.core.permissions import authorize
from app.organisations.models import Organisation
from app.volunteering import queries, rules, service
from app.volunteering.models import REMEMBERED, VolunteerTask
from app.volunteering.views.blueprint import bp
from app.volunteering.views.organisations import administered
from app.web.csv import Cell, csv_file
from app.web.forms import PortalForm
from app.web.throttle import limiter

FILES = "60 per hour"  # for one network


@bp.route("/doe-mee/<int:task_id>/geweest/bestand", methods=["GET", "POST"])
@limiter.limit(FILES, methods=["POST"])
@just_signed_in
def take_file_of_task(task_id: int) -> ResponseReturnValue:
    """Say what will be in the file of a task; POST gives it, and writes in the log who took it."""
    task = queries.found(current_user, task_id)
    authorize(current_user, rules.see_attendance, task)
    return _take(task, task.title, back=url_for(".people", task_id=task.id))


@bp.route("/organisaties/<slug>/klussen/bestand", methods=["GET", "POST"])
@limiter.limit(FILES, methods=["POST"])
@just_signed_in
def take_file_of_organisation(slug: str) -> ResponseReturnValue:
    """Say what will be in the file of all tasks of an organisation; POST gives it."""
    organisation = administered(slug)
    return _take(organisation, organisation.name, back=url_for(".of_organisation", slug=slug))


def _take(of: VolunteerTask | Organisation, name: str, *, back: str) -> ResponseReturnValue:
    form = PortalForm()
    if form.accepted():
        rows = service.take_attendance(of, by=current_user)
        return csv_file(f"wie-was-er-{clock.today()}", _headings(), map(_cells, rows))
    number = queries.number_present(of)
    page = render_template(
        "volunteering/take_attendance.html", form=form, name=name, back=back, number=number
    )
    return page, form.status


def _headings() -> list[str]:
    return [
        *(_("Initiatief"), _("Klus"), _("Dag"), _("Van"), _("Tot"), _("Naam")),
        *(_("Was er"), _("Uren"), _("Verwijder uiterlijk op")),
    ]


def _cells(row: queries.Presence) -> list[Cell]:
    quarters = row.quarters
    came = _("niet opgeschreven") if quarters is None else _("ja") if quarters else _("nee")
    return [
        *(row.plan, row.task, clock.day_of(row.starts_at)),
        *(time_words(row.starts_at), time_words(row.ends_at), row.name, came),
        None if quarters is None else Decimal(quarters) / 4,
        clock.day_of(row.ends_at + REMEMBERED),
    ]
