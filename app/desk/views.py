"""The work place of everybody with an account: what waits, since when, and what comes next."""

from flask import Blueprint, render_template
from flask_login import current_user

from app.desk.sections.desk import desk_of

bp = Blueprint("desk", __name__)


@bp.get("/mijn")
def show() -> str:
    """Show the desk of the person who is signed in; it changes nothing."""
    sections = desk_of(current_user)
    return render_template(
        "desk/show.html",
        sections=sections,
        waiting=[section for section in sections if section.waiting],
    )
