"""The page on which a coordinator sees who could help with a request, and why."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug import Response

from app.areas import queries as areas
from app.matching import queries, rules, service
from app.matching.lists import lists_of
from app.matching.plan_needs import weights
from app.matching.views.blueprint import bp


@bp.get("/ondersteuning/<int:request_id>/kansen")
def show(request_id: int) -> str:
    """Show for each need who could answer it, in order, and why the others cannot."""
    asked = queries.found(current_user, request_id)
    ranking = service.suggest_for(asked, by=current_user)
    return render_template(
        "matching/show.html",
        asked=asked,
        lists=lists_of(ranking, asked.needs, queries.invitations_of(asked)),
        may_invite=rules.is_open(current_user, asked),
        place=areas.by_id(asked.initiative.neighbourhood_id or 0),
        weights=weights(),
    )


@bp.post("/ondersteuning/<int:request_id>/reactieverzoeken")
def invite(request_id: int) -> Response:
    """Ask one team or organisation to respond."""
    asked = queries.found(current_user, request_id)
    invitation = service.invite(asked, request.form.get("aanbod", "")[:40], by=current_user)
    name = invitation.organisation.name
    flash(_("%(name)s krijgt nu de vraag om te reageren.", name=name))
    return redirect(url_for(".show", request_id=asked.id), 303)
