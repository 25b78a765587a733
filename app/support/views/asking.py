"""A team asks for support: in short pages, with what was saved already kept."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import step_up
from app.core import clock, personal_data
from app.core.errors import Refused, StepNotPossible
from app.core.permissions import authorize
from app.initiatives import queries as initiatives
from app.initiatives.rules import places_of
from app.support import band_words, letters, queries, rules, service, words
from app.support.forms.explain import ExplainForm
from app.support.forms.money import MoneyForm
from app.support.forms.needs import NeedsForm
from app.support.models import SupportRequest
from app.support.views.blueprint import bp


@bp.route("/initiatieven/<int:initiative_id>/ondersteuning/nieuw", methods=["GET", "POST"])
def create(initiative_id: int) -> ResponseReturnValue:
    """Begin: what is needed."""
    initiative = initiatives.found(current_user, initiative_id)
    authorize(current_user, rules.ask, initiative)
    form = NeedsForm()
    if not form.is_rearranged() and form.accepted():
        try:
            request = service.start(initiative, form.wishes(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(_next_page(request), 303)
    page = render_template(
        "support/needs.html",
        form=form,
        initiative=initiative,
        drafts=queries.drafts_of(initiative.id),
        back=url_for("initiatives.show", initiative_id=initiative.id),
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/nodig", methods=["GET", "POST"])
def needs(request_id: int) -> ResponseReturnValue:
    """Change what is needed."""
    request = _draft(request_id)
    form = NeedsForm.of(request)
    if not form.is_rearranged() and form.accepted():
        service.change_needs(request, form.wishes(), by=current_user)
        return redirect(_next_page(request), 303)
    page = render_template(
        "support/needs.html",
        form=form,
        initiative=request.initiative,
        drafts=[],
        back=url_for(".check", request_id=request.id),
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/geld", methods=["GET", "POST"])
def money(request_id: int) -> ResponseReturnValue:
    """Say what it costs and who pays."""
    request = _draft(request_id)
    form, bands = MoneyForm.of(request), queries.bands()
    form.enough_until = band_words.enough_until(bands)
    if not form.is_rearranged() and form.accepted():
        try:
            service.plan_money(request, form.plan(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(_next_page(request), 303)
    place, year = places_of(request.initiative), clock.today().year
    most = queries.most_per_request(place, year)
    page = render_template(
        "support/money.html",
        form=form,
        support_request=request,
        most=most,
        told=band_words.told(bands, most, queries.shortest_rule(place, year)),
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/uitleg", methods=["GET", "POST"])
def explain(request_id: int) -> ResponseReturnValue:
    """Say why and when."""
    request = _draft(request_id)
    form = ExplainForm.of(request)
    if form.accepted():
        try:
            service.explain(request, form.explanation(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(_next_page(request), 303)
    return render_template("support/explain.html", form=form, support_request=request), form.status


@bp.get("/ondersteuning/<int:request_id>/controle")
def check(request_id: int) -> str:
    """Show everything once more, with a warning for what may be about a person."""
    request = _draft(request_id)
    found = personal_data.findings(service.free_texts(request))
    warnings = [personal_data.words_for(code) for code in found]
    return render_template(
        "support/check.html",
        support_request=request,
        words=words,
        letters=letters,
        warnings=warnings,
        signs_in_again=service.asks_to_sign_in_again(request),
    )


@bp.post("/ondersteuning/<int:request_id>/indiening")
def submit(request_id: int) -> ResponseReturnValue:
    """Send it in."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.edit, request)
    if service.asks_to_sign_in_again(request) and not step_up.has_just_signed_in():
        return redirect(step_up.sign_in_again(url_for(".check", request_id=request.id)), 303)
    try:
        service.submit(request, by=current_user)
    except Refused as refusal:
        flash(refusal.message)
        return redirect(_next_page(request), 303)
    flash(_("Je vraag is verstuurd. Het nummer is %(number)s.", number=request.reference))
    return redirect(url_for(".show", request_id=request.id), 303)


def _draft(request_id: int) -> SupportRequest:
    """Return a draft of one's own. Raises ``StepNotPossible`` for one that was sent in."""
    request = queries.found(current_user, request_id)
    if not rules.is_draft(current_user, request):
        raise StepNotPossible(_("Je vraag is al verstuurd. Je kunt hem niet meer veranderen."))
    authorize(current_user, rules.edit, request)
    return request


def _next_page(request: SupportRequest) -> str:
    """Return the first page that still has questions, else the page to check the answers."""
    if request.asks_money and not request.cost_lines:
        page = ".money"
    elif not service.is_explained(request) or (request.asks_money and not request.asks_decision):
        page = ".explain"
    else:
        page = ".check"
    return url_for(page, request_id=request.id)
