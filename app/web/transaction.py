"""One request is one transaction: kept after a successful write, undone otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response, request
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError

from app.core.db import IMMEDIATE, READING, db
from app.core.errors import OutOfDate
from app.web.errors import refusal_page

READS = {"GET", "HEAD", "OPTIONS"}
RACES = (StaleDataError, IntegrityError, OperationalError)


def open_transactions(app: Flask) -> None:
    """Begin and end a transaction around every request of ``app``."""
    app.before_request(_begin)
    app.after_request(_end)
    app.teardown_request(_forget)


@contextmanager
def paused() -> Iterator[None]:
    """Let others write while a request does something long, before it wrote anything itself."""
    db.session.rollback()
    yield
    db.session.connection(execution_options=IMMEDIATE)


def _begin() -> None:
    if request.method in READS:
        db.session.info[READING] = True
    else:
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


def _forget(_error: BaseException | None) -> None:
    db.session.info.pop(READING, None)


def changed_meanwhile() -> OutOfDate:
    """Return the refusal for two people who changed the same thing at the same moment."""
    return OutOfDate(
        _("Iemand anders heeft dit net veranderd. Laad de pagina opnieuw en kijk wat er nu staat.")
    )
