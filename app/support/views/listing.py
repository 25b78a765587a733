"""The list of open requests as a file: choose its columns, sign in anew, take it."""

from collections.abc import Sequence

from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from flask_login import current_user

from app.accounts.looks import Why, note
from app.accounts.step_up import just_signed_in
from app.core.permissions import authorize
from app.filters.files import FILES, FileOf, choose_columns, take
from app.filters.models import Queue
from app.support import listing, queries, rules, service
from app.support.forms.requests import OpenFilterForm
from app.support.listing import Column
from app.support.views.blueprint import bp
from app.web.csv import Cell
from app.web.throttle import limiter


@bp.get("/ondersteuning/bestand")
def columns() -> str:
    """Choose the columns of the file; they stand in the address."""
    authorize(current_user, rules.list_open)
    return choose_columns(FILE)


@bp.route("/ondersteuning/bestand/ophalen", methods=["GET", "POST"])
@limiter.limit(FILES, methods=["POST"])
@just_signed_in
def take_file() -> ResponseReturnValue:
    """Say what will be in the file; POST gives it, and writes in the log who took it."""
    authorize(current_user, rules.list_open)
    return take(FILE)


def _counted() -> str:
    number = queries.numbers_of(current_user, [OpenFilterForm.from_address().chosen()])[0]
    return str(
        ngettext(
            "Er komt %(num)s vraag in het bestand.",
            "Er komen %(num)s vragen in het bestand.",
            number,
        )
    )


def _rows(chosen: Sequence[Column]) -> Sequence[Sequence[Cell]]:
    requests = queries.listed(current_user, OpenFilterForm.from_address().chosen())
    if Column.AUTHOR in chosen:
        note([one.author_id for one in requests], Why.REQUEST, by=current_user)
    return listing.rows_of(requests, chosen, reader=current_user)


def _note(number: int, chosen: Sequence[Column]) -> None:
    service.note_file(number, chosen, by=current_user)


FILE = FileOf(
    queue=Queue.SUPPORT,
    name="vragen-om-hulp",
    columns=Column,
    always=listing.ALWAYS,
    choose="support.columns",
    take="support.take_file",
    counted=_counted,
    rows=_rows,
    note=_note,
)
