"""One calm page for everything that cannot be done, with the right status."""

import logging

from flask import Flask, Response, current_app, g, make_response, render_template, request
from flask_babel import gettext as _
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError

from app.core.db import db
from app.core.errors import DomainError, NotAllowed, OutOfDate
from app.web import again

log = logging.getLogger(__name__)
PATIENCE = 120  # seconds after which a browser may try again


def open_errors(app: Flask) -> None:
    """Answer every refusal and every bug of ``app`` with a page."""
    app.register_error_handler(DomainError, refusal_page)
    app.register_error_handler(StaleDataError, _race)
    app.register_error_handler(IntegrityError, _race)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(SecurityError, _another_host)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(500, _bug)


def refusal_page(refusal: DomainError) -> Response:
    """Return the page for a refusal: what is the matter, and how to go on.

    Who asked for what is for others stands in the log of the server: a number and the name of a
    page, never an address, which may hold a key.
    """
    if refusal.status == NotAllowed.status:
        log.warning("not allowed: %s %s by %s", request.method, request.endpoint, current_user.id)
    db.session.rollback()
    return _page(refusal.status, refusal.message)


def _race(error: Exception) -> Response:
    log.info("race: %s", error)
    return refusal_page(
        OutOfDate(
            _("Iemand anders was je net voor. Laad de pagina opnieuw en kijk wat er nu staat.")
        )
    )


def _database_away(error: OperationalError) -> Response:
    log.error("database: %s", error)
    answer = _page_without_database(503)
    answer.headers["Retry-After"] = str(PATIENCE)
    return answer


def _expired(_error: CSRFError) -> Response:
    if again.can_give_back():
        return again.page(400)
    return _page(
        400,
        _("We konden niet zien of dit formulier van jou komt. Ga terug en stuur het nog een keer."),
    )


def _another_host(_error: SecurityError) -> Response:
    """Refuse a request for a host that is not ours: no page, since none of its links would lead here."""
    return Response(_("Dit adres is niet van dit portaal."), 400, mimetype="text/plain")


def _http(error: HTTPException) -> Response:
    if error.response is not None and error.code is not None and error.code < 400:
        return make_response(error.response)
    answer = _page(error.code or 500, "")
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer


def _bug(_error: Exception) -> Response:
    return _page_without_database(500)


def _page_without_database(status: int) -> Response:
    """Return a page that asks the database nothing, not even who reads it: it may be broken."""
    db.session.rollback()
    g._login_user = current_app.login_manager.anonymous_user()  # type: ignore[attr-defined]  # Flask-Login puts it there
    return _page(status, "")


def _page(status: int, message: str) -> Response:
    titles = {
        400: _("Het formulier is niet goed aangekomen"),
        403: _("Je mag deze pagina niet zien"),
        404: _("We kunnen deze pagina niet vinden"),
        405: _("Dit kan niet op deze manier"),
        409: _("Er is iets veranderd"),
        413: _("Dit is te groot om te versturen"),
        422: _("Dit kan zo niet"),
        429: _("Je doet dit te vaak achter elkaar"),
        503: _("De site is even niet bereikbaar"),
    }
    texts = {
        403: _("Je hebt hiervoor geen toestemming. Klopt dat niet? Neem dan contact met ons op."),
        404: _("Misschien is de pagina verplaatst of is de link niet goed overgenomen."),
        405: _("Ga terug naar de vorige pagina en probeer het nog een keer."),
        413: _("Maak je tekst of bestand kleiner en probeer het nog een keer."),
        429: _("Wacht even en probeer het daarna nog een keer."),
        503: _(
            "Probeer het over een paar minuten nog een keer. Wat je eerder hebt bewaard, staat er nog."
        ),
    }
    title = titles.get(status, _("Er ging bij ons iets mis"))
    text = (
        message
        or texts.get(status)
        or _("Dat ligt niet aan jou. Probeer het later nog een keer, of neem contact met ons op.")
    )
    page = render_template("ui/error.html", status=status, title=title, message=text)
    return make_response(page, status)
