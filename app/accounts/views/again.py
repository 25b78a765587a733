"""Signing in once more, before something that an open browser alone may not do."""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.accounts import service
from app.accounts.forms import PasswordAgainForm
from app.accounts.models import Purpose
from app.accounts.views.blueprint import bp, way_on
from app.accounts.views.passwords import WRONG_PER_ACCOUNT, WRONG_PER_NETWORK
from app.accounts.views.sign_in import LINKS_PER_NETWORK, show_link_sent
from app.core.errors import Refused
from app.web.paths import safe_path
from app.web.throttle import limiter, was_refused


def _account() -> str:
    return str(current_user.id)


@bp.route("/inloggen/opnieuw", methods=["GET", "POST"])
@limiter.limit(WRONG_PER_NETWORK, methods=["POST"], deduct_when=was_refused)
@limiter.limit(WRONG_PER_ACCOUNT, key_func=_account, methods=["POST"], deduct_when=was_refused)
def sign_in_again() -> ResponseReturnValue:
    """Ask the person who is signed in to do that anew; a member of staff may use the password."""
    form = PasswordAgainForm.from_request(verder=request.args.get("verder"))
    if form.accepted():
        try:
            person = service.person_with_password(current_user.email, form.password.data or "")
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(service.let_in(person, go_on=way_on(form.verder.data)), 303)
    return _page(form)


@bp.post("/inloggen/opnieuw/link")
@limiter.limit(LINKS_PER_NETWORK)
def mail_link_again() -> ResponseReturnValue:
    """Mail a link to the person who is signed in; it leads on to what was asked."""
    wanted = request.form.get("verder")
    try:
        service.ask_link(current_user.email, Purpose.SIGN_IN, go_on=safe_path(wanted))
    except Refused as refusal:
        form = PasswordAgainForm(formdata=None, verder=wanted)
        form.refuse(refusal)
        return _page(form)
    return show_link_sent(current_user.email)


def _page(form: PasswordAgainForm) -> ResponseReturnValue:
    return render_template("accounts/sign_in_again.html", form=form), form.status
