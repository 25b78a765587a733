"""The list of open requests, and the page of one."""

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask import request as web
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core import clock
from app.core.errors import NotFound
from app.core.paging import page_of
from app.core.permissions import authorize
from app.filters.models import Queue
from app.filters.shelf import Choices, shelf_of
from app.support import letters, queries, queue_words, rules, service, signals, term_words, words
from app.support.forms.requests import OpenFilterForm, WithdrawForm, filter_of
from app.support.forms.together import numbers_in
from app.support.lifecycle import LIFE, OPEN
from app.support.models import SupportRequest
from app.support.views.blueprint import bp
from app.support.views.noting import note_look


@bp.get("/ondersteuning")
def index() -> str:
    """Show what waits for an answer, the first due first."""
    authorize(current_user, rules.list_open)
    form = OpenFilterForm.from_address()
    query = queries.open_requests(current_user, form.chosen())
    return render_template(
        "support/index.html",
        page=page_of(query, web.args.get("na")),
        filters=form,
        chosen=numbers_in(web.args.getlist("vraag")),
        fitting=_number(form) if rules.work_together(current_user, None) else 0,
        shelved=shelf_of(current_user, Queue.SUPPORT, form.arguments(), _numbers),
        page_url=lambda bookmark: _address(
            ".index", form, na=bookmark, vraag=web.args.getlist("vraag")
        ),
        request_url=lambda number: _address(".show", form, request_id=number),
        file_url=_address(".columns", form, na=None),
        queue_words=queue_words,
        rules=rules,
    )


@bp.get("/ondersteuning/<int:request_id>")
def show(request_id: int) -> ResponseReturnValue:
    """Show a request: to its team, to those who answer, each with their own part."""
    request = queries.found(current_user, request_id)
    if rules.is_draft(current_user, request):
        return redirect(url_for(".check", request_id=request.id))
    note_look(request)
    is_staff = rules.read_advice(current_user, request)
    filters = OpenFilterForm.from_address() if rules.list_open(current_user, None) else None
    return render_template(
        "support/show.html",
        support_request=request,
        initiative=request.initiative,
        decision=queries.decision_of(request),
        proposal=request.standing_proposal if is_staff else None,
        past=words.past(request, with_reasons=is_staff),
        ahead=words.ahead(request),
        rows=words.explanation_rows(request),
        steps=LIFE.possible(request.state),
        panels=signals.panels(request, actor=current_user),
        rules=rules,
        letters=letters,
        words=words,
        term_words=term_words,
        supplement=request.open_supplement,
        today=clock.today(),
        OPEN=OPEN,
        list_url=_address(".index", filters) if filters else "",
        request_url=lambda number: _address(".show", filters, request_id=number),
        beside=_beside(request, filters) if filters else queries.Beside(None, None),
    )


@bp.get("/ondersteuning/<int:request_id>/besluit")
def letter(request_id: int) -> str:
    """Show the decision as it was sent."""
    request = queries.found(current_user, request_id)
    decision = queries.decision_of(request)
    if decision is None:
        raise NotFound(_("Er is nog geen besluit."))
    authorize(current_user, rules.read_money, request)
    note_look(request)
    paragraphs = letters.decision_letter(decision)
    return render_template(
        "support/letter.html", support_request=request, decision=decision, paragraphs=paragraphs
    )


@bp.route("/ondersteuning/<int:request_id>/intrekking", methods=["GET", "POST"])
def withdraw(request_id: int) -> ResponseReturnValue:
    """Take a request back."""
    request = queries.found(current_user, request_id)
    authorize(current_user, rules.withdraw, request)
    service.expect(request, "withdraw")
    form = WithdrawForm.from_request()
    if form.accepted():
        service.withdraw(request, by=current_user, reason=form.reason.data or "")
        flash(_("Je vraag is ingetrokken."))
        return redirect(url_for("initiatives.show", initiative_id=request.initiative_id), 303)
    return render_template("support/withdraw.html", form=form, support_request=request), form.status


def chosen_in_address() -> Choices:
    """Return what of the address narrows the list of open requests."""
    return OpenFilterForm.from_address().arguments()


def _number(filters: OpenFilterForm) -> int:
    return queries.numbers_of(current_user, [filters.chosen()])[0]


def _numbers(kept: Sequence[Choices]) -> Sequence[int]:
    return queries.numbers_of(current_user, [filter_of(one) for one in kept])


def _address(endpoint: str, filters: OpenFilterForm | None, **values: Any) -> str:
    """Return an address that remembers how somebody narrowed the list, and on which page."""
    kept: dict[str, Any] = {"na": web.args.get("na"), **(filters.arguments() if filters else {})}
    return url_for(endpoint, **{**kept, **values})


def _beside(request: SupportRequest, filters: OpenFilterForm) -> queries.Beside:
    return queries.beside(queries.open_requests(current_user, filters.chosen()), request)
