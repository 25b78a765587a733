"""The answer to "what is the status?", behind a link in the mail: without signing in."""

from flask import Response, render_template
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound
from app.initiatives import queries, rules
from app.initiatives.views.blueprint import bp, unshared


@bp.get("/stand/<key>")
def standing(key: str) -> Response:
    """Show how a plan stands, since when, what comes next, and whom to call."""
    initiative = queries.plan_behind(key)
    if initiative is None:
        raise NotFound(_("Deze link kennen we niet. Misschien is hij niet goed overgenomen."))
    page = render_template(
        "initiatives/standing.html",
        initiative=initiative,
        standing=queries.standing_of(initiative),
        may_view=rules.view(current_user, initiative),
    )
    return unshared(page)
