"""Between the places and the people of a registration: plans nearby that look like it."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.areas import queries as areas
from app.initiatives import queries
from app.initiatives.views import draft
from app.initiatives.views.blueprint import bp


@bp.get("/nieuw/lijkt-erop")
def alike() -> ResponseReturnValue:
    """Show plans nearby that look like the draft; straight on to the next page when there are none."""
    known = draft.current()
    plans = queries.alike_near(known.initiative) if known else []
    if not plans:
        return redirect(url_for(".who"), 303)
    places = {one.id: areas.names(one.neighbourhood_id, one.district_id) for one in plans}
    return render_template("initiatives/alike.html", plans=plans, places=places)
