"""Between the password and the portal: the code of an app, a code on paper, or setting the app up."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from app.accounts import codes, service
from app.accounts.factor_forms import AppCodeForm, RecoveryCodeForm
from app.accounts.models import MOST_TRIES, Doorstep, User
from app.accounts.views.blueprint import bp, way_on
from app.accounts.views.passwords import WRONG_PER_NETWORK
from app.accounts.views.sign_in import unshared
from app.core.errors import Refused
from app.core.transaction import transaction
from app.web.forms import PortalForm
from app.web.qr import qr_once
from app.web.throttle import limiter, was_refused
from app.web.transaction import paused


@bp.route("/inloggen/code", methods=["GET", "POST"])
@limiter.limit(WRONG_PER_NETWORK, methods=["POST"], deduct_when=was_refused)
def give_code() -> ResponseReturnValue:
    """Ask for the code of the app; then the person is signed in."""
    step = service.waiting()
    if step is None or step.new_secret:
        return _elsewhere(step)
    form = AppCodeForm.from_request()
    if form.accepted():
        try:
            step = _with_a_try(step.user)
            if step is None:
                return _elsewhere(step)
            go_on = step.go_on
            service.give_code(step, form.code.data or "")
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(go_on, 303)
    return unshared(render_template("accounts/give_code.html", form=form), form.status)


@bp.route("/inloggen/herstelcode", methods=["GET", "POST"])
@limiter.limit(WRONG_PER_NETWORK, methods=["POST"], deduct_when=was_refused)
def give_recovery_code() -> ResponseReturnValue:
    """Ask for a code on paper, for who does not have the app at hand."""
    step = service.waiting()
    if step is None or step.new_secret:
        return _elsewhere(step)
    form = RecoveryCodeForm.from_request()
    if form.accepted():
        try:
            step = _with_a_try(step.user)
            if step is None:
                return _elsewhere(step)
            go_on = step.go_on
            left = service.use_recovery_code(step, form.code.data or "")
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_left(left))
            return redirect(go_on, 303)
    return unshared(render_template("accounts/give_recovery_code.html", form=form), form.status)


@bp.route("/inloggen/app", methods=["GET", "POST"])
@limiter.limit(WRONG_PER_NETWORK, methods=["POST"], deduct_when=was_refused)
def set_up_app() -> ResponseReturnValue:
    """Show the secret for the app, and ask for a code that it makes; then show the codes for on paper."""
    step = service.waiting()
    if step is None or not step.new_secret:
        return _elsewhere(step)
    form = AppCodeForm.from_request()
    if form.accepted():
        go_on = step.go_on
        try:
            new = service.set_up_app(step, form.code.data or "", by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return show_recovery_codes(new, go_on=go_on)
    return _page_to_set_up(step, form)


def show_recovery_codes(new: list[str], *, go_on: str) -> Response:
    """Show codes for on paper, this once: what is kept of them cannot be read."""
    return unshared(render_template("accounts/recovery_codes.html", codes=new, go_on=go_on), 200)


def _with_a_try(person: User) -> Doorstep | None:
    """Count a try, also when what comes of it is undone; return the doorstep, if it is there still."""
    with paused(), transaction():
        if service.take_try(person) == MOST_TRIES:
            service.warn_of_guessing(person)
    return service.waiting()


def _page_to_set_up(step: Doorstep, form: PortalForm) -> ResponseReturnValue:
    secret = codes.opened(step.new_secret) or ""
    address = codes.address_for_apps(secret, step.user.email)
    page = render_template(
        "accounts/set_up_app.html",
        form=form,
        address=address,
        drawing=qr_once(address, _("Code om te scannen met de app")),
        secret=[secret[start : start + 4] for start in range(0, len(secret), 4)],
    )
    return unshared(page, form.status)


def _elsewhere(step: Doorstep | None) -> ResponseReturnValue:
    """Send who is at the wrong page on the doorstep to the right one; others sign in again."""
    if step is not None:
        return redirect(url_for(".set_up_app" if step.new_secret else ".give_code"), 303)
    if request.method == "POST":
        return redirect(request.path, 303)
    if current_user.is_authenticated:
        return redirect(way_on(None), 303)
    return unshared(render_template("accounts/doorstep_left.html"), 410)


def _left(number: int) -> str:
    return str(
        ngettext(
            "Je hebt nog %(num)s herstelcode. Ben je je app kwijt? Stel hem dan opnieuw in.",
            "Je hebt nog %(num)s herstelcodes. Ben je je app kwijt? Stel hem dan opnieuw in.",
            number,
        )
    )
