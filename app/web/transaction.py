"""One request is one transaction: kept after a successful write, undone otherwise."""

from flask import Flask, Response, request
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from app.core.db import IMMEDIATE, db
from app.core.errors import OutOfDate
from app.web.errors import refusal_page

READS = {"GET", "HEAD", "OPTIONS"}
RACES = (StaleDataError, IntegrityError, OperationalError)


def open_transactions(app: Flask) -> None:
    """Begin and end a transaction around every request of ``app``."""
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    if request.method not in READS:
        db.session.connection(execution_options=IMMEDIATE)


def _end(response: Response) -> Response:
    if request.method in READS or response.status_code >= 400:
        db.session.rollback()
        return response
    try:
        db.session.commit()
    except RACES:
        db.session.rollback()
        return refusal_page(changed_meanwhile())
    return response


def changed_meanwhile() -> OutOfDate:
    """Return the refusal for two people who changed the same thing at the same moment."""
    return OutOfDate(
        _("Iemand anders heeft dit net veranderd. Laad de pagina opnieuw en kijk wat er nu staat.")
    )
