"""A queue as a file for a spreadsheet: choose its columns, read what will be in it, take it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core import clock
from app.core.choices import Choice
from app.core.errors import Refused
from app.filters.forms import FileColumnsForm
from app.filters.models import Queue
from app.filters.shelf import address_of, columns_of, narrowed
from app.web.csv import Cell, csv_file
from app.web.forms import PortalForm

C = TypeVar("C", bound=Choice)
FILES = "60 per hour"  # for one network


@dataclass(frozen=True)
class FileOf(Generic[C]):
    """What a room says of its queue as a file; all of it is about what narrows the queue now.

    ``always`` are the columns that the table has anyway. ``choose`` and ``take`` are endpoints, ``counted``
    tells in words how many rows there will be, ``rows`` gives them, and ``note`` writes down who took them.
    """

    queue: Queue
    name: str
    columns: type[C]
    always: Sequence[C]
    choose: str
    take: str
    counted: Callable[[], str]
    rows: Callable[[Sequence[C]], Sequence[Sequence[Cell]]]
    note: Callable[[int, Sequence[C]], None]


def choose_columns(file: FileOf[C]) -> str:
    """Show the columns to choose from; those of the table are ticked. They stand in the address."""
    ticked = [*file.always, *map(file.columns.of, columns_of(current_user, file.queue))]
    return _choose(file, FileColumnsForm.from_address(file.columns, otherwise=ticked))


def take(file: FileOf[C]) -> ResponseReturnValue:
    """Say what will be in the file; POST gives it, and writes in the log who took it."""
    form = FileColumnsForm.from_address(file.columns)
    chosen, confirmed = [one for one in file.columns if one.value in form.codes], PortalForm()
    if not chosen:
        form.refuse(Refused(_("Kies wat je in het bestand wilt."), field="kolom"))
        return _choose(file, form), form.status
    if not confirmed.accepted():
        page = render_template(
            "filters/take_file.html",
            form=confirmed,
            chosen=chosen,
            counted=file.counted(),
            back=url_for(file.choose, **_kept(file), kolom=[one.value for one in chosen]),
        )
        return page, confirmed.status
    rows = file.rows(chosen)
    file.note(len(rows), chosen)
    return csv_file(f"{file.name}-{clock.today()}", [column.label for column in chosen], rows)


def _choose(file: FileOf[C], form: FileColumnsForm) -> str:
    return render_template(
        "filters/file_columns.html",
        form=form,
        queue=file.queue,
        take_url=url_for(file.take),
        kept=_kept(file),
        back=address_of(file.queue, _kept(file)),
    )


def _kept(file: FileOf[C]) -> dict[str, Any]:
    return dict(narrowed(file.queue).chosen())
