"""Who has which role: for administrators."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts import queries, service
from app.accounts.forms import RoleForm
from app.accounts.looks import Why, note
from app.accounts.views.blueprint import bp
from app.areas import queries as areas
from app.areas.models import Area
from app.core.db import db
from app.core.errors import NotFound, Refused
from app.core.paging import page_of


@bp.route("/beheer/rollen", methods=["GET", "POST"])
def roles() -> ResponseReturnValue:
    """Show everybody with a role, and give somebody one."""
    form = RoleForm.from_request()
    form.area_id.choices = _area_choices()
    if form.accepted():
        try:
            person = service.register_staff(
                form.email.data or "",
                form.name.data or "",
                form.chosen_role(),
                area=db.session.get(Area, form.area_id.data) if form.area_id.data else None,
                by=current_user,
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("%(name)s heeft nu deze rol.", name=person.name))
            return redirect(url_for(".roles"), 303)
    page = page_of(queries.staff(), request.args.get("na"))
    shown = [person.id for person in page.rows]
    note(shown, Why.ROLES, by=current_user)
    answer = render_template(
        "accounts/roles.html",
        form=form,
        page=page,
        with_factor=queries.with_second_factor(shown),
        signed_in=queries.signed_in(shown),
    )
    return answer, form.status


@bp.post("/beheer/rollen/<int:assignment_id>/intrekking")
def take_role(assignment_id: int) -> ResponseReturnValue:
    """Take a role away."""
    held = queries.assignment(assignment_id)
    if held is None:
        raise NotFound(_("Deze rol is er niet (meer)."))
    name = held.user.name
    service.take_role(held, by=current_user)
    flash(_("%(name)s heeft deze rol niet meer.", name=name))
    return redirect(url_for(".roles"), 303)


@bp.post("/beheer/rollen/<int:user_id>/afmelding")
def sign_out_everywhere(user_id: int) -> ResponseReturnValue:
    """Sign a colleague out on every device."""
    person = queries.colleague(user_id)
    if person is None:
        raise NotFound(_("Deze persoon heeft geen rol (meer)."))
    if service.sign_out_everywhere(person, by=current_user):
        flash(_("%(name)s is op alle apparaten uitgelogd.", name=person.name))
    else:
        flash(_("%(name)s was al nergens meer ingelogd.", name=person.name))
    return redirect(url_for(".roles"), 303)


def _area_choices() -> dict[str, list[tuple[int | str, str]]]:
    return {
        _("Overal"): [("", _("Hele gemeente"))],
        _("Wijken"): [(place.id, place.name) for place in areas.districts()],
        _("Eigen gebieden"): [(place.id, place.name) for place in areas.own_areas()],
        _("Buurten"): [(place.id, place.name) for place in areas.neighbourhoods()],
    }
