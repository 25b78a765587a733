"""The work place of everybody with an account: what waits, since when, and what comes next."""

from flask import Blueprint, render_template
from flask_login import current_user

from app.core import clock
from app.desk.sections.desk import desk_of
from app.web.pieces import piece, pieces

PIECES = "desk/pieces.html"

bp = Blueprint("desk", __name__)


@bp.get("/mijn")
def show() -> str:
    """Show the desk of the person who is signed in; it changes nothing."""
    person = current_user._get_current_object()  # not the proxy: that looks it up at every question
    sections, today = desk_of(person), clock.today()
    waiting = tuple((one.code, one.title, one.number) for one in sections if one.waiting)
    return render_template(
        "desk/show.html",
        greeting=piece(PIECES, "greeting", person.name, waiting),
        sections=pieces(PIECES, "section", [(section, today) for section in sections]),
        contact=piece("ui/macros/contact.html", "contact_block"),
        keys=piece("ui/keys.html", "keys_of", person.permissions) if person.assignments else "",
    )
