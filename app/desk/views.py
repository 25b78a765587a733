"""The work place of everybody with an account: what waits, since when, and what comes next."""

from flask import Blueprint, render_template
from flask_login import current_user
from markupsafe import Markup

from app.desk.items import Section
from app.desk.sections.desk import desk_of
from app.web.pieces import pieces

bp = Blueprint("desk", __name__)


@bp.get("/mijn")
def show() -> str:
    """Show the desk of the person who is signed in; it changes nothing."""
    person = current_user._get_current_object()  # not the proxy: that looks it up at every question
    sections = desk_of(person)
    return render_template(
        "desk/show.html",
        name=person.name,
        sections=[(section, _items(section)) for section in sections],
        waiting=[section for section in sections if section.waiting],
    )


def _items(section: Section) -> list[Markup]:
    return pieces("desk/pieces.html", "item", [(item, item.is_late) for item in section.first])
