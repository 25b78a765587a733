"""The start page: one thing to do first, and what happens in the neighbourhood."""

from flask import render_template

from app.areas import queries as areas
from app.pages import queries
from app.pages.views.blueprint import bp
from app.web.pieces import piece

PIECES = "pages/home_pieces.html"


@bp.get("/")
def home() -> str:
    """Invite people to tell their idea; show how it works and the newest plans."""
    return render_template(
        "pages/home.html",
        welcome=piece(PIECES, "welcome"),
        plans=piece(PIECES, "plans", tuple(queries.newest())),
        ways_on=piece(PIECES, "ways_on", tuple(areas.districts())),
    )
