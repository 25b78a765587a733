"""One need in a plan, and changes of the plan: tried first, then kept or thrown away."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug import Response

from app.core.errors import NotFound, Refused
from app.matching import queries, service, words
from app.matching.comparison import compare
from app.matching.forms.changes import AgainForm, ChangeForm
from app.matching.lifecycle import WITH_PLAN
from app.matching.plan_needs import need_in_plan
from app.matching.views.blueprint import bp
from app.matching.views.plans import found_plan, plan_number


@bp.route("/verdeling/<int:round_id>/vragen/<int:need_id>", methods=["GET", "POST"])
def need(round_id: int, need_id: int) -> ResponseReturnValue:
    """Show why a need gets what it gets, and try something else for it."""
    one, standing = found_plan(round_id)
    plan = queries.plan_of(one, need_id) or standing
    asked = need_in_plan(plan, need_id)
    if asked is None:
        raise NotFound(_("Deze vraag doet niet mee in de verdeling."))
    form = ChangeForm.of(asked.offers)
    if form.accepted():
        try:
            service.try_change(one, form.change(asked.line), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(url_for(".trial", round_id=one.id), 303)
    page = render_template(
        "matching/need.html",
        round=one,
        plan=plan,
        asked=asked,
        form=form,
        words=words,
        can_change=one.state in WITH_PLAN
        and asked.line.approved_at is None
        and queries.pending_plan(one) is None,
    )
    return page, form.status


@bp.route("/verdeling/<int:round_id>/opnieuw", methods=["GET", "POST"])
def again(round_id: int) -> ResponseReturnValue:
    """Have the plan made again from what there is now, with the decisions that stay."""
    one, plan = found_plan(round_id)
    form = AgainForm.of(service.free_choices(one, plan))
    if form.accepted():
        try:
            service.solve_again(one, form.kept(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return redirect(url_for(".trial", round_id=one.id), 303)
    return render_template("matching/again.html", round=one, form=form), form.status


@bp.get("/verdeling/<int:round_id>/proef")
def trial(round_id: int) -> ResponseReturnValue:
    """Show what the plan that is tried would change; without one, the plan that stands."""
    one, standing = found_plan(round_id)
    tried = queries.pending_plan(one)
    if tried is None:
        if queries.last_failed(one) is not None:
            flash(_("Het rekenen lukte niet. Het voorstel is niet veranderd."))
        return redirect(url_for(".show_round", round_id=one.id), 303)
    return render_template(
        "matching/trial.html",
        round=one,
        standing=standing,
        tried=tried,
        comparison=compare(standing, tried) if tried.solved_at else None,
        newest=max(queries.choices_of(tried), key=lambda choice: choice.made_at, default=None),
        words=words,
    )


@bp.post("/verdeling/<int:round_id>/proef/bewaring")
def keep(round_id: int) -> Response:
    """Let the plan that was tried stand from now on."""
    one = queries.found_round(current_user, round_id)
    service.keep(one, plan_number(), by=current_user)
    flash(_("De verandering is bewaard."))
    return redirect(url_for(".show_round", round_id=one.id), 303)


@bp.post("/verdeling/<int:round_id>/proef/weggooien")
def drop(round_id: int) -> Response:
    """Forget the plan that was tried."""
    one = queries.found_round(current_user, round_id)
    service.drop(one, plan_number(), by=current_user)
    flash(_("De proef is weg. Het voorstel is niet veranderd."))
    return redirect(url_for(".show_round", round_id=one.id), 303)
