"""Asking volunteers for a task, for who organises it: how many, and never who."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from flask_login import current_user

from app.core.errors import Refused
from app.core.permissions import authorize
from app.matching import rules, service
from app.matching.views.blueprint import bp
from app.volunteering import queries
from app.volunteering.service import REST
from app.web.forms import PortalForm


@bp.route("/doe-mee/<int:task_id>/vrijwilligers-vragen", methods=["GET", "POST"])
def call(task_id: int) -> ResponseReturnValue:
    """Tell what asking does, and when it was last done; POST asks, once a week."""
    task = queries.found(current_user, task_id)
    authorize(current_user, rules.call_volunteers, task)
    form = PortalForm.from_request()
    if form.accepted():
        try:
            made = service.call_volunteers(task, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(
                ngettext(
                    "We vroegen %(num)s vrijwilliger om te kijken.",
                    "We vroegen %(num)s vrijwilligers om te kijken.",
                    made.number,
                )
            )
            return redirect(url_for(".call", task_id=task.id), 303)
    recent = service.recent_call(task)
    page = render_template(
        "matching/call.html",
        form=form,
        task=task,
        recent=recent,
        again_on=recent.made_at + REST if recent else None,
    )
    return page, form.status
