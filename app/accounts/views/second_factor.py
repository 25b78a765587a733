"""The second factor of somebody who is signed in: how it stands, another app, new codes, a colleague's."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import codes, queries, rules, service
from app.accounts.factor_forms import ResetForm
from app.accounts.looks import Why, note
from app.accounts.step_up import just_signed_in
from app.accounts.views.blueprint import bp
from app.accounts.views.doorstep import show_recovery_codes
from app.core.errors import NotFound
from app.core.permissions import authorize
from app.web.forms import PortalForm


@bp.route("/mijn/app", methods=["GET", "POST"])
@just_signed_in
def own_app() -> ResponseReturnValue:
    """Show a member of staff how their app for codes stands; POST begins to set one up."""
    authorize(current_user, rules.have_second_factor, current_user)
    form = PortalForm.from_request()
    if form.accepted():
        service.wait(current_user, go_on=url_for(".own_app"), new_secret=codes.new_secret())
        return redirect(url_for(".set_up_app"), 303)
    return render_template(
        "accounts/own_app.html",
        form=form,
        factor=queries.second_factor_of(current_user),
        left=queries.recovery_codes_left(current_user),
    )


@bp.route("/mijn/herstelcodes", methods=["GET", "POST"])
@just_signed_in
def renew_recovery_codes() -> ResponseReturnValue:
    """Ask before the codes on paper are made anew; POST shows the new ones, once."""
    authorize(current_user, rules.have_second_factor, current_user)
    form = PortalForm.from_request()
    if form.accepted():
        new = service.renew_recovery_codes(current_user, by=current_user)
        return show_recovery_codes(new, go_on=url_for(".own_app"))
    return render_template("accounts/renew_recovery_codes.html", form=form)


@bp.route("/beheer/rollen/<int:user_id>/app", methods=["GET", "POST"])
@just_signed_in
def reset_app(user_id: int) -> ResponseReturnValue:
    """Ask why the app and the passkeys of a colleague go; POST forgets them."""
    person = queries.colleague(user_id)
    if person is None or person.id not in queries.with_second_factor([person.id]):
        raise NotFound(_("Deze persoon heeft geen app voor codes en geen passkey."))
    authorize(current_user, rules.reset_second_factor, person)
    form = ResetForm.from_request()
    if form.accepted():
        service.reset_app(person, by=current_user, reason=form.reason.data or "")
        flash(_("De app en de passkeys van %(name)s werken niet meer.", name=person.name))
        return redirect(url_for(".roles"), 303)
    note([person.id], Why.ROLES, by=current_user)
    return render_template("accounts/reset_app.html", form=form, person=person), form.status
