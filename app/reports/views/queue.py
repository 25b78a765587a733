"""What is reported, for moderators: the heaviest first, and never who reported it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.looks import Why, note
from app.core.errors import Refused
from app.core.permissions import authorize
from app.moderation.models import Rule
from app.moderation.subjects import KINDS, author_of
from app.reports import queries, rules, service, subjects
from app.reports.forms import LookForm
from app.reports.views.blueprint import bp
from app.reports.weighing import Pile


@bp.get("/meldingen")
def queue() -> str:
    """Show the texts that were reported, the heaviest first."""
    authorize(current_user, rules.see_queue)
    return render_template(
        "reports/queue.html",
        piles=queries.open_piles(current_user),
        kinds=KINDS,
        hours=queries.hours_until_a_look(),
    )


@bp.route("/meldingen/<int:report_id>", methods=["GET", "POST"])
def show(report_id: int) -> ResponseReturnValue:
    """Show one text with what was reported about it, and decide."""
    pile = queries.pile_with(current_user, report_id)
    subject = subjects.load(pile.first.subject_type, pile.first.subject_id)
    is_public = subject is not None and subjects.is_public(subject)
    form = LookForm.for_text(is_public=is_public)
    if form.accepted():
        try:
            _decide(pile, form)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("Klaar. Wie het meldde, krijgt bericht."))
            return redirect(url_for(".queue"), 303)
    people = [one.user_id for one in pile.reports]
    if subject is not None:
        people.append(author_of(subject).id)
    note(people, Why.REVIEW, by=current_user, about=pile.first.title)
    kind = KINDS[pile.first.subject_type]
    page = render_template(
        "reports/show.html",
        pile=pile,
        form=form,
        kind=kind,
        rules=rules,
        page=kind.page(subject) if subject is not None else "",
        passages=kind.words(subject) if subject is not None else [],
    )
    return page, form.status


def _decide(pile: Pile, form: LookForm) -> None:
    if form.step.data == "uphold":
        rule, reason = Rule.of(form.rule.data), form.reason.data or ""
        service.uphold(pile, by=current_user, rule=rule, reason=reason)
    else:
        {"dismiss": service.dismiss, "close": service.close}[form.step.data](pile, by=current_user)
