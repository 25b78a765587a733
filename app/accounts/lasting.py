"""How long somebody stays signed in: a longest time, and a shorter one for who does nothing.

``LoginSession.expires_at`` is when it is over if nothing more is done. Using the portal moves it
on, in steps: most requests write nothing.
"""

from datetime import datetime, timedelta

from flask import Flask, Response, current_app, g
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from app.accounts.models import LoginSession, User
from app.core import clock
from app.core.db import READING, db
from app.core.transaction import transaction

RESIDENT_DAYS, STAFF_HOURS = timedelta(days=30), timedelta(hours=12)  # however much is done
STEPS = 12  # in which the time of doing nothing is cut: one write in each at most
NOTED = "used session"  # where a request keeps it


def open_lasting(app: Flask) -> None:
    """Let ``app`` write down that sessions are used.

    Call it before transactions are opened: it writes after the one of the page has ended.
    """

    @app.after_request
    def write(response: Response) -> Response:
        used = g.pop(NOTED, None)
        if used is not None:
            db.session.info.pop(READING, None)
            try:
                with transaction():
                    _move_on(*used)
            except OperationalError:
                app.logger.warning("a session was used, and that could not be written down")
        return response


def until(user: User, *, began: datetime) -> datetime:
    """Return when a session of ``user`` that began then is over, if nothing is done from now on."""
    longest = STAFF_HOURS if user.assignments else RESIDENT_DAYS
    return min(began + longest, clock.now() + _idle(user))


def note_use(user: User, fingerprint: str, *, began: datetime, ends: datetime) -> None:
    """Remember that this request uses a session of ``user``, when it is time to write that down."""
    later = until(user, began=began)
    if later - ends >= _idle(user) / STEPS:
        setattr(g, NOTED, (fingerprint, later))


def _idle(user: User) -> timedelta:
    """Return how long ``user`` may do nothing."""
    config = current_app.config
    if user.assignments:
        return timedelta(minutes=config["STAFF_IDLE_MINUTES"])
    return timedelta(days=config["RESIDENT_IDLE_DAYS"])


def _move_on(fingerprint: str, later: datetime) -> None:
    """Let a session last until ``later``, unless it ended or somebody was first."""
    this_one = (LoginSession.fingerprint == fingerprint) & LoginSession.ended_at.is_(None)
    earlier = update(LoginSession).where(this_one, LoginSession.expires_at < later)
    db.session.execute(earlier.values(expires_at=later))
