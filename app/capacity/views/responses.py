"""Answering a request as a professional, and answering back as a team."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.capacity import queries, rules, service
from app.capacity.forms.responses import AnswerForm, RespondForm, TextForm
from app.capacity.models import Response
from app.capacity.views.blueprint import bp
from app.core.errors import Refused, StepNotPossible
from app.core.permissions import authorize
from app.initiatives import service as texts
from app.initiatives.lifecycle import TEXT_LIFE, TextState
from app.initiatives.rules import places_of
from app.support import letters
from app.support import queries as support


@bp.route("/ondersteuning/<int:request_id>/reactie", methods=["GET", "POST"])
def respond(request_id: int) -> ResponseReturnValue:
    """Answer a request for one's organisation."""
    request = support.found(current_user, request_id)
    authorize(current_user, rules.respond, request)
    organisations = queries.organisations_serving(current_user, request)
    own = {organisation.id for organisation in organisations}
    offers = [
        offer
        for offer in queries.offers_for(places_of(request.initiative))
        if offer.team.organisation_id in own
    ]
    form = RespondForm.about(request, organisations, offers)
    if form.accepted():
        try:
            response = service.respond(
                request,
                next(one for one in organisations if one.id == form.organisation_id.data),
                form.chosen_kind,
                form.text.data or "",
                by=current_user,
                offer=form.chosen_offer(offers),
                need=form.chosen_need(request),
                hours=form.chosen_hours,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            texts.insist(response, form.kept, by=current_user)
            flash(_outcome(response))
            return redirect(url_for("support.show", request_id=request.id), 303)
    page = render_template(
        "capacity/respond.html", form=form, support_request=request, letters=letters
    )
    return page, form.status


@bp.route("/reacties/<int:response_id>", methods=["GET", "POST"])
def change_response(response_id: int) -> ResponseReturnValue:
    """Change a text that a moderator gave back."""
    response = queries.response_for(current_user, response_id)
    if "resubmit" not in TEXT_LIFE.possible(response.state):
        raise StepNotPossible(_("Je kunt deze reactie niet meer veranderen."))
    form = TextForm.of(response)
    if form.accepted():
        service.change_response(response, form.text.data or "", by=current_user)
        texts.insist(response, form.kept, by=current_user)
        flash(_outcome(response))
        return redirect(url_for("support.show", request_id=response.request_id), 303)
    return render_template(
        "capacity/change_response.html", form=form, response=response
    ), form.status


@bp.route("/ondersteuning/<int:request_id>/reactie/<int:response_id>", methods=["GET", "POST"])
def answer(request_id: int, response_id: int) -> ResponseReturnValue:
    """Answer the question of a professional."""
    request = support.found(current_user, request_id)
    response = queries.response_with(request, response_id)
    authorize(current_user, rules.answer, response)
    form = AnswerForm.from_request()
    if form.accepted():
        try:
            service.answer(response, form.answer.data or "", by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Je antwoord is verstuurd."))
            return redirect(url_for("support.show", request_id=request.id), 303)
    return render_template("capacity/answer.html", form=form, response=response), form.status


def _outcome(response: Response) -> str:
    if response.state is TextState.PUBLISHED:
        return str(_("Je reactie staat erop. Het team van het initiatief heeft bericht gekregen."))
    found = " ".join(service.warnings_about(response.text))
    return str(_("%(found)s Daarom leest een moderator je reactie eerst.", found=found))
