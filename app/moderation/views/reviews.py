"""The moderator's pages about one text: judging it, the outcome for its author, and hiding."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.looks import Why, note
from app.core.errors import Refused
from app.core.permissions import authorize
from app.core.personal_data import label_for
from app.initiatives import queries as initiatives
from app.initiatives import rules as initiative_rules
from app.moderation import narrowing, queries, rules, service, subjects
from app.moderation.forms import AppealForm, JudgementForm, QueueForm, ReasonForm, RuleForm
from app.moderation.marking import marked
from app.moderation.models import Review
from app.moderation.views.blueprint import bp
from app.moderation.views.queue import address, filters_of_address


@bp.route("/<int:review_id>", methods=["GET", "POST"])
def show(review_id: int) -> ResponseReturnValue:
    """Show one text with what changed since last time, and judge it."""
    review = queries.found(current_user, review_id)
    form, filters = JudgementForm.from_request(), filters_of_address()
    if subjects.is_hidden(subjects.load(review)):
        form.yes_or_no()
    if form.accepted():
        try:
            _judge(review, form)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Klaar. De maker krijgt bericht."))
            return redirect(address(".queue", filters), 303)
    subject = subjects.load(review)
    note([review.author_id], Why.REVIEW, by=current_user, about=review.title)
    page = render_template(
        "moderation/show.html",
        review=review,
        form=form,
        kind=subjects.KINDS[review.subject_type],
        rules=rules,
        label_for=label_for,
        marked=marked,
        kept=review.id in queries.kept_on_purpose([review]),
        passages=subjects.passages(review, subject),
        history=[one for one in queries.of_subject(subject) if one.id != review.id],
        queue_url=address(".queue", filters),
        text_url=lambda number: address(".show", filters, review_id=number),
        beside=_beside(review, filters),
    )
    return page, form.status


@bp.get("/<int:review_id>/uitleg")
def outcome(review_id: int) -> str:
    """Show the author what was decided and why, with the way to appeal."""
    review = queries.found_as_author(current_user, review_id)
    return render_template(
        "moderation/outcome.html",
        review=review,
        form=AppealForm.from_request(),
        may_appeal=queries.may_appeal(review),
    )


@bp.post("/<int:review_id>/nieuwe-blik")
def appeal(review_id: int) -> ResponseReturnValue:
    """Ask a second moderator to look."""
    review = queries.found_as_author(current_user, review_id)
    form = AppealForm.from_request()
    if form.accepted():
        service.appeal(review, by=current_user, reason=form.why)
        flash(_("Een andere moderator leest je tekst opnieuw. Je krijgt bericht."))
        return redirect(url_for("notifications.inbox"), 303)
    page = render_template(
        "moderation/outcome.html", review=review, form=form, may_appeal=queries.may_appeal(review)
    )
    return page, form.status


@bp.route("/initiatieven/<int:initiative_id>", methods=["GET", "POST"])
def visibility(initiative_id: int) -> ResponseReturnValue:
    """Hide a public initiative, or show a hidden one again; each with a reason."""
    initiative = initiatives.found(current_user, initiative_id)
    authorize(current_user, initiative_rules.judge, initiative)
    hidden = initiative.hidden_at is not None
    form = ReasonForm.from_request() if hidden else RuleForm.from_request()
    if form.accepted():
        if hidden:
            service.restore(initiative, by=current_user, reason=form.why)
        else:
            rule = form.chosen_rule
            service.hide(initiative, by=current_user, rule=rule, reason=form.why)
        flash(_("Klaar. De maker krijgt bericht."))
        return redirect(url_for(".visibility", initiative_id=initiative.id), 303)
    page = render_template(
        "moderation/visibility.html", initiative=initiative, form=form, hidden=hidden
    )
    return page, form.status


def _beside(review: Review, filters: QueueForm) -> queries.Beside:
    return queries.beside(narrowing.narrowed(current_user, filters.chosen()), review)


def _judge(review: Review, form: JudgementForm) -> None:
    if form.step.data == "publish":
        service.publish(review, by=current_user, checked=form.checked.data)
        return
    judge = {"request_changes": service.request_changes, "reject": service.reject}[form.step.data]
    judge(review, by=current_user, rule=form.chosen_rule, reason=form.why)
