"""Moments that come back: making a series, and changing or calling off more of it at once."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_login import current_user

from app.core import clock
from app.core.dates import day_words
from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.volunteering import queries, rules, service, words
from app.volunteering.forms.series import CallOffForm, SeriesForm, TimesForm
from app.volunteering.models import Shift, VolunteerTask
from app.volunteering.service import Scope, SeriesDay
from app.volunteering.views.blueprint import bp

MAKE = "make"  # the button under the days; the other one asks for them


@bp.route("/doe-mee/<int:task_id>/momenten/reeks", methods=["GET", "POST"])
def add_series(task_id: int) -> ResponseReturnValue:
    """Ask how moments come back and show their days; a second button makes them."""
    task = queries.found(current_user, task_id)
    authorize(current_user, rules.edit, task)
    form = SeriesForm.from_request()
    days: Sequence[SeriesDay] = ()
    if form.accepted():
        try:
            if MAKE in request.form:
                return _make(task, form)
            days = service.days_of_series(task, form.asked())
        except Refused as refusal:
            form.refuse(refusal)
    new = [day for day in days if day.left_out is None]
    page = render_template(
        "volunteering/add_series.html",
        form=form,
        task=task,
        days=[(day_words(one.plan.starts_at), one.left_out) for one in days],
        new=len(new),
        answers=[pair for pair in request.form.items(multi=True) if pair[0] != "csrf_token"],
        make=MAKE,
    )
    return page, form.status


@bp.route("/momenten/<int:shift_id>/tijd", methods=["GET", "POST"])
def change_shift(shift_id: int) -> ResponseReturnValue:
    """Give a moment another time, or more of its series."""
    shift = queries.shift_for(current_user, shift_id)
    authorize(current_user, rules.edit, shift.task)
    starts, ends = (
        at.astimezone(clock.AMSTERDAM).time() for at in (shift.starts_at, shift.ends_at)
    )
    form = TimesForm.about(
        shift, starts=starts, ends=ends, places=shift.places, version=shift.revision
    )
    has_changed = False
    if form.accepted():
        try:
            return _change(shift, form)
        except Refused as refusal:
            form.refuse(refusal)
        except OutOfDate as late:
            if form.started_from == shift.revision:
                raise
            has_changed = True
            form.refuse(late)
            form.version.data = str(shift.revision)
    page = render_template("volunteering/change_shift.html", form=form, shift=shift, words=words)
    return page, OutOfDate.status if has_changed else form.status


@bp.route("/momenten/<int:shift_id>/afgelasting", methods=["GET", "POST"])
def call_off(shift_id: int) -> ResponseReturnValue:
    """Call a shift off, or more of its series, after a look at what that means."""
    shift = queries.shift_for(current_user, shift_id)
    authorize(current_user, rules.edit, shift.task)
    form = CallOffForm.about(shift)
    if form.accepted():
        reason = form.reason.data or ""
        number = service.cancel_moments(shift, form.chosen, by=current_user, reason=reason)
        flash(
            ngettext(
                "Het moment gaat niet door. Iedereen die zich had aangemeld, krijgt bericht.",
                "%(num)s momenten gaan niet door. Iedereen die zich had aangemeld, krijgt bericht.",
                number,
            )
        )
        return redirect(url_for(".people", task_id=shift.task_id), 303)
    if "scope" in form:
        form.scope.choices = [(scope.value, _meaning(shift, scope)) for scope in Scope]
    number = queries.number_of_people([shift])
    page = render_template(
        "volunteering/call_off.html", form=form, shift=shift, number=number, words=words
    )
    return page, form.status


def _make(task: VolunteerTask, form: SeriesForm) -> ResponseReturnValue:
    number = service.make_series(task, form.asked(), by=current_user)
    if number:
        said = ngettext("Er staat %(num)s moment bij.", "Er staan %(num)s momenten bij.", number)
    else:
        said = _("Deze momenten stonden er al.")
    flash(said)
    return redirect(url_for(".people", task_id=task.id), 303)


def _change(shift: Shift, form: TimesForm) -> ResponseReturnValue:
    changed, stayed = service.change_moments(
        shift, form.chosen, form.new_times(), revision=form.started_from, by=current_user
    )
    flash(ngettext("%(num)s moment is veranderd.", "%(num)s momenten zijn veranderd.", changed))
    if stayed:
        said = ngettext(
            "%(num)s moment bleef zoals het was: daar komen al mensen.",
            "%(num)s momenten bleven zoals ze waren: daar komen al mensen.",
            stayed,
        )
        flash(said)
    return redirect(url_for(".people", task_id=shift.task_id), 303)


def _meaning(shift: Shift, scope: Scope) -> str:
    """Return what a choice is about: how many moments, and how many people hear of it."""
    moments = service.of_scope(shift, scope)
    people = queries.number_of_people(moments)
    return f"{scope.label} ({_how_many(len(moments))}, {_who_hears(people)})"


def _how_many(moments: int) -> str:
    return str(ngettext("%(num)s moment", "%(num)s momenten", moments))


def _who_hears(people: int) -> str:
    return str(ngettext("%(num)s mens krijgt bericht", "%(num)s mensen krijgen bericht", people))
