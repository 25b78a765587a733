"""The pages that belong to no room."""

from flask import Blueprint, render_template

bp = Blueprint("pages", __name__)


@bp.get("/")
def home() -> str:
    """Show the start page."""
    return render_template("pages/home.html")
