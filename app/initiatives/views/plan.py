"""Change a plan and say where it stands."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import looks
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.initiatives import queries, rules, service
from app.initiatives.forms.plan import EditForm, StatusForm
from app.initiatives.lifecycle import LIFE, State
from app.initiatives.models import Initiative
from app.initiatives.queries.words import field_labels, step_labels
from app.initiatives.service.life import STEPS
from app.initiatives.views.blueprint import bp, found


@bp.route("/<int:initiative_id>/wijzigen", methods=["GET", "POST"])
def edit(initiative_id: int) -> ResponseReturnValue:
    """Change the plan; before publication it can be sent in again right away."""
    initiative = _to_edit(initiative_id)
    waiting = queries.waiting_version(initiative)
    form = EditForm.of(initiative, waiting.texts if waiting else initiative.texts)
    if form.accepted():
        try:
            return _keep(initiative, form)
        except OutOfDate as late:
            return _conflict(initiative_id, form, late)
        except Refused as refusal:
            form.refuse(refusal)
    return _edit_page(initiative, form), form.status


@bp.route("/<int:initiative_id>/status", methods=["GET", "POST"])
def status(initiative_id: int) -> ResponseReturnValue:
    """Say where the plan stands: one of the steps that are possible now."""
    initiative = found(initiative_id, rules.archive)
    form = StatusForm.from_request()
    form.step.choices = _choices(initiative)
    if form.accepted():
        try:
            service.take(initiative, form.step.data, by=current_user, reason=form.reason.data or "")
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("De status is nu: %(state)s.", state=initiative.state.label))
            return redirect(url_for(".show", initiative_id=initiative_id), 303)
    page = render_template("initiatives/status.html", initiative=initiative, form=form)
    return page, form.status


def _choices(initiative: Initiative) -> list[tuple[str, str]]:
    """Return the steps to choose from; one that was possible a moment ago still gets an answer."""
    labels, all_steps = step_labels(), rules.live(current_user, initiative)
    offered = {*LIFE.possible(initiative.state), request.form.get("step")}
    steps = [step for step in STEPS if step in offered]
    return [(step, labels[step]) for step in steps if all_steps or step == "archive"]


def _to_edit(initiative_id: int) -> Initiative:
    """Return a plan that the reader runs, or changes for an owner without e-mail."""
    initiative = found(initiative_id)
    if rules.edit_for_owner(current_user, initiative):
        looks.note([initiative.owner_id], looks.Why.HELP, by=current_user, about=initiative.title)
    else:
        authorize(current_user, rules.edit, initiative)
    return initiative


def _deeds(initiative: Initiative) -> tuple[Callable[..., bool], Callable[..., None]]:
    """Return what changes the plan and what sends it in: for oneself, or for its owner."""
    if rules.run_it(current_user, initiative):
        return service.edit, service.submit
    return service.edit_for_owner, service.submit_for_owner


def _keep(initiative: Initiative, form: EditForm) -> ResponseReturnValue:
    edit, submit = _deeds(initiative)
    waits = edit(initiative, form.edited(), seen=form.version.data or 0, by=current_user)
    waiting = queries.waiting_version(initiative) if form.kept and waits else None
    service.insist(waiting or initiative, form.kept, by=current_user)
    if initiative.state == State.CHANGES_REQUESTED and "insturen" in request.form:
        submit(initiative, by=current_user)
        flash(_("Je plan is opnieuw ingestuurd. Een moderator leest het."))
    elif waits:
        flash(
            _("Bewaard. Een moderator leest eerst je nieuwe tekst. Tot dan blijft de oude staan.")
        )
    else:
        flash(_("Bewaard."))
    return redirect(url_for(".show", initiative_id=initiative.id), 303)


def _conflict(initiative_id: int, form: EditForm, late: OutOfDate) -> ResponseReturnValue:
    """Show what stands there now beside what was typed; sending again keeps what was typed."""
    initiative = _to_edit(initiative_id)
    form.version.data = initiative.version
    form.version.raw_data = [str(initiative.version)]
    waiting = queries.waiting_version(initiative)
    now = waiting.texts if waiting else initiative.texts
    typed = form.edited().texts
    labels = field_labels()
    differing = [
        (labels[name], now[name], typed[name]) for name in labels if now[name] != typed[name]
    ]
    return _edit_page(initiative, form, late=late, differing=differing), late.status


def _edit_page(
    initiative: Initiative,
    form: EditForm,
    *,
    late: OutOfDate | None = None,
    differing: list[tuple[str, str, str]] | None = None,
) -> str:
    asked = initiative.state == State.CHANGES_REQUESTED
    return render_template(
        "initiatives/edit.html",
        initiative=initiative,
        form=form,
        late=late,
        differing=differing or [],
        waits=queries.waiting_version(initiative) is not None,
        reason=queries.reason_to_change(initiative) if asked else "",
    )
