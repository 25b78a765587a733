"""What people say about a plan: steps for readers and for the team."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.looks import Why, note
from app.core.errors import NotFound
from app.initiatives import queries, rules, service
from app.initiatives.forms.voices import AnswerForm, ConcernForm, QuestionForm, UpdateForm
from app.initiatives.lifecycle import TEXT_LIFE
from app.initiatives.views.blueprint import bp, found
from app.initiatives.voices import Answer, ConcernTopic, Question, Update

KINDS: dict[str, type[Any]] = {"nieuws": Update, "vragen": Question, "antwoorden": Answer}
FORMS: dict[type[Any], type[Any]] = {Update: UpdateForm, Question: QuestionForm, Answer: AnswerForm}


@bp.post("/<int:initiative_id>/steun")
def endorse(initiative_id: int) -> ResponseReturnValue:
    """Say that this is a good plan."""
    service.endorse(found(initiative_id), by=current_user)
    return _back(initiative_id, "steun")


@bp.post("/<int:initiative_id>/steun/einde")
def withdraw_endorsement(initiative_id: int) -> ResponseReturnValue:
    """Take the endorsement back."""
    service.withdraw_endorsement(found(initiative_id), by=current_user)
    return _back(initiative_id, "steun")


@bp.route("/<int:initiative_id>/zorgen", methods=["GET", "POST"])
def concern(initiative_id: int) -> ResponseReturnValue:
    """Say what worries you, or change it."""
    initiative = found(initiative_id, rules.worry)
    before = queries.concern_of(current_user, initiative)
    form = ConcernForm.from_request(before)
    if form.accepted():
        topic = ConcernTopic.of(form.topic.data)
        service.raise_concern(initiative, topic, form.text.data or "", by=current_user)
        flash(_("Bedankt. Het team ziet waar het over gaat. De wijkcoördinator leest mee."))
        return _back(initiative_id, "steun")
    page = render_template(
        "initiatives/concern.html", initiative=initiative, form=form, before=before
    )
    return page, form.status


@bp.post("/<int:initiative_id>/zorgen/einde")
def withdraw_concern(initiative_id: int) -> ResponseReturnValue:
    """Take the worry back."""
    service.withdraw_concern(found(initiative_id), by=current_user)
    flash(_("Je zorg is weggehaald."))
    return _back(initiative_id, "steun")


@bp.get("/<int:initiative_id>/zorgen/alle")
def concerns(initiative_id: int) -> str:
    """Show all worries to the team and the coordinator, without who has them."""
    initiative = found(initiative_id, rules.read_worries)
    concerns = queries.concerns_about(initiative)
    if not rules.run_it(current_user, initiative):
        who = [concern.user_id for concern in concerns]
        note(who, Why.CONCERNS, by=current_user, about=initiative.title)
    return render_template("initiatives/concerns.html", initiative=initiative, concerns=concerns)


@bp.route("/<int:initiative_id>/vragen/nieuw", methods=["GET", "POST"])
def ask(initiative_id: int) -> ResponseReturnValue:
    """Ask the team something."""
    initiative = found(initiative_id, rules.ask)
    form = QuestionForm.from_request()
    if form.accepted():
        question = service.ask(initiative, form.text.data or "", by=current_user)
        service.insist(question, form.kept, by=current_user)
        flash(_("Bedankt. Een moderator leest je vraag eerst. Daarna ziet het team hem."))
        return _back(initiative_id, "vragen")
    return render_template("initiatives/ask.html", initiative=initiative, form=form), form.status


@bp.route("/<int:initiative_id>/vragen/<int:question_id>/antwoord", methods=["GET", "POST"])
def answer(initiative_id: int, question_id: int) -> ResponseReturnValue:
    """Answer a question for the team."""
    initiative = found(initiative_id, rules.answer)
    question = queries.found_question(initiative, question_id)
    form = AnswerForm.from_request()
    if form.accepted():
        answered = service.answer(question, form.text.data or "", by=current_user)
        service.insist(answered, form.kept, by=current_user)
        flash(_("Bedankt. Een moderator leest je antwoord eerst. Daarna staat het op de site."))
        return _back(initiative_id, "vragen")
    page = render_template(
        "initiatives/answer.html", initiative=initiative, question=question, form=form
    )
    return page, form.status


@bp.route("/<int:initiative_id>/nieuws", methods=["GET", "POST"])
def post_update(initiative_id: int) -> ResponseReturnValue:
    """Write news for the readers."""
    initiative = found(initiative_id, rules.tell_news)
    form = UpdateForm.from_request()
    if form.accepted():
        update = service.post_update(
            initiative, form.title.data or "", form.text.data or "", by=current_user
        )
        service.insist(update, form.kept, by=current_user)
        flash(_("Bedankt. Een moderator leest je nieuws eerst. Daarna staat het op de site."))
        return _back(initiative_id, "nieuws")
    return render_template("initiatives/update.html", initiative=initiative, form=form), form.status


@bp.route("/teksten/<kind>/<int:text_id>", methods=["GET", "POST"])
def rewrite(kind: str, text_id: int) -> ResponseReturnValue:
    """Change a text of one's own that a moderator gave back."""
    text = _own_text(kind, text_id)
    form = FORMS[type(text)].from_request(text)
    if form.accepted():
        title = form.title.data if isinstance(text, Update) else ""
        service.rewrite(text, form.text.data, by=current_user, title=title)
        service.insist(text, form.kept, by=current_user)
        flash(_("Je tekst is opnieuw ingestuurd. Een moderator leest hem."))
        return _back(text.initiative.id)
    page = render_template(
        "initiatives/rewrite.html",
        initiative=text.initiative,
        text=text,
        form=form,
        reason=queries.reason_for_text(text),
        can_rewrite="resubmit" in TEXT_LIFE.possible(text.state),
        can_withdraw="withdraw" in TEXT_LIFE.possible(text.state),
        kind=kind,
    )
    return page, form.status


@bp.post("/teksten/<kind>/<int:text_id>/einde")
def withdraw(kind: str, text_id: int) -> ResponseReturnValue:
    """Take a text of one's own back."""
    text = _own_text(kind, text_id)
    service.withdraw(text, by=current_user)
    flash(_("Je tekst is weggehaald."))
    return _back(text.initiative.id)


def _own_text(kind: str, text_id: int) -> Any:
    if kind not in KINDS:
        raise NotFound(_("We kunnen deze tekst niet vinden."))
    return queries.own_text(KINDS[kind], text_id, current_user)


def _back(initiative_id: int, part: str | None = None) -> ResponseReturnValue:
    return redirect(url_for(".show", initiative_id=initiative_id, _anchor=part), 303)
