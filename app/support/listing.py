"""The columns of the list of open requests: in its table and in a file for a spreadsheet, and what stands in them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import contains_eager, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption

from app.accounts.models import Actor, User
from app.areas.models import Area
from app.core import clock
from app.core.choices import Choice
from app.core.dates import date_words
from app.initiatives.models import Initiative
from app.support import rules
from app.support.models import SupportRequest
from app.web.csv import Cell


class Column(Choice):
    """What can be told of a request; the code stands in the address."""

    REFERENCE = "nummer", _l("Nummer")
    INITIATIVE = "initiatief", _l("Initiatief")
    DISTRICT = "wijk", _l("Wijk")
    NEIGHBOURHOOD = "buurt", _l("Buurt")
    NEEDS = "nodig", _l("Wat is er nodig?")
    STATE = "status", _l("Hoe staat het ervoor?")
    RECEIVED = "ontvangen", _l("Ontvangen op")
    DUE = "antwoord", _l("Antwoord voor")
    DAYS = "dagen", _l("Dagen die nog over zijn")
    ASKED = "bedrag", _l("Gevraagd bedrag in euro")
    COORDINATOR = "behandelt", _l("Wie behandelt dit?")
    AUTHOR = "vroeg", _l("Wie vroeg het?")


ALWAYS = (Column.REFERENCE, Column.INITIATIVE)  # the first column of the table
CHOOSABLE = tuple(column for column in Column if column not in ALWAYS)
USUAL = (Column.NEIGHBOURHOOD, Column.NEEDS, Column.STATE, Column.DUE, Column.COORDINATOR)


def rows_of(
    requests: Sequence[SupportRequest], columns: Sequence[Column], *, reader: Actor
) -> list[list[Cell]]:
    """Return a row of cells for each request; amounts only where ``reader`` advises or decides."""
    return [[_cell(request, column, reader) for column in columns] for request in requests]


def loaded_for(columns: Sequence[Column]) -> list[ORMOption]:
    """Return how what these columns tell beside the usual is read with the requests."""
    return [option for column, option in READ.items() if column in columns]


def shown(request: SupportRequest, column: Column, *, reader: Actor) -> str:
    """Return what the table says, for a column that has no look of its own."""
    cell = _cell(request, column, reader)
    return date_words(cell) if isinstance(cell, date) else str("" if cell is None else cell)


def _cell(request: SupportRequest, column: Column, reader: Actor) -> Cell:
    if column is Column.ASKED:
        return _asked(request) if rules.read_advice(reader, request) else None
    return CELLS[column](request)


def _asked(request: SupportRequest) -> Cell:
    return f"{request.asked_cents / 100:.2f}".replace(".", ",")


def _needs(request: SupportRequest) -> str:
    return ", ".join(dict.fromkeys(need.kind.label for need in request.needs))


def _received(request: SupportRequest) -> Cell:
    return clock.day_of(request.submitted_at) if request.submitted_at else None


def _days_left(request: SupportRequest) -> Cell:
    due = request.decision_due_on
    return (due - clock.today()).days if due else None


def _name(thing: Area | User | None) -> Cell:
    return thing.name if thing else None


CELLS: Mapping[Column, Callable[[SupportRequest], Cell]] = {
    Column.REFERENCE: lambda one: one.reference,
    Column.INITIATIVE: lambda one: one.initiative.title,
    Column.DISTRICT: lambda one: _name(one.initiative.district),
    Column.NEIGHBOURHOOD: lambda one: _name(one.initiative.neighbourhood),
    Column.NEEDS: _needs,
    Column.STATE: lambda one: one.state.label,
    Column.RECEIVED: _received,
    Column.DUE: lambda one: one.decision_due_on,
    Column.DAYS: _days_left,
    Column.COORDINATOR: lambda one: _name(one.coordinator),
    Column.AUTHOR: lambda one: _name(one.author),
}
PLAN = contains_eager(SupportRequest.initiative)
READ: Mapping[Column, ORMOption] = {
    Column.DISTRICT: PLAN.joinedload(Initiative.district),
    Column.ASKED: selectinload(SupportRequest.funding_lines),
    Column.AUTHOR: joinedload(SupportRequest.author).lazyload(User.assignments),
}
