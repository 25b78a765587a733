"""What leads from outside the portal to a plan: its short address, and the picture beside a link."""

from flask import Response, current_app, redirect, url_for
from flask.typing import ResponseReturnValue

from app.areas import queries as areas
from app.initiatives.views.blueprint import bp, found, public, short
from app.web import files
from app.web.share_picture import SharePicture, png
from app.web.throttle import limiter

PICTURES = "600 per hour"  # for one network: message programs ask for many


@short.get("/i/<int:initiative_id>", strict_slashes=False)
def plan(initiative_id: int) -> ResponseReturnValue:
    """Lead somebody who typed the address from paper to the plan.

    Not for good (302, not 301): paper hangs for years, a browser remembers 301 as long, and
    meanwhile the page may move.
    """
    return redirect(url_for("initiatives.show", initiative_id=found(initiative_id).id), 302)


@bp.get("/<int:initiative_id>.png")
@limiter.limit(PICTURES)
def picture(initiative_id: int) -> Response:
    """Give the picture that message programs show beside a link to a public plan."""
    initiative = public(initiative_id)
    place = areas.names(*filter(None, (initiative.neighbourhood_id, initiative.district_id)))
    content = png(SharePicture(initiative.title, place, current_app.config["PORTAL_NAME"]))
    return files.answer(content, "image/png", name=f"plan-{initiative_id}.png")
