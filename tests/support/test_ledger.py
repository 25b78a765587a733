"""The ledger tells how every euro of a budget moved."""

from collections import Counter

import pytest

from app.core.db import db
from app.core.errors import OutOfDate, Refused
from app.core.text import tidy
from app.support import ledger
from app.support.decisions import BudgetEntry, EntryKind
from app.support.models import Budget
from factories.accounts import a_coordinator
from factories.support import a_budget, a_request


def totals(budget: Budget) -> Counter[EntryKind]:
    """Return the sums of the ledger, after looking whether they are those of the budget."""
    sums: Counter[EntryKind] = Counter()
    for entry in db.session.query(BudgetEntry).filter_by(budget_id=budget.id):
        sums[entry.kind] += entry.cents
    reserved = sums[EntryKind.RESERVED] - sums[EntryKind.RELEASED] - sums[EntryKind.BOOKED]
    assert (budget.reserved_cents, budget.booked_cents) == (reserved, sums[EntryKind.BOOKED])
    return sums


def test_the_sums_of_a_budget_are_those_of_its_ledger() -> None:
    budget, request, by = a_budget(), a_request(), a_coordinator()

    ledger.reserve(budget, request, 1850_00, by=by)
    ledger.reserve(budget, request, 400_00, by=by)
    ledger.release(budget, request, 400_00, by=by)
    ledger.book(budget, request, reserved=1850_00, booked=1000_00, by=by)

    assert totals(budget) == {
        EntryKind.RESERVED: 2250_00,
        EntryKind.RELEASED: 1250_00,
        EntryKind.BOOKED: 1000_00,
    }
    assert budget.free_cents == 9_000_00


def test_everything_can_be_reserved_but_not_a_cent_more() -> None:
    budget, request, by = a_budget(ceiling=100_00), a_request(), a_coordinator()
    ledger.reserve(budget, request, 60_00, by=by)

    with pytest.raises(Refused) as refusal:
        ledger.reserve(budget, request, 40_01, by=by)
    assert (tidy(refusal.value.message), refusal.value.field) == (
        "Op dit budget is nog € 40,00 vrij.",
        "amount",
    )

    ledger.reserve(budget, request, 40_00, by=by)
    assert totals(budget) == {EntryKind.RESERVED: 100_00}


def test_what_is_not_reserved_cannot_be_booked_or_released() -> None:
    budget, request, by = a_budget(), a_request(), a_coordinator()
    ledger.reserve(budget, request, 100_00, by=by)

    with pytest.raises(OutOfDate):
        ledger.book(budget, request, reserved=200_00, booked=200_00, by=by)
    with pytest.raises(OutOfDate):
        ledger.release(budget, request, 200_00, by=by)

    assert totals(budget) == {EntryKind.RESERVED: 100_00}


def test_nothing_leaves_no_line() -> None:
    budget, request, by = a_budget(), a_request(), a_coordinator()
    ledger.reserve(budget, request, 100_00, by=by)

    ledger.book(budget, request, reserved=100_00, booked=0, by=by)

    assert totals(budget) == {EntryKind.RESERVED: 100_00, EntryKind.RELEASED: 100_00}
