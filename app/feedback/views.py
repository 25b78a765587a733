"""The question how a plan went, behind the link in a mail: without signing in."""

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.core.errors import NotFound, Refused
from app.feedback import queries, service
from app.feedback.models import Ask, Verdict
from app.web.throttle import limiter

WRITES = "300 per hour"  # answers from one network
bp = Blueprint("feedback", __name__)


@bp.get("/hoe-ging-het/<secret>")
def show(secret: str) -> Response:
    """Show the three answers; a mail scanner that opens the link presses none of them.

    Who else has the link does not read what was answered, only that something was.
    """
    page = render_template(
        "feedback/show.html", ask=_found(secret), secret=secret, verdicts=list(Verdict)
    )
    answer = make_response(page)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@bp.post("/hoe-ging-het/<secret>")
@limiter.limit(WRITES)
def answer(secret: str) -> ResponseReturnValue:
    """Keep the answer, and say once which one it was to who gave it."""
    ask = _found(secret)
    try:
        verdict = Verdict.of(request.form.get("verdict", ""))
    except ValueError as wrong:
        raise Refused(_("Kies een van de drie antwoorden.")) from wrong
    service.answer(ask, verdict)
    flash(_("Bedankt! Je koos: %(verdict)s.", verdict=verdict.label))
    return redirect(url_for(".show", secret=secret), 303)


def _found(secret: str) -> Ask:
    ask = queries.ask_behind(secret)
    if ask is None:
        raise NotFound(
            _("Deze vraag is voorbij, of de link klopt niet. Antwoorden kan drie weken lang.")
        )
    if not ask.initiative.is_public:
        raise NotFound(_("Dit plan staat nu niet op de site. Antwoorden kan nu niet."))
    return ask
