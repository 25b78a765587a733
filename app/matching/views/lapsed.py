"""Hours that teams took back: what could take their place, a choice, and a word to residents."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.capacity import queries as capacity
from app.capacity import rules
from app.capacity.quarters import words as period
from app.core.errors import OutOfDate
from app.core.paging import page_of
from app.core.permissions import authorize
from app.matching import service
from app.matching.forms.lapsed import CloseForm
from app.matching.lapsed import lapses_of
from app.matching.views.blueprint import bp
from app.matching.views.plans import as_number


@bp.get("/uren-vervallen")
def lapsed() -> str:
    """Show which initiatives lost hours, each with at most two ways on."""
    return _lapsed()


@bp.post("/uren-vervallen/<int:lapsed_id>/vervanging")
def replace_lapsed(lapsed_id: int) -> ResponseReturnValue:
    """Keep other hours instead."""
    one = capacity.found_lapsed(current_user, lapsed_id)
    offer_id, hours = (as_number(request.form.get(name, "")) for name in ("aanbod", "uren"))
    try:
        service.replace_lapsed(one, offer_id, hours, by=current_user)
    except OutOfDate as refusal:
        return _lapsed(refusal.message), refusal.status
    flash(_("De uren zijn vastgelegd. Bewoners en team hebben bericht gekregen."))
    return redirect(url_for(".lapsed"), 303)


@bp.route("/uren-vervallen/<int:lapsed_id>/bericht", methods=["GET", "POST"])
def close_lapsed(lapsed_id: int) -> ResponseReturnValue:
    """Tell residents that there are no other hours, and why."""
    one = capacity.found_lapsed(current_user, lapsed_id)
    authorize(current_user, rules.answer_lapsed, one)
    form = CloseForm.from_request()
    if form.accepted():
        service.close_lapsed(one, form.reason.data or "", by=current_user)
        flash(_("De bewoners hebben bericht gekregen."))
        return redirect(url_for(".lapsed"), 303)
    return render_template("matching/close_lapsed.html", form=form, lapsed=one), form.status


def _lapsed(refused: str = "") -> str:
    page = page_of(capacity.lapsed_for(current_user), request.args.get("na"))
    return render_template(
        "matching/lapsed.html",
        refused=refused,
        page=page,
        page_url=lambda bookmark: url_for(".lapsed", na=bookmark),
        lapses=lapses_of(page.rows),
        may_answer=lambda one: rules.answer_lapsed(current_user, one),
        period=period,
    )
