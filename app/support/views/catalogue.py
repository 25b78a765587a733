"""The catalogue: for everybody to read, for administrators to keep."""

from itertools import groupby

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import OutOfDate
from app.core.permissions import authorize
from app.support import queries, rules, service, words
from app.support.forms.catalogue import TypeForm
from app.support.views.blueprint import bp


@bp.get("/hulp")
def catalogue() -> str:
    """Show everything that is on offer, by kind."""
    kinds = [
        (kind, list(types)) for kind, types in groupby(queries.catalogue(), lambda one: one.kind)
    ]
    return render_template("support/catalogue.html", kinds=kinds, words=words)


@bp.get("/hulp/<slug>")
def type_page(slug: str) -> str:
    """Show one line of the catalogue."""
    return render_template("support/type_page.html", one=queries.type_at(slug), words=words)


@bp.get("/beheer/hulp")
def keep() -> str:
    """Show every line to those who keep the catalogue."""
    authorize(current_user, rules.keep_catalogue)
    return render_template("support/keep.html", types=queries.all_types())


@bp.route("/beheer/hulp/nieuw", methods=["GET", "POST"])
def add_type() -> ResponseReturnValue:
    """Add a line."""
    authorize(current_user, rules.keep_catalogue)
    form = TypeForm.filled(None)
    if form.accepted():
        service.add_type(form.plan(), by=current_user)
        flash(_("De hulp staat in het overzicht."))
        return redirect(url_for(".keep"), 303)
    return render_template("support/type_form.html", form=form, one=None, theirs=[]), form.status


@bp.route("/beheer/hulp/<int:type_id>", methods=["GET", "POST"])
def change_type(type_id: int) -> ResponseReturnValue:
    """Change a line."""
    authorize(current_user, rules.keep_catalogue)
    one = queries.found_type(type_id)
    form = TypeForm.filled(one)
    if form.accepted():
        if not form.starts_from(one):
            theirs = form.beside(one)
            page = render_template("support/type_form.html", form=form, one=one, theirs=theirs)
            return page, OutOfDate.status
        service.change_type(one, form.plan(), by=current_user)
        flash(_("De wijziging is bewaard."))
        return redirect(url_for(".keep"), 303)
    return render_template("support/type_form.html", form=form, one=one, theirs=[]), form.status


@bp.post("/beheer/hulp/<int:type_id>/intrekking")
def withdraw_type(type_id: int) -> ResponseReturnValue:
    """Stop offering it."""
    service.withdraw_type(queries.found_type(type_id), by=current_user)
    flash(_("De hulp staat niet meer in het overzicht."))
    return redirect(url_for(".keep"), 303)


@bp.post("/beheer/hulp/<int:type_id>/terugplaatsing")
def restore_type(type_id: int) -> ResponseReturnValue:
    """Offer it again."""
    service.restore_type(queries.found_type(type_id), by=current_user)
    flash(_("De hulp staat weer in het overzicht."))
    return redirect(url_for(".keep"), 303)
