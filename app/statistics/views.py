"""Numbers for everybody, and more of them for who coordinates: on a page, and as files."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.accounts.roles import Permission
from app.areas import queries as areas
from app.areas.tree import Place
from app.core import clock
from app.core.errors import NotFound
from app.statistics.counted import count, tables
from app.statistics.forms import ScopeForm
from app.statistics.scope import Scope
from app.ui import charts
from app.web.compression import squeezed_well
from app.web.csv import Cell, csv_file

bp = Blueprint("statistics", __name__)


@bp.get("/cijfers")
@squeezed_well
def everybody() -> str:
    """Show what everybody may know, of the municipality or one district."""
    return _page(*_for_everybody(), template="statistics/everybody.html", file=".everybody_file")


@bp.get("/cijfers/<code>.csv")
def everybody_file(code: str) -> Response:
    """Send one of those tables as a file."""
    return _file(code, *_for_everybody())


@bp.get("/mijn/cijfers")
def staff() -> str:
    """Show the numbers of the areas that somebody coordinates."""
    return _page(*_for_staff(), template="statistics/staff.html", file=".staff_file")


@bp.get("/mijn/cijfers/<code>.csv")
def staff_file(code: str) -> Response:
    """Send one of those tables as a file."""
    return _file(code, *_for_staff())


def _for_everybody() -> tuple[ScopeForm, Scope]:
    districts = areas.districts()
    form = ScopeForm.from_address(districts, _("De hele gemeente"))
    chosen = _chosen(form, districts)
    where = (chosen.id,) if chosen else None
    return form, Scope(where, form.last_months, clock.today(), everybody=True)


def _for_staff() -> tuple[ScopeForm, Scope]:
    own = current_user.areas_where(Permission.COORDINATE)
    districts = [place for place in areas.districts() if own is None or place.id in own]
    form = ScopeForm.from_address(districts, _("Al je wijken"))
    chosen = _chosen(form, districts)
    where = (chosen.id,) if chosen else None if own is None else tuple(own)
    return form, Scope(where, form.last_months, clock.today())


def _chosen(form: ScopeForm, districts: Sequence[Place]) -> Place | None:
    slug = form.arguments().get("wijk")
    return next((place for place in districts if place.slug == slug), None)


def _page(form: ScopeForm, scope: Scope, *, template: str, file: str) -> str:
    counted = count(scope)
    return render_template(
        template,
        filters=form,
        tables=tables(scope, counted),
        counted_at=counted.at,
        file=lambda code: url_for(file, code=code, **_query(form)),
        charts=charts,
    )


def _query(form: ScopeForm) -> dict[str, Any]:
    return {**form.arguments()}


def _file(code: str, form: ScopeForm, scope: Scope) -> Response:
    table = next((one for one in tables(scope, count(scope)) if one.code == code), None)
    if table is None:
        raise NotFound(_("We hebben deze cijfers niet."))
    name = "-".join(["cijfers", code, *form.arguments().values()])
    headings = [table.heading, *(column.label for column in table.columns)]
    return csv_file(name, headings, [_cells(row, table) for row in table.rows])


def _cells(row: charts.Row, table: charts.Figures) -> list[Cell]:
    return [row.label, *map(_cell, row.values, table.columns)]


def _cell(value: charts.Value, column: charts.Column) -> Cell:
    if isinstance(value, charts.Few):
        return charts.words(value, column)
    return (
        f"{value / 100:.2f}".replace(".", ",") if column.is_money and value is not None else value
    )
