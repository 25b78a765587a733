"""One step for many requests: choose them in the list, confirm, read what came of each, turn it back."""

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask import request as web
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from app.core.errors import Refused
from app.core.permissions import authorize
from app.support import queries, rules, service
from app.support.batches import MOST, Outcome
from app.support.forms.requests import OpenFilterForm
from app.support.forms.together import TogetherForm, numbers_in
from app.support.models import SupportRequest
from app.support.views.blueprint import bp


@bp.route("/ondersteuning/samen", methods=["GET", "POST"])
def together() -> ResponseReturnValue:
    """Show which requests were chosen and what can be done with them; POST does it."""
    authorize(current_user, rules.work_together)
    filters = OpenFilterForm.from_address()
    back = url_for(".index", **dict[str, Any](filters.arguments()))
    requests, fitting = _chosen(filters)
    if not requests:
        return render_template("support/none_chosen.html", back=back), Refused.status
    colleagues = queries.colleagues(current_user, requests)
    form = TogetherForm.among(colleagues)
    if form.accepted():
        to = form.chosen_among(colleagues)
        try:
            batch = service.do_together(
                requests, form.key.data or "", form.chosen_deed, by=current_user, to=to
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(url_for(".batch", batch_id=batch.id), 303)
    page = render_template(
        "support/together.html",
        form=form,
        requests=requests,
        fitting=fitting,
        most=MOST,
        back=back,
    )
    return page, form.status


@bp.get("/ondersteuning/samen/<int:batch_id>")
def batch(batch_id: int) -> str:
    """Show what came of each request."""
    found = queries.found_batch(current_user, batch_id)
    return render_template(
        "support/batch.html",
        batch=found,
        done=found.number_of(Outcome.DONE),
        undone=found.number_of(Outcome.UNDONE),
        Outcome=Outcome,
    )


@bp.post("/ondersteuning/samen/<int:batch_id>/terug")
def undo_batch(batch_id: int) -> ResponseReturnValue:
    """Turn back what was done, where nobody acted since."""
    found = queries.found_batch(current_user, batch_id)
    service.undo(found, by=current_user)
    number = found.number_of(Outcome.UNDONE)
    flash(
        ngettext("%(num)s vraag is teruggedraaid.", "%(num)s vragen zijn teruggedraaid.", number)
        if number
        else _("Er is niets teruggedraaid.")
    )
    return redirect(url_for(".batch", batch_id=batch_id), 303)


def _chosen(filters: OpenFilterForm) -> tuple[Sequence[SupportRequest], int]:
    """Return the requests that were ticked, or all that fit; and how many fit."""
    sent = web.form if web.method == "POST" else web.args
    if "alles" not in sent:
        requests = queries.chosen(current_user, numbers_in(sent.getlist("vraag")))
        return requests, len(requests)
    only = filters.chosen()
    numbers = queries.first_of(current_user, only)
    return queries.chosen(current_user, numbers), queries.numbers_of(current_user, [only])[0]
