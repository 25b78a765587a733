"""What a person reads about what we keep of them, and how they take a copy."""

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.accounts.step_up import just_signed_in
from app.core import clock
from app.privacy import queries, service
from app.web.throttle import limiter

bp = Blueprint("privacy", __name__)
COPIES = "30 per hour"  # from one network; each reads every table


@bp.get("/mijn/gegevens/overzicht")
def show() -> str:
    """Show which kinds of things are kept of this person, and for how long."""
    return render_template("privacy/show.html", kinds=queries.kinds_of(current_user))


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
