"""Which revision of the schema the database has, and which one this version works with."""

from functools import cache

from alembic.script import ScriptDirectory
from flask import current_app
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.core.db import db


def revision() -> str:
    """Return the revision of the schema in the database; empty when it has none."""
    try:
        return str(db.session.scalar(text("select version_num from alembic_version")) or "")
    except DBAPIError:
        return ""
    finally:
        db.session.rollback()


def newest_revision() -> str:
    """Return the revision that this version of the portal works with; read once, in some 20 ms."""
    return _head(str(current_app.extensions["migrate"].directory))


@cache
def _head(folder: str) -> str:
    return ScriptDirectory(folder).get_current_head() or ""
