"""Asking the team for more, the answer, and taking more time."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.dates import date_words
from app.core.errors import Refused
from app.core.permissions import authorize
from app.support import letters, queries, rules, service, term_words
from app.support.forms.answer import SupplementForm
from app.support.forms.delays import AskTeamForm, MoreTimeForm
from app.support.lifecycle import RequestState
from app.support.views.blueprint import bp
from app.web.forms import PortalForm


@bp.route("/ondersteuning/<int:request_id>/vraag-aan-het-team", methods=["GET", "POST"])
def ask_supplement(request_id: int) -> ResponseReturnValue:
    """Ask the team for what is missing."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.ask_supplement, request)
    service.expect(request, "ask_supplement")
    form = AskTeamForm.usual()
    if form.accepted():
        try:
            supplement = service.ask_supplement(request, form.question(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(
                _(
                    "Je vraag is verstuurd. Het team kan antwoorden tot en met %(day)s.",
                    day=date_words(supplement.until),
                )
            )
            return redirect(url_for(".show", request_id=request.id), 303)
    page = render_template(
        "support/ask_supplement.html", form=form, support_request=request, letters=letters
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/aanvulling", methods=["GET", "POST"])
def supplement(request_id: int) -> ResponseReturnValue:
    """Answer the question for the team."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.supplement, request)
    service.expect(request, "supplement")
    form = SupplementForm()
    if form.accepted():
        service.answer_supplement(request, form.text.data or "", by=current_user)
        flash(_("Bedankt. We hebben je antwoord ontvangen."))
        return redirect(url_for(".show", request_id=request.id), 303)
    page = render_template(
        "support/supplement.html",
        form=form,
        support_request=request,
        supplement=request.open_supplement,
        term_words=term_words,
    )
    return page, form.status


@bp.post("/ondersteuning/<int:request_id>/voortzetting")
def go_on(request_id: int) -> ResponseReturnValue:
    """Go on without an answer."""
    service.go_on(queries.found(current_user, request_id), by=current_user)
    flash(_("De vraag is weer in behandeling."))
    return redirect(url_for(".show", request_id=request_id), 303)


@bp.route("/ondersteuning/<int:request_id>/verlenging", methods=["GET", "POST"])
def extend(request_id: int) -> ResponseReturnValue:
    """Take more time, once."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.extend, request)
    service.expect(request, _step_to_extend(request.state))
    form = MoreTimeForm.about(request)
    if not form.was_sent:
        service.expect_extendable(request)
    if form.accepted():
        try:
            extension = service.extend(request, form.more_time(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            day = date_words(extension.until)
            flash(_("De nieuwe laatste dag is %(day)s. Het team weet het.", day=day))
            return redirect(url_for(".show", request_id=request.id), 303)
    return render_template("support/extend.html", form=form, support_request=request), form.status


@bp.route("/ondersteuning/<int:request_id>/niet-behandelen", methods=["GET", "POST"])
def not_consider(request_id: int) -> ResponseReturnValue:
    """Leave an application out, because no answer came."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.not_consider, request)
    service.expect(request, "not_consider")
    form = PortalForm()
    if form.accepted():
        try:
            service.not_consider(request, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Het besluit is verstuurd."))
            return redirect(url_for(".decision", request_id=request.id), 303)
    page = render_template(
        "support/not_consider.html",
        form=form,
        support_request=request,
        reasons=letters.why_left_out(request.supplements[-1]),
    )
    return page, form.status


def _step_to_extend(state: RequestState) -> str:
    return "extend_proposed" if state is RequestState.PROPOSED else "extend"
