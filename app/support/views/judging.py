"""Taking a request on, advising, deciding."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core import clock
from app.core.errors import Refused
from app.core.permissions import authorize
from app.initiatives.rules import places_of
from app.support import letters, queries, rules, service
from app.support.forms.judging import AdviceForm, JudgeForm, ReasonForm
from app.support.views.blueprint import bp
from app.support.views.noting import note_look
from app.support.views.queue import after_step


@bp.post("/ondersteuning/<int:request_id>/behandeling")
def assess(request_id: int) -> ResponseReturnValue:
    """Take a request on."""
    service.assess(queries.found(current_user, request_id), by=current_user)
    flash(_("Jij behandelt deze vraag nu."))
    return redirect(after_step(request_id), 303)


@bp.post("/ondersteuning/<int:request_id>/teruggave")
def put_back(request_id: int) -> ResponseReturnValue:
    """Give a request that was taken on back to the list."""
    service.put_back(queries.found(current_user, request_id), by=current_user)
    flash(_("De vraag staat weer in de lijst. Een collega kan hem behandelen."))
    return redirect(after_step(request_id), 303)


@bp.route("/ondersteuning/<int:request_id>/voorstel", methods=["GET", "POST"])
def propose(request_id: int) -> ResponseReturnValue:
    """Advise, and reserve money."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.propose, request)
    service.expect(request, "propose")
    budgets = queries.budgets_for(places_of(request.initiative), clock.today().year)
    form = AdviceForm.about(request, budgets)
    if form.accepted():
        try:
            service.propose(request, form.advice(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Het voorstel ligt klaar. Er kan nu besloten worden."))
            return redirect(url_for(".show", request_id=request.id), 303)
    note_look(request)
    page = render_template(
        "support/propose.html", form=form, support_request=request, letters=letters
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/heroverweging", methods=["GET", "POST"])
def reconsider(request_id: int) -> ResponseReturnValue:
    """Take the proposal back."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.reconsider, request)
    service.expect(request, "reconsider")
    form = ReasonForm.from_request()
    if form.accepted():
        service.reconsider(request, by=current_user, reason=form.reason.data or "")
        flash(_("Het voorstel is ingetrokken. Het geld is weer vrij."))
        return redirect(url_for(".show", request_id=request.id), 303)
    return render_template(
        "support/reconsider.html", form=form, support_request=request
    ), form.status


@bp.route("/ondersteuning/<int:request_id>/beoordeling", methods=["GET", "POST"])
def decide(request_id: int) -> ResponseReturnValue:
    """Decide, with reasons."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.decide, request)
    service.expect(request, "refuse")
    form = JudgeForm.about(request)
    if form.accepted():
        try:
            service.decide(request, form.judgement(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Het besluit is verstuurd."))
            return redirect(url_for(".decision", request_id=request.id), 303)
    note_look(request)
    page = render_template(
        "support/decide.html",
        form=form,
        support_request=request,
        proposal=request.standing_proposal,
        intention=queries.last_intention(request),
        letters=letters,
    )
    return page, form.status
