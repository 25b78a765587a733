"""The list of open requests: as a table, as a board by stage, as an agenda by week; the same list each time."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from flask import render_template, url_for
from flask import request as web
from flask_login import current_user
from sqlalchemy import Select

from app.accounts.looks import Why, note
from app.core.paging import Page, page_of
from app.core.permissions import authorize
from app.filters.models import Queue
from app.filters.shelf import Choices, columns_of, shelf_of
from app.support import listing, queries, queue_words, rules
from app.support.forms.requests import OpenFilterForm, View, filter_of
from app.support.forms.together import numbers_in
from app.support.lifecycle import LIFE
from app.support.listing import Column
from app.support.models import SupportRequest
from app.support.views.blueprint import bp


@bp.get("/ondersteuning")
def index() -> str:
    """Show what waits for an answer, the first due first."""
    authorize(current_user, rules.list_open)
    form = OpenFilterForm.from_address()
    show = {View.TABLE: _table, View.BOARD: _board, View.AGENDA: _agenda}[form.view]
    return show(form)


def _table(form: OpenFilterForm) -> str:
    columns = [Column.of(code) for code in columns_of(current_user, Queue.SUPPORT)]
    query = queries.open_requests(current_user, form.chosen())
    page = _part_of(query.options(*listing.loaded_for(columns)))
    if Column.AUTHOR in columns:
        note([one.author_id for one in page.rows], Why.REQUEST, by=current_user)
    return _page(
        "support/index.html",
        form,
        waits=bool(page.rows),
        page=page,
        columns=columns,
        columns_url=address("filters.columns", form, na=None, code=Queue.SUPPORT.value),
        shown=partial(listing.shown, reader=current_user),
        chosen=numbers_in(web.args.getlist("vraag")),
        fitting=_number(form) if rules.work_together(current_user, None) else 0,
    )


def _board(form: OpenFilterForm) -> str:
    """Return the columns beside each other, or all of the one that was chosen."""
    only, page = form.chosen(), None
    if only.state is None:
        columns = queries.board_of(current_user, only)
    else:
        page = _part_of(queries.cards(current_user, only))
        columns = [queries.Column(only.state, _number(form), page.rows)]
    return _page(
        "support/board.html",
        form,
        waits=any(column.requests for column in columns),
        page=page,
        columns=columns,
        column_url=lambda state: address(".index", form, na=None, state=state.value),
        step_url=lambda step, number: address(f".{step}", form, request_id=number),
        whole_url=address(".index", form, na=None, state=None),
        LIFE=LIFE,
    )


def _agenda(form: OpenFilterForm) -> str:
    page = _part_of(queries.open_requests(current_user, form.chosen()))
    weeks = queue_words.weeks(page.rows)
    return _page("support/agenda.html", form, waits=bool(weeks), page=page, weeks=weeks)


def _page(template: str, form: OpenFilterForm, *, waits: bool, **parts: Any) -> str:
    """Return a view of the list in ``template``, with what stands around each of them."""
    return render_template(
        template,
        filters=form,
        waits=waits,
        views=[(one, _view_url(form, one)) for one in View],
        shelved=shelf_of(current_user, Queue.SUPPORT, form.arguments(), _numbers),
        page_url=lambda bookmark: address(
            ".index", form, na=bookmark, vraag=web.args.getlist("vraag")
        ),
        request_url=lambda number: address(".show", form, request_id=number),
        file_url=address(".columns", form, na=None),
        queue_words=queue_words,
        rules=rules,
        **parts,
    )


def chosen_in_address() -> Choices:
    """Return what of the address narrows the list of open requests, and how it is shown."""
    return OpenFilterForm.from_address().arguments()


def address(endpoint: str, filters: OpenFilterForm | None, **values: Any) -> str:
    """Return an address that remembers how somebody narrowed the list, and on which page."""
    kept: dict[str, Any] = {"na": web.args.get("na"), **(filters.arguments() if filters else {})}
    return url_for(endpoint, **{**kept, **values})


def after_step(request_id: int) -> str:
    """Return where a step of a request leads: to its card on the board it was taken on, else to its page."""
    filters = OpenFilterForm.from_address()
    if filters.view is View.BOARD:
        return address(".index", filters, _anchor=f"vraag-{request_id}")
    return url_for(".show", request_id=request_id)


def _view_url(form: OpenFilterForm, view: View) -> str:
    code = None if view is View.TABLE else view.value
    return url_for(".index", **{**dict[str, Any](form.narrowing), "beeld": code})


def _part_of(query: Select[SupportRequest]) -> Page[SupportRequest]:
    return page_of(query, web.args.get("na"))


def _number(filters: OpenFilterForm) -> int:
    return queries.numbers_of(current_user, [filters.chosen()])[0]


def _numbers(kept: Sequence[Choices]) -> Sequence[int]:
    return queries.numbers_of(current_user, [filter_of(one) for one in kept])
