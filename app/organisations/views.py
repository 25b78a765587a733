"""The pages of organisations: what everybody sees, and who belongs to them."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.looks import Why, note
from app.areas import queries as areas
from app.core.errors import NotFound, Refused
from app.core.permissions import authorize
from app.organisations import queries, rules, service, signals
from app.organisations.forms import FoundingForm, MemberForm
from app.web.throttle import limiter

bp = Blueprint("organisations", __name__, url_prefix="/organisaties")


@bp.get("/<slug>")
def show(slug: str) -> str:
    """Show an organisation to everybody."""
    organisation = queries.by_slug(slug)
    is_inside = rules.see_members(current_user, organisation)
    return render_template(
        "organisations/show.html",
        organisation=organisation,
        is_inside=is_inside,
        is_admin=rules.is_admin(current_user, organisation),
        panels=signals.panels(organisation),
    )


@bp.route("/nieuw", methods=["GET", "POST"])
def create() -> ResponseReturnValue:
    """Let the municipality register an organisation and its first administrator."""
    authorize(current_user, rules.found)
    form = FoundingForm.from_request()
    none = {_("Overal"): [("", _("Hele gemeente"))], _("Wijken"): areas.district_choices()}
    form.area_id.choices = {**none, **areas.choices()}
    if form.accepted():
        try:
            organisation = service.found_organisation(form.founding(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(url_for(".show", slug=organisation.slug), 303)
    return render_template("organisations/create.html", form=form), form.status


@bp.route("/<slug>/leden", methods=["GET", "POST"])
@limiter.limit("60 per hour", methods=["POST"])
def members(slug: str) -> ResponseReturnValue:
    """Show the members to each other, and let administrators add one."""
    organisation = queries.with_members(slug)
    if not rules.see_members(current_user, organisation):
        raise NotFound(_("Deze pagina is alleen voor leden."))
    form = MemberForm.from_request()
    if form.accepted():
        try:
            service.add_member(
                organisation,
                form.email.data or "",
                form.name.data or "",
                form.chosen_role(),
                by=current_user,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("%(name)s hoort er nu bij.", name=form.name.data))
            return redirect(url_for(".members", slug=slug), 303)
    if not rules.is_member(current_user, organisation):
        who = [membership.user_id for membership in organisation.memberships]
        note(who, Why.MEMBERS, by=current_user, about=organisation.name)
    page = render_template(
        "organisations/members.html",
        organisation=organisation,
        form=form,
        may_manage=rules.manage_members(current_user, organisation),
    )
    return page, form.status


@bp.post("/<slug>/leden/<int:membership_id>/afmelding")
def remove_member(slug: str, membership_id: int) -> ResponseReturnValue:
    """End a membership."""
    organisation = queries.with_members(slug)
    membership = queries.membership_of(organisation, membership_id)
    if membership is None or not rules.see_members(current_user, organisation):
        raise NotFound(_("Deze pagina is alleen voor leden."))
    name = membership.user.name
    service.remove_member(membership, by=current_user)
    flash(_("%(name)s hoort er niet meer bij.", name=name))
    is_still_there = rules.see_members(current_user, organisation)
    return redirect(url_for(".members" if is_still_there else ".show", slug=slug), 303)
