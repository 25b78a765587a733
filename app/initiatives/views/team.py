"""The team of a plan: invite, join, leave."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import NotFound, Refused
from app.initiatives import queries, rules, service
from app.initiatives.forms.plan import AnswerInvitationForm, InviteForm
from app.initiatives.views.blueprint import bp, found
from app.web.throttle import limiter


@bp.route("/<int:initiative_id>/team", methods=["GET", "POST"])
@limiter.limit("60 per hour", methods=["POST"])
def team(initiative_id: int) -> ResponseReturnValue:
    """Show the team; POST invites somebody."""
    initiative = found(initiative_id, rules.run_it)
    form = InviteForm.from_request()
    if form.accepted():
        try:
            service.invite(initiative, form.email.data or "", by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("De uitnodiging is gestuurd naar %(email)s.", email=form.email.data))
            return redirect(url_for(".team", initiative_id=initiative_id), 303)
    page = render_template(
        "initiatives/team.html",
        initiative=initiative,
        form=form,
        invitations=queries.invitations(initiative),
        manages=rules.manage_team(current_user, initiative),
    )
    return page, form.status


@bp.post("/<int:initiative_id>/team/<int:user_id>/vertrek")
def leave_team(initiative_id: int, user_id: int) -> ResponseReturnValue:
    """Leave the team, or take somebody out of it."""
    initiative = found(initiative_id, rules.run_it)
    if user_id == current_user.id:
        service.leave(initiative, by=current_user)
        flash(_("Je zit niet meer in het team."))
        return redirect(url_for(".index"), 303)
    service.remove(initiative, user_id, by=current_user)
    flash(_("Deze persoon zit niet meer in het team."))
    return redirect(url_for(".team", initiative_id=initiative_id), 303)


@bp.route("/<int:initiative_id>/team/uitnodiging", methods=["GET", "POST"])
def invitation(initiative_id: int) -> ResponseReturnValue:
    """Say yes or no to an invitation."""
    initiative = queries.invited_initiative(current_user, initiative_id)
    if initiative is None and queries.is_in_team(current_user, initiative_id):
        return redirect(url_for(".show", initiative_id=initiative_id), 303)
    if initiative is None:
        raise NotFound(
            _("We kunnen deze uitnodiging niet vinden. Log in met het adres van de mail.")
        )
    form = AnswerInvitationForm.from_request()
    if not form.accepted():
        page = render_template("initiatives/invitation.html", initiative=initiative, form=form)
        return page, form.status
    if request.form.get("antwoord") == "ja":
        service.join(initiative, by=current_user)
        flash(_("Welkom in het team!"))
        return redirect(url_for(".show", initiative_id=initiative_id), 303)
    service.decline(initiative, by=current_user)
    flash(_("Je hebt nee gezegd. Dat is prima."))
    return redirect(url_for(".index"), 303)
