"""Signing in with a link in the mail, for everybody, and signing out."""

from flask import (
    Response,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_login import current_user

from app.accounts import queries, service, sessions
from app.accounts.forms import EmailForm, NewcomerForm
from app.accounts.models import OneTimeLink, Purpose
from app.accounts.views.blueprint import bp, way_on
from app.core.db import db
from app.core.errors import Refused
from app.web.forms import PortalForm
from app.web.headers import FORGET
from app.web.paths import safe_path
from app.web.throttle import limiter

LINKS_PER_NETWORK = "60 per hour"  # a whole community centre may sit behind one address


@bp.route("/inloggen", methods=["GET", "POST"])
@limiter.limit(LINKS_PER_NETWORK, methods=["POST"])
def sign_in() -> ResponseReturnValue:
    """Ask for an address and mail a link; the answer is the same for every address."""
    form = EmailForm.from_request(verder=request.args.get("verder"))
    if current_user.is_authenticated:
        return redirect(way_on(form.verder.data), 303)
    if form.accepted():
        try:
            go_on = safe_path(form.verder.data)
            service.ask_link(form.email.data or "", Purpose.SIGN_IN, go_on=go_on)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return show_link_sent(form.email.data or "")
    was_in = "_user_id" in session  # of a session that is over; who signs out leaves none
    return render_template("accounts/sign_in.html", form=form, was_in=was_in), form.status


@bp.get("/inloggen/verstuurd")
def link_sent() -> str:
    """Tell what to do now: look in the mail."""
    return render_template("accounts/link_sent.html", email=session.get("mailed_to", ""))


@bp.route("/inloggen/link/<token>", methods=["GET", "POST"])
def enter(token: str) -> ResponseReturnValue:
    """Show the door that a link opens; only the button on the page uses the link."""
    link = queries.link_with(token, Purpose.SIGN_IN)
    if link is None or not link.still_opens:
        return show_closed_link(link, token)
    is_new = queries.by_email(link.email) is None
    form = NewcomerForm.from_request() if is_new else PortalForm.from_request()
    if form.accepted():
        try:
            person, link = service.enter(token, name=form.name.data if is_new else "")
        except Refused as refusal:
            if refusal.field is None:  # used at this very moment, in another window
                db.session.rollback()
                return show_closed_link(queries.link_with(token, Purpose.SIGN_IN), token)
            form.refuse(refusal)
        else:
            return redirect(service.let_in(person, go_on=way_on(link.go_on)), 303)
    page = render_template("accounts/enter.html", form=form, email=link.email, is_new=is_new)
    return unshared(page, form.status)


@bp.post("/inloggen/link/<token>/opnieuw")
@limiter.limit(LINKS_PER_NETWORK)
def renew(token: str) -> ResponseReturnValue:
    """Mail a new link in the place of one that closed, for the same page."""
    return show_link_sent(service.renew(token, Purpose.SIGN_IN))


@bp.post("/uitloggen")
def sign_out() -> ResponseReturnValue:
    """Sign out of this browser, which then forgets what it kept."""
    sessions.end()
    answer = redirect(url_for(".signed_out"), 303)
    answer.headers.extend(FORGET)
    return answer


@bp.get("/uitgelogd")
def signed_out() -> ResponseReturnValue:
    """Say so; its script asks what to do with a plan that this phone keeps."""
    if current_user.is_authenticated:
        return redirect(way_on(None), 303)
    return render_template("accounts/signed_out.html")


def show_link_sent(email: str) -> ResponseReturnValue:
    """Go to the page that says where to look."""
    session["mailed_to"] = email
    return redirect(url_for("accounts.link_sent"), 303)


def show_closed_link(link: OneTimeLink | None, token: str) -> ResponseReturnValue:
    """Show why a link does not open, with a button for a new one; who just used it goes on."""
    if link is not None and current_user.is_authenticated and current_user.email == link.email:
        return redirect(way_on(link.go_on), 303)
    if link is not None and request.method == "POST" and (person := service.pressed_twice(link)):
        return redirect(service.let_in(person, go_on=way_on(link.go_on)), 303)
    renew_at = None
    if link is not None:
        endpoint = "renew_password" if link.purpose == Purpose.PASSWORD else "renew"
        renew_at = url_for(f"accounts.{endpoint}", token=token)
    page = render_template("accounts/link_closed.html", link=link, renew_at=renew_at)
    return unshared(page, 410 if link else 404)


def unshared(page: str, status: int) -> Response:
    """Return a page with a token in its address: it is kept nowhere."""
    answer = make_response(page, status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
