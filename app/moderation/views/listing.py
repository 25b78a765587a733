"""The queue of a moderator as a file: choose its columns, sign in anew, take it."""

from collections.abc import Sequence

from flask.typing import ResponseReturnValue
from flask_babel import ngettext
from flask_login import current_user

from app.accounts.step_up import just_signed_in
from app.core.db import db
from app.core.permissions import authorize
from app.filters.files import FILES, FileOf, choose_columns, take
from app.filters.models import Queue
from app.moderation import listing, narrowing, rules, service
from app.moderation.listing import Column
from app.moderation.views.blueprint import bp
from app.moderation.views.queue import filters_of_address, note_looks
from app.web.csv import Cell
from app.web.throttle import limiter


@bp.get("/bestand")
def columns() -> str:
    """Choose the columns of the file; they stand in the address."""
    authorize(current_user, rules.see_queue)
    return choose_columns(FILE)


@bp.route("/bestand/ophalen", methods=["GET", "POST"])
@limiter.limit(FILES, methods=["POST"])
@just_signed_in
def take_file() -> ResponseReturnValue:
    """Say what will be in the file; POST gives it, and writes in the log who took it."""
    authorize(current_user, rules.see_queue)
    return take(FILE)


def _counted() -> str:
    number = narrowing.numbers_of(current_user, [filters_of_address().chosen()])[0]
    return str(
        ngettext(
            "Er komt %(num)s tekst in het bestand.",
            "Er komen %(num)s teksten in het bestand.",
            number,
        )
    )


def _rows(chosen: Sequence[Column]) -> Sequence[Sequence[Cell]]:
    query = narrowing.narrowed(current_user, filters_of_address().chosen())
    reviews = db.session.scalars(query).all()
    if Column.AUTHOR in chosen:
        note_looks(reviews)
    return listing.rows_of(reviews, chosen)


def _note(number: int, chosen: Sequence[Column]) -> None:
    service.note_file(number, chosen, by=current_user)


FILE = FileOf(
    queue=Queue.MODERATION,
    name="te-controleren-teksten",
    columns=Column,
    always=listing.ALWAYS,
    choose="moderation.columns",
    take="moderation.take_file",
    counted=_counted,
    rows=_rows,
    note=_note,
)
