"""The budgets, for those who advise and decide on them."""

from flask import render_template, url_for
from flask import request as web
from flask_login import current_user

from app.core.dates import moment_words
from app.core.money import euros
from app.core.paging import page_of
from app.support import queries
from app.support.decisions import BudgetEntry
from app.support.views.blueprint import bp


@bp.get("/budgetten")
def budgets() -> str:
    """Show the budgets somebody works with."""
    return render_template("support/budgets.html", budgets=queries.budgets_of(current_user))


@bp.get("/budgetten/<int:budget_id>")
def budget(budget_id: int) -> str:
    """Show one budget and its ledger, the newest line first."""
    found = queries.budget_for(current_user, budget_id)
    page = page_of(queries.entries_of(found), web.args.get("na"))
    return render_template(
        "support/budget.html",
        budget=found,
        page=page,
        lines=[_cells(entry) for entry in page.rows],
        address=lambda bookmark: url_for(".budget", budget_id=budget_id, na=bookmark),
    )


def _cells(entry: BudgetEntry) -> list[str]:
    """Return a line of the ledger as the cells of a table."""
    return [
        moment_words(entry.at),
        entry.kind.label,
        (entry.request.reference if entry.request else None) or "",
        entry.by.name,
        euros(entry.cents),
    ]
