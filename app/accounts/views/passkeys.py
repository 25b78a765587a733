"""The passkeys of somebody who is signed in: which there are, another one, a name, and away with it."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import queries, service
from app.accounts.devices import device_of
from app.accounts.passkey_forms import PasskeyForm, PasskeyNameForm
from app.accounts.passkey_models import Passkey
from app.accounts.step_up import just_signed_in
from app.accounts.views.blueprint import bp
from app.accounts.views.passkey_door import spent_challenge
from app.core.errors import NotFound, Refused
from app.web.forms import PortalForm


@bp.route("/mijn/passkeys", methods=["GET", "POST"])
@just_signed_in
def passkeys() -> ResponseReturnValue:
    """Show the passkeys of this person; POST adds the one that the browser just made."""
    form = PasskeyForm.from_request()
    if form.accepted():
        try:
            answer, challenge = form.passkey.data or "", spent_challenge()
            device = device_of(request.user_agent.string)
            service.add_passkey(current_user, answer, challenge, device=device, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Je passkey is gemaakt. Je kunt er nu mee inloggen."))
            return redirect(url_for(".passkeys"), 303)
    page = render_template(
        "accounts/passkeys.html",
        form=form,
        passkeys=queries.passkeys_of(current_user),
        has_app=queries.second_factor_of(current_user) is not None,
    )
    return page, form.status


@bp.post("/mijn/passkeys/vraag")
@just_signed_in
def ask_new_passkey() -> ResponseReturnValue:
    """Tell the script of the page what to ask of the browser."""
    question = service.ask_to_make(current_user, by=current_user)
    return Response(question, mimetype="application/json")


@bp.route("/mijn/passkeys/<int:passkey_id>/naam", methods=["GET", "POST"])
def rename_passkey(passkey_id: int) -> ResponseReturnValue:
    """Ask for another name."""
    passkey = _found(passkey_id)
    form = PasskeyNameForm.from_request(name=passkey.name)
    if form.accepted():
        service.rename_passkey(passkey, form.name.data or "", by=current_user)
        flash(_("De naam is opgeslagen."))
        return redirect(url_for(".passkeys"), 303)
    return render_template("accounts/rename_passkey.html", form=form, passkey=passkey), form.status


@bp.route("/mijn/passkeys/<int:passkey_id>/verwijdering", methods=["GET", "POST"])
@just_signed_in
def remove_passkey(passkey_id: int) -> ResponseReturnValue:
    """Ask before a passkey goes; POST forgets it."""
    passkey, form = _found(passkey_id), PortalForm.from_request()
    if form.accepted():
        try:
            service.remove_passkey(passkey, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("De passkey is verwijderd."))
            return redirect(url_for(".passkeys"), 303)
    page = render_template(
        "accounts/remove_passkey.html",
        form=form,
        passkey=passkey,
        is_last=service.is_last_factor(current_user),
    )
    return page, form.status


def _found(passkey_id: int) -> Passkey:
    passkey = queries.passkey_for(current_user, passkey_id)
    if passkey is None:
        raise NotFound(_("Deze passkey kennen we niet."))
    return passkey
