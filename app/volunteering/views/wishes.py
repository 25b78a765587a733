"""What a volunteer likes to do: told, changed and wiped by the person alone."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.volunteering import queries, service
from app.volunteering.forms.wishes import WishesForm
from app.volunteering.views.blueprint import bp


@bp.route("/mijn/wensen", methods=["GET", "POST"])
def wishes() -> ResponseReturnValue:
    """Ask what somebody likes to do; POST keeps it."""
    known = queries.wishes_of(current_user)
    form = WishesForm.from_request(obj=known)
    if form.accepted():
        service.keep_wishes(form.wishes(), by=current_user)
        flash(_("Bewaard. Dit zijn klussen die bij je passen."))
        return redirect(url_for("matching.fitting"), 303)
    has_home = current_user.neighbourhood_id is not None
    page = render_template("volunteering/wishes.html", form=form, known=known, has_home=has_home)
    return page, form.status


@bp.post("/mijn/wensen/einde")
def wipe_wishes() -> ResponseReturnValue:
    """Forget what somebody likes to do."""
    service.wipe_wishes(by=current_user)
    flash(_("We hebben gewist wat je graag doet."))
    return redirect(url_for(".wishes"), 303)
