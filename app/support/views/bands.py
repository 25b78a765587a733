"""The bands of amounts, for administrators to keep."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound, OutOfDate, Refused
from app.core.permissions import authorize
from app.support import queries, rules, service
from app.support.bands import Band
from app.support.forms.bands import BandForm
from app.support.views.blueprint import bp


@bp.get("/beheer/bedragen")
def bands() -> str:
    """Show every band to those who keep them."""
    authorize(current_user, rules.keep_catalogue)
    return render_template("support/bands.html", bands=queries.bands())


@bp.route("/beheer/bedragen/<letter>", methods=["GET", "POST"])
def change_band(letter: str) -> ResponseReturnValue:
    """Change a band."""
    authorize(current_user, rules.keep_catalogue)
    band = _found(letter)
    form, theirs = BandForm.about(band), False
    if form.accepted():
        try:
            service.change_band(form.band(band.code), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        except OutOfDate:
            band, theirs = _found(letter), True
            form.version.data = str(band.version)
        else:
            flash(_("De wijziging is bewaard. Die geldt voor vragen die nu nog komen."))
            return redirect(url_for(".bands"), 303)
    page = render_template("support/band_form.html", form=form, band=band, theirs=theirs)
    return page, OutOfDate.status if theirs else form.status


def _found(letter: str) -> Band:
    for band in queries.bands():
        if band.code.value == letter:
            return band
    raise NotFound(_("Deze klasse bestaat niet."))
