"""Register a plan on one page, that a phone keeps and sends when it has internet again."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.core import tokens
from app.core.errors import NotAllowed, Refused
from app.initiatives import service
from app.initiatives.forms.offline import OfflineForm
from app.initiatives.queries.words import step_titles
from app.initiatives.views.blueprint import WRITES, bp
from app.web import again
from app.web.throttle import limiter


@bp.route("/nieuw/offline", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def offline() -> ResponseReturnValue:
    """Ask everything at once; POST keeps a draft of nobody, which the key opens.

    Cookies mean nothing here: a phone sends by itself, whoever is signed in by then. The script of
    the page asks for JSON and gets the way on; without scripts the browser goes there.
    """
    if request.method == "POST" and not again.stood_on_our_page():
        raise NotAllowed(_("Dit formulier kwam van een andere site. Vul het hier in."))
    form = OfflineForm.from_request(key=tokens.secret())
    if form.accepted():
        try:
            service.take_from_phone(form.key.data or "", form.answers())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            way_on = url_for(".resume", secret=form.key.data)
            if request.accept_mimetypes.best == "application/json":
                return {"address": way_on}, 201
            return redirect(way_on, 303)
    page = render_template("initiatives/offline.html", form=form, steps=step_titles())
    return page, form.status
