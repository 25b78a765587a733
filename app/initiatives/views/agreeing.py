"""What a resident does with the link to a plan that somebody of the staff wrote down: say yes or no."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import Refused
from app.initiatives import queries, service
from app.initiatives.forms.wizard import SendForm
from app.initiatives.lifecycle import AssistedState
from app.initiatives.queries.words import answers_of, who_answers
from app.initiatives.views.blueprint import WRITES, Row, bp, unshared
from app.web.language import chosen
from app.web.throttle import limiter


@bp.route("/klopt-het/<secret>", methods=["GET", "POST"])
@limiter.limit(WRITES, methods=["POST"])
def agree(secret: str) -> ResponseReturnValue:
    """Show the plan; POST sends it in. Who agreed before reads how it stands."""
    if (way_on := _agreed_before(secret)) is not None:
        return redirect(way_on, 303)
    entry, registration = service.asked_with(secret)
    form = SendForm.from_request()
    if form.accepted():
        try:
            service.agree(secret, language=chosen())
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(_standing(entry.initiative_id), 303)
    answers = [*answers_of(entry.initiative), *who_answers(registration)]
    page = render_template(
        "initiatives/agree.html",
        form=form,
        entry=entry,
        registration=registration,
        rows=[Row(answer.label, answer.value) for answer in answers],
        secret=secret,
    )
    return unshared(page, form.status)


@bp.post("/klopt-het/<secret>/nee")
@limiter.limit(WRITES)
def refuse(secret: str) -> ResponseReturnValue:
    """Throw everything away for who did not ask for this."""
    service.refuse(secret)
    return unshared(render_template("initiatives/refused.html"))


def _agreed_before(secret: str) -> str | None:
    entry = queries.entry_behind(secret)
    is_done = entry is not None and entry.state is AssistedState.CONFIRMED
    return _standing(entry.initiative_id) if entry is not None and is_done else None


def _standing(initiative_id: int) -> str:
    return url_for(".standing", key=queries.standing_key(initiative_id))
