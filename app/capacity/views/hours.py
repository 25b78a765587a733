"""The hours of a team, for its lead."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.capacity import queries, service
from app.capacity.forms.hours import ChangeHoursForm, OfferForm, TakeBackForm
from app.capacity.lifecycle import RESERVATION_LIFE
from app.capacity.quarters import words
from app.capacity.views.blueprint import bp
from app.core.errors import Refused


@bp.route("/uren", methods=["GET", "POST"])
def hours() -> ResponseReturnValue:
    """Show the hours of one's teams, and offer more."""
    teams = queries.teams_led_by(current_user)
    form = OfferForm.of(teams)
    if form.accepted():
        team = next(team for team in teams if team.id == form.team_id.data)
        service.offer_hours(
            team,
            form.chosen_quarter,
            form.chosen_kind,
            form.hours.data or 0,
            by=current_user,
            note=form.note.data or "",
        )
        flash(_("De uren staan erbij."))
        return redirect(url_for(".hours"), 303)
    offers = queries.offers_of(teams)
    page = render_template(
        "capacity/hours.html",
        form=form,
        teams=teams,
        offers=offers,
        reservations=queries.reservations_on(offers),
        life=RESERVATION_LIFE,
        words=words,
    )
    return page, form.status


@bp.route("/uren/<int:offer_id>", methods=["GET", "POST"])
def change(offer_id: int) -> ResponseReturnValue:
    """Offer more or fewer hours."""
    offer = queries.offer_led_by(current_user, offer_id)
    form = ChangeHoursForm.of(offer)
    if form.accepted():
        try:
            service.change_hours(
                offer, form.hours.data or 0, by=current_user, note=form.note.data or ""
            )
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("De uren zijn veranderd."))
            return redirect(url_for(".hours"), 303)
    page = render_template("capacity/change.html", form=form, offer=offer, words=words)
    return page, form.status


@bp.route("/uren/<int:offer_id>/intrekking", methods=["GET", "POST"])
def withdraw(offer_id: int) -> ResponseReturnValue:
    """Take hours back at once."""
    offer = queries.offer_led_by(current_user, offer_id)
    form = TakeBackForm.from_request()
    if form.accepted():
        service.withdraw_hours(offer, by=current_user, reason=form.reason.data or "")
        flash(_("De uren zijn ingetrokken. Wie erop rekende, heeft bericht gekregen."))
        return redirect(url_for(".hours"), 303)
    page = render_template("capacity/withdraw.html", form=form, offer=offer, words=words)
    return page, form.status


@bp.post("/uren/reserveringen/<int:reservation_id>/gebruik")
def spend(reservation_id: int) -> ResponseReturnValue:
    """Write down that reserved hours were used."""
    service.spend(queries.reservation_seen_by(current_user, reservation_id), by=current_user)
    flash(_("De uren staan op gebruikt."))
    return redirect(url_for(".hours"), 303)


@bp.post("/uren/reserveringen/<int:reservation_id>/vrijgave")
def release(reservation_id: int) -> ResponseReturnValue:
    """Give reserved hours back to the team."""
    service.release(queries.reservation_seen_by(current_user, reservation_id), by=current_user)
    flash(_("De uren zijn weer vrij. Het initiatief heeft bericht gekregen."))
    return redirect(url_for(".hours"), 303)
