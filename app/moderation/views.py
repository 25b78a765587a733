"""The moderator's pages: the queue, one text, the outcome for its author, and hiding."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.looks import Why, note
from app.accounts.roles import Permission
from app.areas import queries as areas
from app.core import clock
from app.core.errors import Refused
from app.core.paging import page_of
from app.core.permissions import authorize
from app.core.personal_data import label_for
from app.filters.models import Queue
from app.filters.shelf import Choices, shelf_of
from app.initiatives import queries as initiatives
from app.initiatives import rules as initiative_rules
from app.moderation import narrowing, queries, rules, service, subjects
from app.moderation.forms import AppealForm, JudgementForm, QueueForm, ReasonForm, RuleForm
from app.moderation.marking import marked
from app.moderation.models import Review

bp = Blueprint("moderation", __name__, url_prefix="/moderatie")


@bp.get("")
def queue() -> str:
    """Show the texts that wait, longest first."""
    filters = _filters()
    only = filters.chosen()
    page = page_of(narrowing.narrowed(current_user, only), request.args.get("na"))
    for review in page.rows:
        note([review.author_id], Why.REVIEW, by=current_user, about=review.title)
    filters.tell(narrowing.groups(current_user, only.theme))

    def numbers(kept: Sequence[Choices]) -> Sequence[int]:
        return narrowing.numbers_of(current_user, [filters.filter_of(one) for one in kept])

    return render_template(
        "moderation/queue.html",
        page=page,
        filters=filters,
        shelved=shelf_of(current_user, Queue.MODERATION, filters.arguments(), numbers),
        kinds=subjects.KINDS,
        label_for=label_for,
        kept=queries.kept_on_purpose(page.rows),
        today=clock.today(),
        page_url=lambda bookmark: _address(".queue", filters, na=bookmark),
        text_url=lambda number: _address(".show", filters, review_id=number),
    )


@bp.route("/<int:review_id>", methods=["GET", "POST"])
def show(review_id: int) -> ResponseReturnValue:
    """Show one text with what changed since last time, and judge it."""
    review = queries.found(current_user, review_id)
    form, filters = JudgementForm.from_request(), _filters()
    if form.accepted():
        try:
            _judge(review, form)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Klaar. De maker krijgt bericht."))
            return redirect(_address(".queue", filters), 303)
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
        queue_url=_address(".queue", filters),
        text_url=lambda number: _address(".show", filters, review_id=number),
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


def chosen_in_address() -> Choices:
    """Return what of the address narrows the queue."""
    return _filters().arguments()


def _filters() -> QueueForm:
    where = current_user.areas_where(Permission.MODERATE)
    return QueueForm.from_address(
        [place for place in areas.districts() if where is None or place.id in where]
    )


def _address(endpoint: str, filters: QueueForm, **values: Any) -> str:
    """Return an address that remembers how somebody narrowed the queue, and on which page."""
    kept: dict[str, Any] = {**filters.arguments(), "na": request.args.get("na")}
    return url_for(endpoint, **{**kept, **values})


def _beside(review: Review, filters: QueueForm) -> queries.Beside:
    return queries.beside(narrowing.narrowed(current_user, filters.chosen()), review)


def _judge(review: Review, form: JudgementForm) -> None:
    if form.step.data == "publish":
        service.publish(review, by=current_user, checked=form.checked.data)
        return
    judge = {"request_changes": service.request_changes, "reject": service.reject}[form.step.data]
    judge(review, by=current_user, rule=form.chosen_rule, reason=form.why)
