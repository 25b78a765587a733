"""Keep the budgets: how much money there is for an area and a year, and by which rule it is given."""

from flask_babel import gettext as _

from app.accounts.models import User
from app.audit.service import record
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.money import euros
from app.core.permissions import authorize
from app.support import queries, rules
from app.support.models import Budget
from app.support.values import BudgetPlan


def add_budget(plan: BudgetPlan, *, by: User) -> Budget:
    """Add a budget. Money can be asked from it at once, when it is for this year."""
    authorize(by, rules.keep_budgets)
    budget = Budget()
    _fill(budget, plan)
    db.session.add(budget)
    record(by, "budgets.add", budget, new=_amount(budget))
    return budget


def change_budget(budget: Budget, plan: BudgetPlan, *, by: User) -> None:
    """Change a budget.

    Raises ``Refused`` at ``ceiling_cents`` below what is promised already, and at ``area_id`` or
    ``year`` once money moved, because the lines of its ledger are about that place and year;
    ``OutOfDate`` when a colleague was first.
    """
    authorize(by, rules.keep_budgets)
    seen = budget.version
    queries.lock_budget(budget)
    if budget.version != seen:
        raise OutOfDate(_("Iemand anders heeft dit net veranderd."))
    _check(budget, plan)
    old = _amount(budget)
    _fill(budget, plan)
    record(by, "budgets.change", budget, old=old, new=_amount(budget))


def _check(budget: Budget, plan: BudgetPlan) -> None:
    promised = budget.reserved_cents + budget.booked_cents
    if plan.ceiling_cents < promised:
        raise Refused(
            _("Er is al %(amount)s beloofd. Lager kan het plafond niet.", amount=euros(promised)),
            field="ceiling_cents",
        )
    if not queries.has_entries(budget):
        return
    for field in ("area_id", "year"):
        if getattr(plan, field) != getattr(budget, field):
            said = _("Uit dit budget is al geld beloofd. Dit kun je niet meer veranderen.")
            raise Refused(said, field=field)


def _fill(budget: Budget, plan: BudgetPlan) -> None:
    budget.name, budget.area_id, budget.year = plan.name, plan.area_id, plan.year
    budget.ceiling_cents = plan.ceiling_cents
    budget.max_per_request_cents = plan.max_per_request_cents
    budget.legal_basis, budget.legal_regime = plan.legal_basis, plan.legal_regime
    budget.decision_days = plan.decision_days


def _amount(budget: Budget) -> str:
    """Return the ceiling as the log keeps it, in no language."""
    return f"{budget.ceiling_cents // 100},{budget.ceiling_cents % 100:02}"
