"""Objecting to a decision, for the team: write it, read how it stands, take it back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core import clock
from app.core.dates import date_words
from app.core.errors import NotFound, Refused
from app.core.permissions import authorize
from app.support import letters, queries, rules, service
from app.support import objection_rules as objecting
from app.support.decisions import Decision
from app.support.forms.objecting import ProtestForm
from app.support.models import SupportRequest
from app.support.objections import LIFE
from app.support.views.blueprint import bp
from app.support.views.noting import note_look
from app.web.forms import PortalForm


@bp.route("/ondersteuning/<int:request_id>/bezwaar/nieuw", methods=["GET", "POST"])
def object_to(request_id: int) -> ResponseReturnValue:
    """Object to the decision on a request."""
    request = queries.found(current_user, request_id)
    decision = _decision_of(request)
    authorize(current_user, objecting.object_to, decision)
    service.expect_no_objection(decision)
    form = ProtestForm.about(decision)
    if form.accepted():
        try:
            made = service.object_to(decision, form.protest(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(
                _(
                    "We hebben je bezwaar ontvangen. Je krijgt een besluit op of voor %(day)s.",
                    day=date_words(made.due_on),
                )
            )
            return redirect(url_for(".objection", request_id=request.id), 303)
    page = render_template(
        "support/object.html",
        form=form,
        support_request=request,
        decision=decision,
        is_late="late" in form,
    )
    return page, form.status


@bp.get("/ondersteuning/<int:request_id>/bezwaar")
def objection(request_id: int) -> str:
    """Show the objection: to its team, and to those who work on requests there."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.read_money, request)
    found = queries.found_objection(request)
    note_look(request)
    return render_template(
        "support/objection.html",
        support_request=request,
        objection=found,
        rules=objecting,
        steps=LIFE.possible(found.state),
        letters=letters,
        today=clock.today(),
    )


@bp.route("/ondersteuning/<int:request_id>/bezwaar/intrekking", methods=["GET", "POST"])
def withdraw_objection(request_id: int) -> ResponseReturnValue:
    """Take the objection back."""
    request = queries.found(current_user, request_id)
    found = queries.found_objection(request)
    authorize(current_user, objecting.withdraw, found)
    service.expect_step(found, "withdraw")
    form = PortalForm()
    if form.accepted():
        service.withdraw_objection(found, by=current_user)
        flash(_("Je bezwaar is ingetrokken."))
        return redirect(url_for(".show", request_id=request.id), 303)
    page = render_template("support/withdraw_objection.html", form=form, support_request=request)
    return page, form.status


def _decision_of(request: SupportRequest) -> Decision:
    decision = queries.decision_of(request)
    if decision is None:
        raise NotFound(_("Er is nog geen besluit."))
    return decision
