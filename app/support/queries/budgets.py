"""Read the budgets: how much there is where, and every line of the ledger."""

from flask_babel import gettext as _
from sqlalchemy import Select, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import User
from app.accounts.roles import Permission
from app.areas.models import Area, AreaKind
from app.core.db import db
from app.core.errors import NotFound
from app.support.decisions import BudgetEntry
from app.support.models import Budget


def budgets_for(area_ids: set[int], year: int) -> list[Budget]:
    """Return the budgets of a year for a place: its own first, then those of the municipality."""
    query = (
        select(Budget)
        .join(Budget.area)
        .where(
            Budget.year == year,
            or_(Budget.area_id.in_(area_ids), Area.kind == AreaKind.MUNICIPALITY),
        )
        .order_by(Area.kind == AreaKind.MUNICIPALITY, Budget.name, Budget.id)
    )
    return list(db.session.scalars(query))


def most_per_request(area_ids: set[int], year: int) -> int | None:
    """Return the most cents one request can ask in a place; ``None`` without a budget."""
    return max(
        (budget.max_per_request_cents for budget in budgets_for(area_ids, year)), default=None
    )


def shortest_rule(area_ids: set[int], year: int) -> int | None:
    """Return the shortest term in days that a budget of a place promises; ``None`` without one."""
    days = [budget.decision_days for budget in budgets_for(area_ids, year)]
    return min(filter(None, days), default=None)


def budgets_of(actor: User) -> list[Budget]:
    """Return the budgets ``actor`` works with, newest year first."""
    query = select(Budget).where(Budget.area_id.in_(_areas_of(actor)))
    ordered = query.options(joinedload(Budget.area)).order_by(Budget.year.desc(), Budget.name)
    return list(db.session.scalars(ordered))


def budget_for(actor: User, budget_id: int) -> Budget:
    """Return one of the budgets ``actor`` works with. Raises ``NotFound``."""
    query = select(Budget).where(Budget.id == budget_id, Budget.area_id.in_(_areas_of(actor)))
    budget = db.session.scalar(query.options(joinedload(Budget.area)))
    if budget is None:
        raise NotFound(_("We kunnen dit budget niet vinden."))
    return budget


def all_budgets() -> list[Budget]:
    """Return every budget, newest year first, for those who keep them."""
    query = select(Budget).options(joinedload(Budget.area))
    return list(db.session.scalars(query.order_by(Budget.year.desc(), Budget.name, Budget.id)))


def found_budget(budget_id: int) -> Budget:
    """Return a budget by its number, for those who keep them. Raises ``NotFound``."""
    budget = db.session.get(Budget, budget_id)
    if budget is None:
        raise NotFound(_("We kunnen dit budget niet vinden."))
    return budget


def lock_budget(budget: Budget) -> None:
    """Look at ``budget`` as it is now; no money moves on it until this transaction ends."""
    held = select(Budget).where(Budget.id == budget.id).with_for_update()
    db.session.scalars(held.execution_options(populate_existing=True)).one()


def has_entries(budget: Budget) -> bool:
    """Tell whether money ever moved on a budget."""
    lines = select(BudgetEntry.id).where(BudgetEntry.budget_id == budget.id)
    return db.session.scalar(lines.limit(1)) is not None


def entries_of(budget: Budget) -> Select[BudgetEntry]:
    """Select the ledger of a budget, the newest line first."""
    return (
        select(BudgetEntry)
        .where(BudgetEntry.budget_id == budget.id)
        .options(
            joinedload(BudgetEntry.request), joinedload(BudgetEntry.by).lazyload(User.assignments)
        )
        .order_by(BudgetEntry.id.desc())
    )


def _areas_of(actor: User) -> Select[int]:
    """Select the areas of the budgets of ``actor``: those of the role, and the municipality's."""
    ids: set[int] = set()
    for permission in (Permission.COORDINATE, Permission.DECIDE):
        where = actor.areas_where(permission)
        if where is None:
            return select(Area.id)
        ids.update(where)
    own = Area.id.in_(ids)
    return select(Area.id).where(own | (Area.kind == AreaKind.MUNICIPALITY) if ids else own)
