"""Tasks that fit: for the volunteer who told what they like, and asking people for a task."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.matching import service, words
from app.matching.views.blueprint import bp
from app.volunteering import queries
from app.volunteering import service as volunteering
from app.volunteering import words as of_tasks


@bp.get("/mijn/past-bij-jou")
def fitting() -> str:
    """Show a handful of tasks that fit what somebody told, each with its reasons."""
    wishes = queries.wishes_of(current_user)
    return render_template(
        "matching/fitting.html",
        wishes=wishes,
        found=service.fitting_for(wishes) if wishes else [],
        hidden=queries.number_hidden(current_user),
        because=words.fits_because,
        words=of_tasks,
    )


@bp.post("/doe-mee/<int:task_id>/niet-voor-mij")
def hide(task_id: int) -> ResponseReturnValue:
    """Do not show somebody this task as a suggestion any more."""
    volunteering.hide_task(queries.found(current_user, task_id), by=current_user)
    flash(_("We laten je deze klus hier niet meer zien."))
    return redirect(url_for(".fitting"), 303)


@bp.post("/mijn/past-bij-jou/verborgen")
def show_hidden() -> ResponseReturnValue:
    """Show somebody the hidden tasks again."""
    volunteering.show_hidden(by=current_user)
    flash(_("Je ziet weer alle klussen die passen."))
    return redirect(url_for(".fitting"), 303)
