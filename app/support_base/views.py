"""Who is for a plan and who is not: the numbers, a list of paper to print, and counting one."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import Refused
from app.core.permissions import Predicate, authorize
from app.initiatives import queries as initiatives
from app.initiatives import rules as initiative_rules
from app.initiatives.models import Initiative
from app.support_base import queries, rules, service, sheet
from app.support_base.forms import CountForm
from app.web import files, pdf
from app.web.throttle import limiter

FILES = "60 per hour"  # for one network; one that was not asked for before takes about 170 ms
bp = Blueprint(
    "support_base", __name__, url_prefix="/initiatieven/<int:initiative_id>/voor-en-tegen"
)


@bp.get("")
def show(initiative_id: int) -> str:
    """Show the team and the staff of the area how many people are for the plan, and who are not."""
    initiative = _found(initiative_id, rules.read)
    reads_worries = initiative_rules.read_worries(current_user, initiative)
    return render_template(
        "support_base/show.html",
        initiative=initiative,
        totals=queries.totals_of(initiative),
        lists=queries.lists_of(initiative),
        places=initiatives.where_supporters_live(initiative),
        worries=initiatives.worries_about(initiative) if reads_worries else [],
        rules=rules,
        has_pdf=pdf.is_possible(),
    )


@bp.get("/lijst")
@limiter.limit(FILES)
def paper(initiative_id: int) -> ResponseReturnValue:
    """Give an empty list to print; without Pango the page says that there is none now."""
    initiative = _found(initiative_id, rules.print_list)
    if not pdf.is_possible():
        return _back(initiative_id)
    content = sheet.pdf_for(initiative)
    return files.answer(content, "application/pdf", name=f"lijst-{initiative_id}.pdf")


@bp.route("/nieuw", methods=["GET", "POST"])
def count(initiative_id: int) -> ResponseReturnValue:
    """Write down what stands on a list."""
    initiative = _found(initiative_id, rules.count)
    form = CountForm.from_request()
    if form.accepted():
        try:
            service.count(initiative, form.told(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("De lijst is geteld. Het team krijgt bericht."))
            return _back(initiative_id)
    page = render_template("support_base/count.html", initiative=initiative, form=form)
    return page, form.status


@bp.post("/<int:list_id>/einde")
def take_back(initiative_id: int, list_id: int) -> ResponseReturnValue:
    """Let a list that was counted wrong count no more."""
    initiative = _found(initiative_id, rules.take_back)
    service.take_back(queries.found_list(initiative, list_id), by=current_user)
    flash(_("Deze lijst telt niet meer mee. Het team krijgt bericht."))
    return _back(initiative_id)


def _found(initiative_id: int, rule: Predicate[Any, Any]) -> Initiative:
    initiative = initiatives.found(current_user, initiative_id)
    authorize(current_user, rule, initiative)
    return initiative


def _back(initiative_id: int) -> ResponseReturnValue:
    return redirect(url_for(".show", initiative_id=initiative_id), 303)
