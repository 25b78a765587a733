"""Keep the catalogue: what is offered, on which conditions, and how soon you hear."""

from sqlalchemy import exists, select

from app.accounts.models import User
from app.audit.service import record
from app.core import clock
from app.core.db import db
from app.core.permissions import authorize
from app.core.text import slug
from app.support import rules
from app.support.models import SupportType
from app.support.values import TypePlan


def add_type(plan: TypePlan, *, by: User) -> SupportType:
    """Put a line in the catalogue; its web address is its name, and never changes."""
    authorize(by, rules.keep_catalogue)
    kind = SupportType(slug=_free_slug(slug(plan.name)))
    _fill(kind, plan)
    db.session.add(kind)
    record(by, "support_types.add", kind)
    return kind


def change_type(kind: SupportType, plan: TypePlan, *, by: User) -> None:
    """Change a line of the catalogue; requests that were sent in keep their term."""
    authorize(by, rules.keep_catalogue)
    _fill(kind, plan)
    record(by, "support_types.change", kind)


def withdraw_type(kind: SupportType, *, by: User) -> None:
    """Stop offering it; the page stays and says so."""
    authorize(by, rules.keep_catalogue)
    kind.withdrawn_on = clock.today()
    record(by, "support_types.withdraw", kind)


def restore_type(kind: SupportType, *, by: User) -> None:
    """Offer it again."""
    authorize(by, rules.keep_catalogue)
    kind.withdrawn_on = None
    record(by, "support_types.restore", kind)


def _fill(kind: SupportType, plan: TypePlan) -> None:
    kind.kind, kind.name, kind.description = plan.kind, plan.name, plan.description
    kind.conditions = list(plan.conditions)
    kind.promised_days, kind.legal_regime = plan.promised_days, plan.legal_regime
    kind.max_cents = plan.max_cents
    kind.provider_id, kind.area_id = plan.provider_id, plan.area_id


def _free_slug(wanted: str) -> str:
    """Return ``wanted``, or ``wanted-2`` and so on when it is in use."""
    wanted, number = wanted or "hulp", 1
    found = wanted
    while db.session.scalar(select(exists().where(SupportType.slug == found))):
        number += 1
        found = f"{wanted}-{number}"
    return found
