"""The district teams: for everybody to find, for administrators to describe."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.capacity import queries, rules, service
from app.capacity.forms.hours import TeamForm
from app.capacity.views.blueprint import bp
from app.capacity.words import room
from app.core.permissions import authorize
from app.organisations import queries as organisations
from app.support.models import Expertise


@bp.get("/wijkteams")
def teams() -> str:
    """Show the teams: what they know about, where they work, about how much time there is."""
    found = queries.teams()
    free = queries.free_hours_rounded(found)
    return render_template(
        "capacity/teams.html",
        teams=found,
        rooms={team.id: room(free.get(team.id, 0)) for team in found},
        expertise=dict(Expertise.pairs()),
    )


@bp.get("/beheer/wijkteams")
def keep() -> str:
    """Show every team to those who describe them."""
    authorize(current_user, rules.keep_teams)
    return render_template(
        "capacity/keep.html", teams=queries.teams(), unlisted=queries.unlisted_teams()
    )


@bp.route("/beheer/wijkteams/<int:organisation_id>", methods=["GET", "POST"])
def describe(organisation_id: int) -> ResponseReturnValue:
    """Tell what a team knows about and where it works."""
    authorize(current_user, rules.keep_teams)
    organisation = organisations.found(organisation_id)
    form = TeamForm.of(queries.team_of(organisation.id))
    if form.accepted():
        service.describe_team(
            organisation,
            expertise=form.chosen_expertise(),
            area_ids=form.districts.data or [],
            by=current_user,
        )
        flash(_("Het team is bewaard."))
        return redirect(url_for(".keep"), 303)
    page = render_template("capacity/describe.html", form=form, organisation=organisation)
    return page, form.status
