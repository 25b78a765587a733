"""After a shift, for those who organise: who was there, for how long, and a word of thanks."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from app.core.errors import OutOfDate
from app.core.paging import page_of
from app.core.permissions import authorize
from app.volunteering import queries, rules, service, words
from app.volunteering.forms.attendance import HoursForm, ThanksForm
from app.volunteering.forms.versions import VersionForm
from app.volunteering.models import SignUp
from app.volunteering.views.blueprint import bp

PER_PAGE = 50


@bp.get("/doe-mee/<int:task_id>/geweest")
def begun(task_id: int) -> str:
    """Show the moments of a task that have begun."""
    task = queries.found(current_user, task_id)
    authorize(current_user, rules.see_attendance, task)
    page = page_of(queries.begun_shifts(task), request.args.get("na"))
    return render_template(
        "volunteering/begun.html",
        task=task,
        page=page,
        page_url=lambda bookmark: url_for(".begun", task_id=task.id, na=bookmark),
        left=queries.number_not_noted(page.rows),
        words=words,
    )


@bp.get("/momenten/<int:shift_id>/aanwezigheid")
def attendance(shift_id: int) -> str:
    """Show who had a place, with one button for each that was there and one for each that was not."""
    shift = queries.shift_for(current_user, shift_id)
    authorize(current_user, rules.see_attendance, shift.task)
    page = page_of(queries.with_place_at(shift), request.args.get("na"), size=PER_PAGE)
    return render_template(
        "volunteering/attendance.html",
        shift=shift,
        page=page,
        page_url=lambda bookmark: url_for(".attendance", shift_id=shift.id, na=bookmark),
        bookmark=request.args.get("na"),
        left=queries.number_not_noted([shift]).get(shift.id, 0),
        words=words,
    )


@bp.post("/aanmeldingen/<int:sign_up_id>/aanwezig")
def came(sign_up_id: int) -> ResponseReturnValue:
    """Note that somebody was there for as long as the shift lasted."""
    sign_up = queries.sign_up_for(current_user, sign_up_id)
    return _note(sign_up, sign_up.shift.quarters)


@bp.post("/aanmeldingen/<int:sign_up_id>/afwezig")
def missed(sign_up_id: int) -> ResponseReturnValue:
    """Note that somebody was not there."""
    return _note(queries.sign_up_for(current_user, sign_up_id), 0)


@bp.post("/momenten/<int:shift_id>/iedereen")
def everybody_came(shift_id: int) -> ResponseReturnValue:
    """Note that all others were there."""
    shift = queries.shift_for(current_user, shift_id)
    number = service.note_everybody(shift, by=current_user)
    said = ngettext(
        "Van %(num)s persoon staat nu op dat die er was.",
        "Van %(num)s mensen staat nu op dat ze er waren.",
        number,
    )
    flash(said)
    return redirect(url_for(".attendance", shift_id=shift.id), 303)


@bp.route("/aanmeldingen/<int:sign_up_id>/uren", methods=["GET", "POST"])
def hours(sign_up_id: int) -> ResponseReturnValue:
    """Note that somebody was there for longer or shorter than the shift lasted."""
    sign_up = queries.sign_up_for(current_user, sign_up_id)
    authorize(current_user, rules.note_attendance, sign_up)
    form = HoursForm.from_request(version=_version(sign_up))
    if form.accepted():
        version = form.started_from
        service.note_attendance(sign_up, form.quarters, version=version, by=current_user)
        return _back_to(sign_up)
    page = render_template("volunteering/hours.html", form=form, sign_up=sign_up, words=words)
    return page, form.status


@bp.route("/momenten/<int:shift_id>/bedankje", methods=["GET", "POST"])
def thanks(shift_id: int) -> ResponseReturnValue:
    """Write a word of thanks; when somebody was first, show what they wrote."""
    shift = queries.shift_for(current_user, shift_id)
    authorize(current_user, rules.edit, shift.task)
    form = ThanksForm.from_request(obj=shift, before=shift.thanks)
    has_changed = False
    if form.accepted():
        before = form.before.data or ""
        try:
            service.thank(shift, form.thanks.data or "", before=before, by=current_user)
        except OutOfDate as late:
            if not shift.has_begun:
                raise
            has_changed = True
            form.refuse(late)
            form.before.data = shift.thanks
        else:
            flash(_("Je bedankje is bewaard."))
            return redirect(url_for(".attendance", shift_id=shift.id), 303)
    page = render_template(
        "volunteering/thanks.html", form=form, shift=shift, has_changed=has_changed, words=words
    )
    return page, OutOfDate.status if has_changed else form.status


def _note(sign_up: SignUp, quarters: int) -> ResponseReturnValue:
    version = VersionForm.from_request().started_from
    service.note_attendance(sign_up, quarters, version=version, by=current_user)
    return _back_to(sign_up)


def _back_to(sign_up: SignUp) -> ResponseReturnValue:
    """Lead back to the person on the page, so that the next one is near."""
    place = f"aanmelding-{sign_up.id}"
    page = request.args.get("na")
    there = url_for(".attendance", shift_id=sign_up.shift_id, na=page, _anchor=place)
    return redirect(there, 303)


def _version(sign_up: SignUp) -> int:
    return sign_up.attendance.version if sign_up.attendance else 0
