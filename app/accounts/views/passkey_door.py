"""Signing in with a passkey: the browser is asked for one, and shows it."""

from flask import Response, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.accounts import service
from app.accounts.passkey_forms import PasskeyForm
from app.accounts.views.blueprint import bp, way_on
from app.accounts.views.passwords import WRONG_PER_NETWORK
from app.accounts.views.sign_in import unshared
from app.core.errors import Refused
from app.core.transaction import transaction
from app.web.throttle import limiter, was_refused
from app.web.transaction import paused

QUESTIONS_PER_NETWORK = "120 per 5 minutes"  # each is a row, for five minutes


@bp.post("/inloggen/passkey/vraag")
@limiter.limit(QUESTIONS_PER_NETWORK)
def ask_passkey() -> Response:
    """Tell the script of the page what to ask of the browser."""
    return Response(service.ask_to_show(current_user), mimetype="application/json")


@bp.route("/inloggen/passkey", methods=["GET", "POST"])
@limiter.limit(WRONG_PER_NETWORK, methods=["POST"], deduct_when=was_refused)
def sign_in_with_passkey() -> ResponseReturnValue:
    """Sign in who shows a passkey; that counts as both factors, and as signing in anew."""
    form = PasskeyForm.from_request(verder=request.args.get("verder"))
    if form.accepted():
        try:
            answer, challenge = form.passkey.data or "", spent_challenge()
            person = service.person_with_passkey(answer, challenge, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
            _warn(refusal)
        else:
            service.let_in_with_passkey(person)
            return redirect(way_on(form.verder.data), 303)
    elif request.method == "GET" and current_user.is_authenticated:
        return redirect(way_on(form.verder.data), 303)
    return unshared(render_template("accounts/sign_in_with_passkey.html", form=form), form.status)


def spent_challenge() -> str:
    """Return the question that this browser was asked; it is used, also when the answer is wrong."""
    with paused(), transaction():
        return service.spend_challenge(current_user)


def _warn(refusal: Refused) -> None:
    """Write down that somebody may have a copy of a passkey, though the request is undone."""
    if isinstance(refusal, service.Copied):
        with paused(), transaction():
            service.warn_of_copy(refusal)
