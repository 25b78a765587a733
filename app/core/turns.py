"""Turns: some things may be done by one transaction at a time."""

from sqlalchemy import func, select

from app.core.db import db


def take_turn(name: str) -> None:
    """Wait until no other transaction has the turn ``name``, and keep it until this one ends.

    For limits that no constraint can hold, such as "five in an hour". SQLite lets one
    transaction write at a time, so there a writer has the turn already.
    """
    if db.engine.dialect.name == "postgresql":
        number = func.hashtextextended(name, 0)
        db.session.execute(select(func.pg_advisory_xact_lock(number)))
