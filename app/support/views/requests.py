"""The page of a request."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core import clock
from app.core.permissions import authorize
from app.support import letters, queries, rules, service, signals, term_words, words
from app.support import objection_rules as objecting
from app.support.forms.requests import OpenFilterForm, WithdrawForm
from app.support.lifecycle import LIFE, OPEN
from app.support.models import SupportRequest
from app.support.views.blueprint import bp
from app.support.views.noting import note_look
from app.support.views.queue import address


@bp.get("/ondersteuning/<int:request_id>")
def show(request_id: int) -> ResponseReturnValue:
    """Show a request: to its team, to those who answer, each with their own part."""
    request = queries.found(current_user, request_id)
    if rules.is_draft(current_user, request):
        return redirect(url_for(".check", request_id=request.id))
    note_look(request)
    may_read = rules.read_money(current_user, request)
    is_staff = rules.read_advice(current_user, request)
    filters = OpenFilterForm.from_address() if rules.list_open(current_user, None) else None
    return render_template(
        "support/show.html",
        support_request=request,
        initiative=request.initiative,
        decision=queries.decision_of(request),
        sent=queries.letters_about(request) if may_read else [],
        proposal=request.standing_proposal if is_staff else None,
        past=words.past(request, with_reasons=is_staff),
        ahead=words.ahead(request),
        rows=words.explanation_rows(request),
        steps=LIFE.possible(request.state),
        panels=signals.panels(request, actor=current_user),
        rules=rules,
        letters=letters,
        words=words,
        term_words=term_words,
        supplement=request.open_supplement,
        intentions=queries.intentions_about(request) if may_read else [],
        objection=queries.objection_about(request) if may_read else None,
        objecting=objecting,
        today=clock.today(),
        OPEN=OPEN,
        list_url=address(".index", filters) if filters else "",
        request_url=lambda number: address(".show", filters, request_id=number),
        beside=_beside(request, filters) if filters else queries.Beside(None, None),
    )


@bp.route("/ondersteuning/<int:request_id>/intrekking", methods=["GET", "POST"])
def withdraw(request_id: int) -> ResponseReturnValue:
    """Take a request back."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.withdraw, request)
    service.expect(request, "withdraw")
    form = WithdrawForm.from_request()
    if form.accepted():
        service.withdraw(request, by=current_user, reason=form.reason.data or "")
        flash(_("Je vraag is ingetrokken."))
        return redirect(url_for("initiatives.show", initiative_id=request.initiative_id), 303)
    return render_template("support/withdraw.html", form=form, support_request=request), form.status


def _beside(request: SupportRequest, filters: OpenFilterForm) -> queries.Beside:
    return queries.beside(queries.open_requests(current_user, filters.chosen()), request)
