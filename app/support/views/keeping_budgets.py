"""Budgets are added and changed by administrators."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from app.core.errors import OutOfDate, Refused
from app.core.permissions import authorize
from app.support import queries, rules, service
from app.support.forms.budgets import BudgetForm
from app.support.models import Budget
from app.support.views.blueprint import bp


@bp.get("/beheer/budgetten")
def keep_budgets() -> str:
    """Show every budget to those who keep them."""
    authorize(current_user, rules.keep_budgets)
    return render_template("support/keep_budgets.html", budgets=queries.all_budgets())


@bp.route("/beheer/budgetten/nieuw", methods=["GET", "POST"])
def add_budget() -> ResponseReturnValue:
    """Add a budget."""
    authorize(current_user, rules.keep_budgets)
    form = BudgetForm.filled(None)
    if form.accepted():
        service.add_budget(form.plan(), by=current_user)
        flash(_("Het budget is er. Teams kunnen nu geld vragen."))
        return redirect(url_for(".keep_budgets"), 303)
    return _page(form)


@bp.route("/beheer/budgetten/<int:budget_id>", methods=["GET", "POST"])
def change_budget(budget_id: int) -> ResponseReturnValue:
    """Change a budget; when somebody was first, show both versions."""
    authorize(current_user, rules.keep_budgets)
    budget = queries.found_budget(budget_id)
    form = BudgetForm.filled(budget)
    if form.accepted():
        if not form.starts_from(budget):
            return _page(form, budget, theirs=form.beside(budget))[0], OutOfDate.status
        try:
            service.change_budget(budget, form.plan(), by=current_user)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            flash(_("De wijziging is bewaard."))
            return redirect(url_for(".keep_budgets"), 303)
    return _page(form, budget)


def _page(
    form: BudgetForm, one: Budget | None = None, theirs: list[tuple[str, str]] | None = None
) -> tuple[str, int]:
    page = render_template("support/budget_form.html", form=form, one=one, theirs=theirs)
    return page, form.status
