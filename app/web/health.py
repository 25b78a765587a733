"""Is it alive, and can it serve? For the machine that watches over the portal.

The answers say in a word how it is, and nothing about what is in it: everybody can read them.
"""

import shutil
from datetime import timedelta
from pathlib import Path

from flask import Blueprint, Response, current_app, jsonify
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.core import clock, jobs, schema
from app.core.db import db

bp = Blueprint("health", __name__, url_prefix="/healthz")
PATIENCE = timedelta(minutes=10)  # so long a job may be due before we say that nobody works
LEAST_SPACE = 200 * 1024 * 1024  # bytes free for photos and the journal
GOOD = "ok"
NEEDED = ("database", "schema")  # without these no page can be served


@bp.get("/live")
def live() -> str:
    """Answer without touching anything: the process runs."""
    return "ok"


@bp.get("/ready")
def ready() -> tuple[Response, int]:
    """Answer 200 when pages can be served, else 503; three small statements.

    ``status`` is ``ok``, ``attention`` (it serves, and somebody has to look) or ``down``.
    """
    found = {
        "database": _database(),
        "schema": _schema(),
        "queue": _queue(),
        "disk": _disk(),
    }
    serves = all(found[name] == GOOD for name in NEEDED)
    is_well = all(word == GOOD for word in found.values())
    status = "down" if not serves else GOOD if is_well else "attention"
    answer = jsonify(status=status, revision=schema.newest_revision(), **found)
    answer.headers["Cache-Control"] = "no-store"
    return answer, 200 if serves else 503


def _database() -> str:
    try:
        db.session.execute(text("select 1"))
    except DBAPIError:
        return "away"
    finally:
        db.session.rollback()
    return GOOD


def _schema() -> str:
    """Say whether the database has the schema of this version, or the next step is to migrate."""
    return GOOD if schema.revision() == schema.newest_revision() else "other"


def _queue() -> str:
    try:
        since = jobs.waits_since()
    except DBAPIError:
        return "unknown"
    finally:
        db.session.rollback()
    return "late" if since is not None and since < clock.now() - PATIENCE else GOOD


def _disk() -> str:
    """Say whether there is room where photos and the journal are kept."""
    folders = {Path(current_app.config[name]) for name in ("PHOTOS_FOLDER", "JOURNAL_FOLDER")}
    free = min(shutil.disk_usage(_existing(folder)).free for folder in folders)
    return GOOD if free >= LEAST_SPACE else "full"


def _existing(folder: Path) -> Path:
    """Return ``folder``, or the nearest one above it that is there."""
    return next(path for path in (folder, *folder.parents) if path.exists())
