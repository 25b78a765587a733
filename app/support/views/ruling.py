"""Answering objections: those that wait, a hearing, more time, and the answer."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core import clock
from app.core.dates import date_words
from app.core.errors import DomainError, OutOfDate, Refused
from app.core.permissions import authorize
from app.initiatives.rules import places_of
from app.support import objection_rules as rules
from app.support import queries, service
from app.support.forms.ruling import HearingForm, PutOffForm, RulingForm
from app.support.models import SupportRequest
from app.support.objections import Objection
from app.support.views.blueprint import bp
from app.support.views.noting import note_look


@bp.get("/bezwaren")
def objections() -> str:
    """Show the objections that wait for an answer, the first due first."""
    return render_template(
        "support/objections.html",
        objections=queries.open_objections(current_user),
        rules=rules,
        today=clock.today(),
    )


@bp.route("/ondersteuning/<int:request_id>/bezwaar/uitstel", methods=["GET", "POST"])
def postpone_objection(request_id: int) -> ResponseReturnValue:
    """Put the answer off, once."""
    request, found = _found(request_id)
    service.expect_step(found, "decide")
    service.expect_postponable(found)
    form = PutOffForm()
    if form.accepted():
        service.postpone_objection(found, form.why.data or "", by=current_user)
        day = date_words(found.due_on)
        flash(_("De nieuwe laatste dag is %(day)s. Het team weet het.", day=day))
        return redirect(url_for(".objection", request_id=request.id), 303)
    page = render_template(
        "support/postpone_objection.html", form=form, support_request=request, objection=found
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/bezwaar/gesprek", methods=["GET", "POST"])
def note_hearing(request_id: int) -> ResponseReturnValue:
    """Keep that the team was heard."""
    request, found = _found(request_id)
    service.expect_step(found, "hear")
    form = HearingForm.today()
    if form.accepted():
        try:
            words = form.words.data or ""
            service.note_hearing(found, form.chosen_day(), words, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Het gesprek staat bij het bezwaar."))
            return redirect(url_for(".objection", request_id=request.id), 303)
    page = render_template(
        "support/note_hearing.html", form=form, support_request=request, objection=found
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/bezwaar/besluit", methods=["GET", "POST"])
def decide_objection(request_id: int) -> ResponseReturnValue:
    """Answer the objection."""
    request, found = _found(request_id)
    service.expect_step(found, "decide")
    budgets = queries.budgets_for(places_of(request.initiative), clock.today().year)
    form, status = RulingForm.about(found.decision, budgets), None
    if form.accepted():
        try:
            service.decide_objection(found, form.ruling(), by=current_user)
        except DomainError as refusal:
            if not _is_about_a_field(refusal):
                raise
            form.refuse(refusal)
            status = refusal.status
        else:
            flash(_("Het besluit is verstuurd."))
            return redirect(url_for(".objection", request_id=request.id), 303)
    page = render_template(
        "support/decide_objection.html", form=form, support_request=request, objection=found
    )
    return page, status or form.status


def _is_about_a_field(refusal: DomainError) -> bool:
    """Tell whether the page can say it, with what was typed: all but that a colleague was first."""
    return isinstance(refusal, Refused) or (
        isinstance(refusal, OutOfDate) and refusal.field is not None
    )


def _found(request_id: int) -> tuple[SupportRequest, Objection]:
    request = queries.found(current_user, request_id)
    found = queries.found_objection(request)
    authorize(current_user, rules.handle, found)
    note_look(request)
    return request, found
