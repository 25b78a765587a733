"""Who comes, for those who organise: saying yes or no, making room."""

from itertools import groupby

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.looks import Why, note
from app.core.errors import Refused
from app.core.paging import page_of
from app.core.permissions import authorize
from app.volunteering import queries, rules, service, words
from app.volunteering.forms.shifts import PlacesForm
from app.volunteering.views.blueprint import bp

PER_PAGE = 50
MOST_BEEN = 3  # moments that have begun, on this page; there is one with all of them


@bp.get("/doe-mee/<int:task_id>/aanmeldingen")
def people(task_id: int) -> str:
    """Show who signed up for a task."""
    task = queries.found(current_user, task_id)
    authorize(current_user, rules.see_sign_ups, task)
    page = page_of(queries.live_sign_ups_to(task), request.args.get("na"), size=PER_PAGE)
    if not rules.organises(current_user, task):
        who = [sign_up.user_id for sign_up in page.rows]
        note(who, Why.SIGN_UPS, by=current_user, about=task.title)
    shifts = queries.coming_shifts([task])[task.id]
    been = queries.last_begun(task, MOST_BEEN + 1) if rules.organises(current_user, task) else ()
    return render_template(
        "volunteering/people.html",
        task=task,
        been=been,
        most_been=MOST_BEEN,
        left=queries.number_not_noted(been),
        shifts=shifts,
        sure=queries.who_said_yes(shifts),
        repeats={one.id: words.repeats(one) for one in queries.series_of(task)},
        page=page,
        page_url=lambda bookmark: url_for(".people", task_id=task.id, na=bookmark),
        groups=[
            (shift, list(sign_ups))
            for shift, sign_ups in groupby(page.rows, key=lambda sign_up: sign_up.shift)
        ],
        positions=queries.positions(page.rows),
        rules=rules,
        words=words,
    )


@bp.post("/aanmeldingen/<int:sign_up_id>/bevestiging")
def confirm(sign_up_id: int) -> ResponseReturnValue:
    """Say yes to somebody."""
    sign_up = queries.sign_up_for(current_user, sign_up_id)
    service.confirm(sign_up, by=current_user)
    flash(_("Bevestigd. De vrijwilliger krijgt bericht."))
    return redirect(url_for(".people", task_id=sign_up.shift.task_id), 303)


@bp.post("/aanmeldingen/<int:sign_up_id>/afwijzing")
def decline(sign_up_id: int) -> ResponseReturnValue:
    """Say no to somebody."""
    sign_up = queries.sign_up_for(current_user, sign_up_id)
    service.decline(sign_up, by=current_user)
    flash(_("Afgewezen. De vrijwilliger krijgt bericht."))
    return redirect(url_for(".people", task_id=sign_up.shift.task_id), 303)


@bp.route("/momenten/<int:shift_id>/plekken", methods=["GET", "POST"])
def change_places(shift_id: int) -> ResponseReturnValue:
    """Ask more or fewer people for a shift."""
    shift = queries.shift_for(current_user, shift_id)
    authorize(current_user, rules.edit, shift.task)
    form = PlacesForm.from_request(obj=shift)
    if form.accepted():
        try:
            service.change_places(shift, form.places.data or 0, by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Het aantal plekken is veranderd."))
            return redirect(url_for(".people", task_id=shift.task_id), 303)
    page = render_template("volunteering/places.html", form=form, shift=shift, words=words)
    return page, form.status
