"""Signing in with a password, for staff only, and choosing one."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import queries, service
from app.accounts.forms import NewPasswordForm, PasswordSignInForm
from app.accounts.models import Purpose
from app.accounts.views.blueprint import bp, way_on
from app.accounts.views.sign_in import (
    LINKS_PER_NETWORK,
    show_closed_link,
    show_link_sent,
    unshared,
)
from app.core.db import db
from app.core.errors import Refused
from app.core.text import one_line
from app.web.throttle import limiter, was_refused

WRONG_PER_ACCOUNT = "10 per 5 minutes"  # the link in the mail still works for its owner
WRONG_PER_NETWORK = "30 per 5 minutes"  # a whole town hall sits behind one address


def _account() -> str:
    return one_line(request.form.get("email", "")).lower()[:254]


@bp.route("/inloggen/medewerkers", methods=["GET", "POST"])
@limiter.limit(WRONG_PER_NETWORK, methods=["POST"], deduct_when=was_refused)
@limiter.limit(WRONG_PER_ACCOUNT, key_func=_account, methods=["POST"], deduct_when=was_refused)
def sign_in_with_password() -> ResponseReturnValue:
    """Let a member of staff in who knows the password."""
    form = PasswordSignInForm.from_request(verder=request.args.get("verder"))
    if form.accepted():
        try:
            person = service.person_with_password(form.email.data or "", form.password.data or "")
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(service.let_in(person, go_on=way_on(form.verder.data)), 303)
    return render_template("accounts/sign_in_with_password.html", form=form), form.status


@bp.post("/mijn/wachtwoord")
@limiter.limit(LINKS_PER_NETWORK)
def ask_password() -> ResponseReturnValue:
    """Mail the person a link to choose a password: a session alone is not enough for that."""
    service.ask_link(current_user.email, Purpose.PASSWORD)
    return show_link_sent(current_user.email)


@bp.route("/inloggen/wachtwoord/<token>", methods=["GET", "POST"])
def choose_password(token: str) -> ResponseReturnValue:
    """Ask for a new password; keeping it uses the link."""
    link = queries.link_with(token, Purpose.PASSWORD)
    if link is None or not link.still_opens:
        return show_closed_link(link, token)
    form = NewPasswordForm.from_request()
    if form.accepted():
        try:
            person = service.set_password(token, form.password.data or "")
        except Refused as refusal:
            if refusal.field is None:  # used at this very moment, in another window
                db.session.rollback()
                return show_closed_link(queries.link_with(token, Purpose.PASSWORD), token)
            form.refuse(refusal)
        else:
            flash(_("Je wachtwoord is opgeslagen."))
            return redirect(service.let_in(person, go_on=way_on(link.go_on)), 303)
    page = render_template("accounts/choose_password.html", form=form, email=link.email)
    return unshared(page, form.status)


@bp.post("/inloggen/wachtwoord/<token>/opnieuw")
@limiter.limit(LINKS_PER_NETWORK)
def renew_password(token: str) -> ResponseReturnValue:
    """Mail a new link in the place of one that closed."""
    return show_link_sent(service.renew(token, Purpose.PASSWORD))
