"""Rounds: the list, a new one, and what there is of one."""

from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug import Response

from app.accounts.roles import Permission
from app.areas import queries as areas
from app.areas.tree import Place
from app.core import clock
from app.core.errors import OutOfDate, Refused
from app.core.paging import page_of
from app.matching import queries, service, words
from app.matching.forms.rounds import DiscardForm, RoundForm
from app.matching.lifecycle import ROUND_LIFE, RoundState
from app.matching.models import Round
from app.matching.views.blueprint import bp
from app.matching.views.plans import show_plan

A_WEEK = timedelta(days=7)


@bp.get("/verdeling")
def rounds() -> str:
    """Show the rounds of the areas that somebody coordinates."""
    page = page_of(queries.visible_rounds(current_user), request.args.get("na"))
    return render_template(
        "matching/rounds.html",
        page=page,
        page_url=lambda bookmark: url_for(".rounds", na=bookmark),
    )


@bp.route("/verdeling/nieuw", methods=["GET", "POST"])
def begin() -> ResponseReturnValue:
    """Begin a round."""
    places = _own_places()
    form = RoundForm.of(places)
    if not form.was_sent:
        form.until.data = clock.today() + A_WEEK
    if form.accepted():
        place = next(place for place in places if place.id == form.area_id.data)
        try:
            one = service.start_round(place, form.until.data or clock.today(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(url_for(".show_round", round_id=one.id), 303)
    return render_template("matching/begin.html", form=form), form.status


@bp.get("/verdeling/<int:round_id>")
def show_round(round_id: int) -> str:
    """Show a round: what it collects, how far the work is, or its plan."""
    one = queries.found_round(current_user, round_id)
    plan = queries.standing_plan(one)
    if plan is not None:
        return show_plan(one, plan)
    return render_template("matching/round.html", **_waiting(one))


@bp.post("/verdeling/<int:round_id>/berekening")
def solve(round_id: int) -> ResponseReturnValue:
    """Let the first plan of a round be made."""
    one = queries.found_round(current_user, round_id)
    try:
        service.solve_round(one, by=current_user)
    except Refused as refusal:
        page = render_template("matching/round.html", **_waiting(one, refusal.message))
        return page, refusal.status
    return redirect(url_for(".show_round", round_id=one.id), 303)


@bp.post("/verdeling/<int:round_id>/onderbreking")
def stop(round_id: int) -> Response:
    """Do not wait for the first plan any longer."""
    one = queries.found_round(current_user, round_id)
    service.stop_solving(one, by=current_user)
    flash(_("Het rekenen is gestopt."))
    return redirect(url_for(".show_round", round_id=one.id), 303)


@bp.route("/verdeling/<int:round_id>/weglegging", methods=["GET", "POST"])
def discard(round_id: int) -> ResponseReturnValue:
    """Put a round aside."""
    one = queries.found_round(current_user, round_id)
    if "discard" not in ROUND_LIFE.possible(one.state):
        raise OutOfDate(_("Dit kan niet meer. De status is nu: %(state)s.", state=one.state.label))
    form = DiscardForm.from_request()
    approved = areas.names(*{row.area_id for row in queries.approved_districts(one)})
    if form.accepted():
        service.discard(one, by=current_user, reason=form.reason.data or "")
        flash(
            _("De rest van de verdeling is weggelegd. Wat goedgekeurd is, blijft staan.")
            if approved
            else _("De verdeling is weggelegd.")
        )
        return redirect(url_for(".rounds"), 303)
    return render_template(
        "matching/discard.html", form=form, round=one, approved=approved
    ), form.status


def _waiting(one: Round, refused: str = "") -> dict[str, object]:
    """Return what the page of a round without a plan shows."""
    return {
        "round": one,
        "refused": refused,
        "waiting": queries.waiting_in(one) if one.state is RoundState.OPEN else 0,
        "pending": queries.pending_plan(one),
        "districts": queries.approved_districts(one),
        "names": areas.names,
        "has_failed": queries.last_failed(one) is not None,
        "steps": ROUND_LIFE.possible(one.state),
        "words": words,
    }


def _own_places() -> list[Place]:
    """Return where somebody can begin a round: the municipality first, when it is all theirs."""
    own = current_user.areas_where(Permission.COORDINATE)
    if own is not None:
        return [place for area_id in own if (place := areas.by_id(area_id))]
    whole = areas.municipality()
    return [*([whole] if whole else []), *areas.districts()]
