"""Before a no that rests on other facts: ask the team what it finds, and keep what it says."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.dates import date_words
from app.core.errors import Refused
from app.core.permissions import authorize
from app.support import letters, queries, rules, service
from app.support.forms.intentions import AskViewForm, NoteViewForm, ViewForm
from app.support.views.blueprint import bp
from app.support.views.noting import note_look


@bp.route("/ondersteuning/<int:request_id>/voornemen", methods=["GET", "POST"])
def ask_view(request_id: int) -> ResponseReturnValue:
    """Tell the team what we think is different, and ask what it finds."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.ask_view, request)
    service.expect(request, "refuse")
    service.expect_no_question(request)
    form = AskViewForm.usual()
    if form.accepted():
        try:
            intention = service.ask_view(request, form.question(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            day = date_words(intention.until)
            flash(_("Het is verstuurd. Het team kan reageren tot en met %(day)s.", day=day))
            return redirect(url_for(".show", request_id=request.id), 303)
    note_look(request)
    page = render_template(
        "support/ask_view.html", form=form, support_request=request, letters=letters
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/voornemen/reactie", methods=["GET", "POST"])
def give_view(request_id: int) -> ResponseReturnValue:
    """Tell for the team what it finds."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.give_view, request)
    intention = service.expect_view_wanted(request)
    form = ViewForm()
    if form.accepted():
        service.give_view(request, form.text.data or "", by=current_user)
        flash(_("Bedankt. We hebben je reactie ontvangen."))
        return redirect(url_for(".show", request_id=request.id), 303)
    page = render_template(
        "support/give_view.html",
        form=form,
        support_request=request,
        intention=intention,
        letters=letters,
    )
    return page, form.status


@bp.route("/ondersteuning/<int:request_id>/voornemen/gesprek", methods=["GET", "POST"])
def note_view(request_id: int) -> ResponseReturnValue:
    """Write down what the team told by phone or in a talk."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.ask_view, request)
    intention = service.expect_view_wanted(request)
    form = NoteViewForm()
    if form.accepted():
        service.note_view(request, form.text.data or "", by=current_user)
        flash(_("Het is bewaard. Het team krijgt een kopie."))
        return redirect(url_for(".show", request_id=request.id), 303)
    note_look(request)
    page = render_template(
        "support/note_view.html", form=form, support_request=request, intention=intention
    )
    return page, form.status
