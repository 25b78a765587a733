"""What a person reads about what we keep of them, how they take a copy, and how it goes."""

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import sessions
from app.accounts.looks import looks_at
from app.accounts.step_up import just_signed_in
from app.core import clock
from app.core.errors import OutOfDate
from app.core.paging import page_of
from app.initiatives import queries as initiatives
from app.privacy import hindrances, queries, service
from app.privacy.forms import EraseForm
from app.web.headers import FORGET
from app.web.throttle import limiter

bp = Blueprint("privacy", __name__)
COPIES = "30 per hour"  # from one network; each reads every table


@bp.get("/mijn/gegevens/overzicht")
def show() -> str:
    """Show which kinds of things are kept of this person, and for how long."""
    return render_template("privacy/show.html", kinds=queries.kinds_of(current_user))


@bp.get("/mijn/gegevens/inzage")
def looks() -> str:
    """Show who of the staff looked at personal data of this person: when, where and why."""
    page = page_of(looks_at(current_user), request.args.get("na"))
    return render_template(
        "privacy/looks.html", page=page, page_url=lambda bookmark: url_for(".looks", na=bookmark)
    )


@bp.get("/mijn/gegevens/kopie")
@just_signed_in
def copy() -> str:
    """Offer a copy of everything that is kept of this person."""
    return render_template("privacy/copy.html")


@bp.post("/mijn/gegevens/kopie")
@limiter.limit(COPIES)
@just_signed_in
def take_copy() -> ResponseReturnValue:
    """Give the copy, as a file."""
    document = service.copy_of(current_user, by=current_user)
    answer = Response(document, mimetype="application/json")
    name = f"mijn-gegevens-{clock.today().isoformat()}.json"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@bp.route("/mijn/gegevens/verwijdering", methods=["GET", "POST"])
@just_signed_in
def erase() -> ResponseReturnValue:
    """Say beforehand what goes and what stays; POST deletes the account, and signs out."""
    form = EraseForm.from_request()
    if form.accepted():
        try:
            service.erase(current_user, by=current_user)
        except OutOfDate:
            return _before_erasing(form), 409
        sessions.end()
        flash(_("Je account is verwijderd. We hebben je dat ook gemaild."))
        answer = redirect(url_for("accounts.signed_out"), 303)
        answer.headers.extend(FORGET)
        return answer
    return _before_erasing(form), form.status


def _before_erasing(form: EraseForm) -> str:
    return render_template(
        "privacy/erase.html",
        form=form,
        hindrances=hindrances.of(current_user),
        handed_over=initiatives.handed_over_by(current_user),
        fates=queries.fates_of(current_user),
    )
