"""Say that a plan is good without being signed in: an address, a mail, and one button."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import queries as accounts
from app.accounts import service as accounts_service
from app.accounts.models import OneTimeLink, Purpose
from app.core.db import db
from app.core.errors import Refused
from app.initiatives import service
from app.initiatives.forms.endorsing import EndorseForm, NewNeighbourForm
from app.initiatives.views.blueprint import bp, found, public, unshared
from app.web.forms import PortalForm
from app.web.throttle import limiter

MAILS_PER_NETWORK = "60 per hour"  # a whole community centre may sit behind one address


@bp.route("/<int:initiative_id>/steun/mail", methods=["GET", "POST"])
@limiter.limit(MAILS_PER_NETWORK, methods=["POST"])
def endorse_by_mail(initiative_id: int) -> ResponseReturnValue:
    """Ask where to mail the link to; who is signed in has the button itself."""
    initiative = public(initiative_id)
    if current_user.is_authenticated:
        return redirect(_part_of_plan(initiative_id), 303)
    form, sent_to = EndorseForm.from_request(), ""
    if form.accepted():
        try:
            service.ask_to_endorse(
                initiative, form.email.data or "", go_on=_part_of_plan(initiative_id)
            )
            sent_to = form.email.data or ""
        except Refused as refusal:
            form.refuse(refusal)
    page = render_template(
        "initiatives/endorse.html", initiative=initiative, form=form, sent_to=sent_to
    )
    return page, form.status


@bp.route("/steun/<token>", methods=["GET", "POST"])
@limiter.limit(MAILS_PER_NETWORK, methods=["POST"])
def confirm_endorsement(token: str) -> ResponseReturnValue:
    """Show the plan behind a mailed link; POST uses the link, signs in and counts."""
    link = accounts.link_with(token, Purpose.SIGN_IN)
    if link is None or link.subject_id is None or not link.still_opens:
        return _as_any_other(link, token)
    form = _form(link)
    initiative = found(public(link.subject_id).id)
    if form.accepted():
        name = form.name.data if isinstance(form, NewNeighbourForm) else ""
        try:
            person = service.endorse_by_mail(initiative, token, name=name or "")
        except Refused:  # used at this very moment, in another window
            db.session.rollback()
            return _as_any_other(accounts.link_with(token, Purpose.SIGN_IN), token)
        flash(_("Bedankt. Je hebt gezegd dat dit een goed plan is."))
        way_on = accounts_service.let_in(person, go_on=_part_of_plan(initiative.id))
        return redirect(way_on, 303)
    page = render_template(
        "initiatives/endorse_confirm.html", initiative=initiative, form=form, email=link.email
    )
    return unshared(page, form.status)


def _form(link: OneTimeLink) -> PortalForm:
    """Return the form: only somebody who is new here is asked something."""
    is_new = accounts.by_email(link.email) is None
    return (NewNeighbourForm if is_new else PortalForm).from_request()


def _as_any_other(link: OneTimeLink | None, token: str) -> ResponseReturnValue:
    """Go where a link that closed is explained, and replaced; who just used it goes on."""
    if link is not None and link.subject_id is not None and request.method == "POST":
        person = accounts_service.pressed_twice(link)
        if person is not None:
            way_on = accounts_service.let_in(person, go_on=_part_of_plan(link.subject_id))
            return redirect(way_on, 303)
    return redirect(url_for("accounts.enter", token=token), 303)


def _part_of_plan(initiative_id: int) -> str:
    return url_for(".show", initiative_id=initiative_id, _anchor="steun")
