"""The list of open requests as a file: choose its columns, sign in anew, take it."""

from collections.abc import Mapping
from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.looks import Why, note
from app.accounts.step_up import just_signed_in
from app.core import clock
from app.core.errors import Refused
from app.core.permissions import authorize
from app.support import listing, queries, rules, service
from app.support.forms.listing import ColumnsForm
from app.support.forms.requests import OpenFilterForm
from app.support.views.blueprint import bp
from app.web.csv import csv_file
from app.web.forms import PortalForm
from app.web.throttle import limiter

FILES = "60 per hour"  # for one network


@bp.get("/ondersteuning/bestand")
def columns() -> str:
    """Choose the columns of the file; they stand in the address."""
    authorize(current_user, rules.list_open)
    return _columns(
        ColumnsForm.from_address(otherwise=listing.USUAL), OpenFilterForm.from_address()
    )


@bp.route("/ondersteuning/bestand/ophalen", methods=["GET", "POST"])
@limiter.limit(FILES, methods=["POST"])
@just_signed_in
def take_file() -> ResponseReturnValue:
    """Say what will be in the file; POST gives it, and writes in the log who took it."""
    authorize(current_user, rules.list_open)
    form, filters = ColumnsForm.from_address(), OpenFilterForm.from_address()
    chosen, confirmed = form.chosen(), PortalForm()
    if not chosen:
        form.refuse(Refused(_("Kies wat je in het bestand wilt."), field="kolom"))
        return _columns(form, filters), form.status
    if not confirmed.accepted():
        page = render_template(
            "support/take_file.html",
            form=confirmed,
            chosen=chosen,
            number=queries.numbers_of(current_user, [filters.chosen()])[0],
            back=url_for(".columns", **_arguments(form, filters)),
        )
        return page, confirmed.status
    requests = queries.listed(current_user, filters.chosen())
    rows = listing.rows_of(requests, chosen, reader=current_user)
    service.note_file(len(rows), chosen, by=current_user)
    if listing.Column.AUTHOR in chosen:
        note([one.author_id for one in requests], Why.REQUEST, by=current_user)
    return csv_file(f"vragen-om-hulp-{clock.today()}", [column.label for column in chosen], rows)


def _columns(form: ColumnsForm, filters: OpenFilterForm) -> str:
    return render_template(
        "support/columns.html",
        form=form,
        kept=filters.arguments(),
        back=url_for(".index", **_arguments(None, filters)),
    )


def _arguments(form: ColumnsForm | None, filters: OpenFilterForm) -> Mapping[str, Any]:
    columns = {"kolom": [one.value for one in form.chosen()]} if form else {}
    return {**filters.arguments(), **columns}
