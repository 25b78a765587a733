"""The plan of a round: its table, one need of it, the same as files, and the approval."""

from collections.abc import Iterator

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.areas import queries as areas
from app.core.db import db
from app.core.errors import NotFound, OutOfDate
from app.core.paging import page_of
from app.matching import queries, service, words
from app.matching.forms.rounds import LineFilterForm
from app.matching.lifecycle import ROUND_LIFE, WITH_PLAN
from app.matching.models import Plan, Round
from app.matching.plan_needs import weights
from app.matching.spread import Spread, spread_of
from app.matching.views.blueprint import bp
from app.ui import charts
from app.web.csv import Cell, csv_file

LINES = 50  # of the table on one page


def show_plan(one: Round, plan: Plan) -> str:
    """Return the page of a plan that stands: in numbers, line by line, and spread over the area."""
    spread = spread_of(plan)
    form = _filters(spread)
    chosen = queries.choices_of(plan)
    return render_template(
        "matching/plan.html",
        round=one,
        plan=plan,
        totals=queries.totals(plan),
        filters=form,
        page=page_of(
            queries.filtered_lines(plan, form.chosen()), request.args.get("na"), size=LINES
        ),
        page_url=lambda bookmark: url_for(
            ".show_round", round_id=one.id, **{**form.arguments(), "na": bookmark}
        ),
        districts=queries.by_district(plan),
        approve_url=lambda area_id: url_for(".approve", round_id=one.id, wijk=area_id),
        choices=chosen,
        by_need={choice.need_id: choice for choice in chosen},
        pending=queries.pending_plan(one),
        figures=[spread.over_neighbourhoods, spread.over_teams],
        file=lambda code: url_for(".file", round_id=one.id, code=code),
        can_change=one.state in WITH_PLAN,
        steps=ROUND_LIFE.possible(one.state),
        weights=weights(),
        charts=charts,
        names=areas.names,
        words=words,
    )


@bp.get("/verdeling/<int:round_id>/<code>.csv")
def file(round_id: int, code: str) -> Response:
    """Send the lines of the plan, or one of its charts, as a file; a chart of one district when asked."""
    one, plan = found_plan(round_id)
    name = f"verdeling-{one.id}-{code}"
    if code == "voorstel":
        headings = [_("Initiatief"), _("Buurt"), _("Gevraagd"), _("Uren van"), _("Punten")]
        return csv_file(name, headings, list(_rows(plan)))
    spread = spread_of(plan, _district())
    made = (spread.over_neighbourhoods, spread.over_teams)
    figures = next((figures for figures in made if figures.code == code), None)
    if figures is None:
        raise NotFound(_("We hebben deze cijfers niet."))
    headings = [figures.heading, *(column.label for column in figures.columns)]
    return csv_file(name, headings, [_cells(row) for row in figures.rows])


@bp.route("/verdeling/<int:round_id>/goedkeuring", methods=["GET", "POST"])
def approve(round_id: int) -> ResponseReturnValue:
    """Show how the hours are spread, and keep them when somebody says so; all, or those of one district."""
    one, plan = found_plan(round_id)
    district_id = _district()
    if request.method == "GET":
        if "approve" not in ROUND_LIFE.possible(one.state):
            raise OutOfDate(
                _("Dit kan niet meer. De status is nu: %(state)s.", state=one.state.label)
            )
        return _approval(one, plan, district_id)
    try:
        service.approve(one, plan_number(), by=current_user, district_id=district_id)
    except service.WorldChanged as changed:
        sentences = list(changed.sentences)
        return _approval(one, plan, district_id, sentences), changed.status
    flash(_done(one, district_id))
    return redirect(url_for(".show_round", round_id=one.id), 303)


def found_plan(round_id: int) -> tuple[Round, Plan]:
    """Return a round that somebody may see, with the plan that stands. Raises ``NotFound``."""
    one = queries.found_round(current_user, round_id)
    plan = queries.standing_plan(one)
    if plan is None:
        raise NotFound(_("Deze verdeling heeft nog geen voorstel."))
    return one, plan


def plan_number() -> int:
    """Return which plan somebody looked at; 0 for what is no number."""
    return as_number(request.form.get("plan", ""))


def as_number(sent: str) -> int:
    """Return what was sent as a number; 0 for what is none."""
    sent = sent[:18]
    return int(sent) if sent.isascii() and sent.isdigit() else 0


def _district() -> int | None:
    return as_number(request.values.get("wijk", "")) or None


def _done(one: Round, district_id: int | None) -> str:
    if one.state not in WITH_PLAN or district_id is None:
        return str(_("De verdeling is goedgekeurd. Iedereen heeft bericht gekregen."))
    return str(
        _(
            "%(place)s is goedgekeurd. Iedereen daar heeft bericht gekregen. De rest blijft een voorstel.",
            place=areas.names(district_id),
        )
    )


def _approval(
    one: Round, plan: Plan, district_id: int | None, changed: list[str] | None = None
) -> str:
    waiting = [
        row
        for row in queries.by_district(plan)
        if row.approved_at is None and district_id in {None, row.area_id}
    ]
    if not waiting:
        raise OutOfDate(_("Hier is niets meer om goed te keuren. Kijk wat er nu staat."))
    return render_template(
        "matching/approve.html",
        round=one,
        plan=plan,
        district_id=district_id,
        waiting=waiting,
        figures=spread_of(plan, district_id).over_neighbourhoods,
        names=areas.names,
        file=url_for(".file", round_id=one.id, code="buurten", wijk=district_id),
        changed=changed or [],
        charts=charts,
        words=words,
    )


def _filters(spread: Spread) -> LineFilterForm:
    return LineFilterForm.of(
        [(number, name) for number, name, _hours in spread.places],
        [(number, name) for number, name, _free, given in spread.teams if given],
    )


def _rows(plan: Plan) -> Iterator[list[Cell]]:
    shown = queries.lines_with_all(queries.shown_with(plan))
    for line in db.session.scalars(shown):
        initiative = line.need.request.initiative
        place = initiative.neighbourhood.name if initiative.neighbourhood else ""
        yield [
            initiative.title,
            place,
            line.hours,
            words.hours_of(line.offer) if line.offer else "",
            line.value,
        ]


def _cells(row: charts.Row) -> list[Cell]:
    return [row.label, *(value for value in row.values if not isinstance(value, charts.Few))]
