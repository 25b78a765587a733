"""The list of open requests as a table for a spreadsheet: its columns, and what stands in them."""

from collections.abc import Callable, Mapping, Sequence

from flask_babel import lazy_gettext as _l

from app.accounts.models import Actor, User
from app.areas.models import Area
from app.core import clock
from app.core.choices import Choice
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


USUAL = (
    *(Column.REFERENCE, Column.INITIATIVE, Column.NEIGHBOURHOOD, Column.NEEDS),
    *(Column.STATE, Column.DUE, Column.COORDINATOR),
)


def rows_of(
    requests: Sequence[SupportRequest], columns: Sequence[Column], *, reader: Actor
) -> list[list[Cell]]:
    """Return a row of cells for each request; amounts only where ``reader`` advises or decides."""
    return [[_cell(request, column, reader) for column in columns] for request in requests]


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
