"""Making and changing a task, for those who run the initiative."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound, OutOfDate, Refused
from app.core.permissions import authorize
from app.initiatives import queries as initiatives
from app.initiatives import service as texts
from app.initiatives.models import Initiative
from app.volunteering import queries, rules, service
from app.volunteering.copying import TaskCopy, next_month_of
from app.volunteering.forms.shifts import NewShiftForm
from app.volunteering.forms.tasks import EditTaskForm, NewTaskForm
from app.volunteering.models import VolunteerTask
from app.volunteering.views.blueprint import bp


@bp.route("/initiatieven/<int:initiative_id>/klussen/nieuw", methods=["GET", "POST"])
def create(initiative_id: int) -> ResponseReturnValue:
    """Make a task with its first moments; ``?kopie=12`` begins with those of another task."""
    initiative = initiatives.found(current_user, initiative_id)
    authorize(current_user, rules.make, initiative)
    copied = _copied(initiative)
    form = NewTaskForm.from_request(copied)
    if not form.wants_another_shift() and form.accepted():
        try:
            task = service.create(initiative, form.plan(), form.shift_plans(), by=current_user)
            texts.insist(task, form.kept, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(
                _("Je klus is ingestuurd. Een moderator leest de tekst. Daarna staat hij online.")
            )
            return redirect(url_for(".show", task_id=task.id), 303)
    page = render_template(
        "volunteering/create.html", form=form, initiative=initiative, is_copy=copied is not None
    )
    return page, form.status


@bp.route("/doe-mee/<int:task_id>/wijziging", methods=["GET", "POST"])
def edit(task_id: int) -> ResponseReturnValue:
    """Change the texts of a task; when somebody was first, show both versions."""
    task = queries.found(current_user, task_id)
    authorize(current_user, rules.edit, task)
    form = EditTaskForm.from_request(obj=task)
    if form.accepted():
        try:
            service.edit(task, form.plan(), version=form.started_from, by=current_user)
            texts.insist(task, form.kept, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        except OutOfDate:
            if form.started_from == task.version:
                raise
            return _both_versions(task, form), OutOfDate.status
        else:
            flash(_("Je wijziging is bewaard."))
            return redirect(url_for(".show", task_id=task.id), 303)
    page = render_template(
        "volunteering/edit.html", form=form, task=task, conflict=False, theirs=[]
    )
    return page, form.status


@bp.post("/doe-mee/<int:task_id>/intrekking")
def withdraw(task_id: int) -> ResponseReturnValue:
    """Take a task back."""
    task = queries.found(current_user, task_id)
    service.withdraw(task, by=current_user)
    flash(_("De klus is ingetrokken. Wie zich had aangemeld, krijgt bericht."))
    return redirect(url_for("initiatives.show", initiative_id=task.initiative_id), 303)


@bp.route("/doe-mee/<int:task_id>/momenten/nieuw", methods=["GET", "POST"])
def add_shift(task_id: int) -> ResponseReturnValue:
    """Add a moment to a task."""
    task = queries.found(current_user, task_id)
    authorize(current_user, rules.edit, task)
    form = NewShiftForm.from_request()
    if form.accepted():
        service.add_shift(task, form.shift.form.plan(), by=current_user)
        flash(_("Het nieuwe moment staat erbij."))
        return redirect(url_for(".people", task_id=task.id), 303)
    return render_template("volunteering/add_shift.html", form=form, task=task), form.status


def _copied(initiative: Initiative) -> TaskCopy | None:
    """Return the task of this plan to begin with, when the address names one."""
    number = request.args.get("kopie", type=int)
    if number is None:
        return None
    task = queries.found(current_user, number)
    if task.initiative_id != initiative.id:
        raise NotFound(_("We kunnen dit niet vinden. Misschien bestaat het niet meer."))
    return next_month_of(task)


def _both_versions(task: VolunteerTask, form: EditTaskForm) -> str:
    """Return the form as it was typed, beside what somebody else saved meanwhile."""
    saved = EditTaskForm(formdata=None, obj=task)
    theirs = [
        (field.label.text, saved[field.name].data)
        for field in form
        if field.name in service.TEXTS and field.data != saved[field.name].data
    ]
    form.version.data = str(task.version)
    return render_template(
        "volunteering/edit.html", form=form, task=task, conflict=True, theirs=theirs
    )
