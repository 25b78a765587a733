"""The money of a budget: every euro moves by one conditional UPDATE and one line in the ledger.

Reserved is what was reserved, less what was released or booked; booked is what was booked.
"""

from typing import Any, cast

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, CursorResult, update
from sqlalchemy.orm.attributes import InstrumentedAttribute

from app.accounts.models import User
from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.money import euros
from app.support.decisions import BudgetEntry, EntryKind
from app.support.models import Budget, SupportRequest


def reserve(budget: Budget, request: SupportRequest, cents: int, *, by: User) -> None:
    """Set ``cents`` aside for ``request``.

    Raises ``Refused`` at the field ``amount``, telling how much is left, when that is not enough.
    """
    room = Budget.reserved_cents + Budget.booked_cents + cents <= Budget.ceiling_cents
    if not _moved(budget, room, reserved=cents):
        db.session.refresh(budget)
        raise Refused(
            _("Op dit budget is nog %(amount)s vrij.", amount=euros(budget.free_cents)),
            field="amount",
        )
    _write(budget, request, EntryKind.RESERVED, cents, by=by)


def release(budget: Budget, request: SupportRequest, cents: int, *, by: User) -> None:
    """Give ``cents`` that were reserved for ``request`` back to the budget."""
    _settle(budget, cents, booked=0)
    _write(budget, request, EntryKind.RELEASED, cents, by=by)


def book(budget: Budget, request: SupportRequest, *, reserved: int, booked: int, by: User) -> None:
    """Spend ``booked`` of the cents that were ``reserved`` for ``request``; the rest is released."""
    _settle(budget, reserved, booked=booked)
    _write(budget, request, EntryKind.BOOKED, booked, by=by)
    _write(budget, request, EntryKind.RELEASED, reserved - booked, by=by)


def spend(budget: Budget, request: SupportRequest, cents: int, *, by: User) -> None:
    """Reserve and spend ``cents`` at once.

    Raises ``OutOfDate`` at the field ``amount``, telling how much is left, when that is not enough.
    """
    room = Budget.reserved_cents + Budget.booked_cents + cents <= Budget.ceiling_cents
    if not _moved(budget, room, reserved=0, booked=cents):
        db.session.refresh(budget)
        raise OutOfDate(
            _("Op dit budget is nog %(amount)s vrij.", amount=euros(budget.free_cents)),
            field="amount",
        )
    _write(budget, request, EntryKind.RESERVED, cents, by=by)
    _write(budget, request, EntryKind.BOOKED, cents, by=by)


def _settle(budget: Budget, reserved: int, *, booked: int) -> None:
    if not _moved(budget, Budget.reserved_cents >= reserved, reserved=-reserved, booked=booked):
        raise OutOfDate(_("Dit geld is niet meer gereserveerd. Kijk eerst wat er nu staat."))


def _moved(budget: Budget, only_if: ColumnElement[bool], *, reserved: int, booked: int = 0) -> bool:
    """Change both totals at once, if the database still agrees."""
    change: dict[InstrumentedAttribute[int], ColumnElement[int]] = {
        Budget.reserved_cents: Budget.reserved_cents + reserved,
        Budget.booked_cents: Budget.booked_cents + booked,
    }
    query = update(Budget).where(Budget.id == budget.id, only_if).values(change)
    done = db.session.execute(query, execution_options={"synchronize_session": False})
    db.session.expire(budget, ["reserved_cents", "booked_cents"])
    return cast("CursorResult[Any]", done).rowcount == 1


def _write(
    budget: Budget, request: SupportRequest, kind: EntryKind, cents: int, *, by: User
) -> None:
    if cents:
        db.session.add(
            BudgetEntry(
                budget_id=budget.id, request_id=request.id, kind=kind, cents=cents, by_id=by.id
            )
        )
        db.session.flush()
