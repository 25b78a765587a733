"""Is it alive, and can it serve? For the machine that watches over the portal."""

from flask import Blueprint
from sqlalchemy import text

from app.core.db import db

bp = Blueprint("health", __name__, url_prefix="/healthz")


@bp.get("/live")
def live() -> str:
    """Answer without touching anything: the process runs."""
    return "ok"


@bp.get("/ready")
def ready() -> str:
    """Answer when the database does too."""
    db.session.execute(text("select 1"))
    return "ok"
