"""What a volunteer has done: what is noted about it, and saying that it is not right."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import OutOfDate
from app.core.paging import page_of
from app.core.permissions import authorize
from app.volunteering import queries, rules, service, words
from app.volunteering.forms.sign_ups import ObjectionForm
from app.volunteering.views.blueprint import bp


@bp.get("/mijn/aanmeldingen/geweest")
def done() -> str:
    """Show the own past shifts, with what the organiser noted."""
    page = page_of(queries.done_by(current_user), request.args.get("na"))
    return render_template(
        "volunteering/done.html",
        page=page,
        page_url=lambda bookmark: url_for(".done", na=bookmark),
        plans=queries.plans_helped_by(current_user),
        papers=queries.certificates_of(current_user),
        words=words,
    )


@bp.route("/aanmeldingen/<int:sign_up_id>/klopt-niet", methods=["GET", "POST"])
def objection(sign_up_id: int) -> ResponseReturnValue:
    """Say that what is noted about oneself is not right."""
    sign_up = queries.sign_up_for(current_user, sign_up_id)
    authorize(current_user, rules.is_own, sign_up)
    if sign_up.attendance is None:
        raise OutOfDate(_("De organisator heeft nog niets opgeschreven."))
    form = ObjectionForm.from_request(text=sign_up.attendance.objection)
    if form.accepted():
        service.object_to_attendance(sign_up, form.text.data or "", by=current_user)
        flash(_("De organisator krijgt bericht. Je leest hier wat er verandert."))
        return redirect(url_for(".done"), 303)
    page = render_template("volunteering/objection.html", form=form, sign_up=sign_up, words=words)
    return page, form.status
