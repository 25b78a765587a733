"""Bands of amounts: what is set counts from then on, and what was sent in keeps what held."""

from dataclasses import replace

import pytest

from app.core.db import db
from app.core.errors import NotAllowed, OutOfDate, Refused
from app.support import queries, service
from app.support.bands import DEFAULTS, Accounting, Band, BandCode
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.support.values import Cost, Cover, Explanation, MoneyPlan
from factories.accounts import a_coordinator, an_administrator
from factories.support import a_request, money

A, B, C, D = DEFAULTS


def a_draft(cents: int) -> SupportRequest:
    return a_request(needs=[money(cents)], state=RequestState.DRAFT)


@pytest.mark.parametrize(
    ("cents", "code"),
    [(1, "a"), (500_00, "a"), (500_01, "b"), (5_000_00, "b"), (20_000_00, "c"), (20_000_01, "d")],
)
def test_an_amount_falls_in_one_band(cents: int, code: str) -> None:
    assert queries.band_of(cents).code is BandCode.of(code)


def test_what_is_sent_in_keeps_what_held_then() -> None:
    early, late = a_draft(400_00), a_draft(400_00)
    service.submit(early, by=early.author)

    service.change_band(
        replace(A, term_days=7, accounting=Accounting.REPORT), by=an_administrator()
    )
    service.submit(late, by=late.author)

    assert (early.term_days, early.band, early.accounting) == (14, BandCode.A, Accounting.NONE)
    assert (late.term_days, late.band, late.accounting) == (7, BandCode.A, Accounting.REPORT)


def test_who_is_second_hears_that_a_colleague_was_first() -> None:
    ada = an_administrator()
    service.change_band(replace(A, term_days=7), by=ada)

    with pytest.raises(OutOfDate):
        service.change_band(replace(A, term_days=9), by=ada)
    service.change_band(replace(A, term_days=9, version=1), by=ada)

    assert queries.bands()[0] == replace(A, term_days=9, version=2)


@pytest.mark.parametrize(
    "plan",
    [replace(A, up_to_cents=5_000_00), replace(B, up_to_cents=500_00), replace(C, up_to_cents=1)],
)
def test_bands_stay_in_order(plan: Band) -> None:
    with pytest.raises(Refused) as refusal:
        service.change_band(plan, by=an_administrator())

    assert refusal.value.field == "up_to_cents"
    assert queries.bands() == list(DEFAULTS)


def test_only_an_administrator_changes_a_band() -> None:
    with pytest.raises(NotAllowed):
        service.change_band(replace(A, term_days=7), by=a_coordinator())


def test_a_large_amount_is_for_the_subsidy_desk() -> None:
    request = a_draft(400_00)
    plan = MoneyPlan((Cost("Dak", 20_000_01),), (Cover("Gevraagd", 20_000_01, is_asked=True),))

    with pytest.raises(Refused, match="subsidieloket") as refusal:
        service.plan_money(request, plan, by=request.author)

    assert refusal.value.field == "asked"


def test_more_than_band_b_asks_a_plan_also_when_the_amount_came_after_it() -> None:
    request = a_draft(400_00)
    service.explain(request, Explanation("Kort.", asks_decision=True), by=request.author)
    plan = MoneyPlan((Cost("Dak", 6_000_00),), (Cover("Gevraagd", 6_000_00, is_asked=True),))
    service.plan_money(request, plan, by=request.author)

    with pytest.raises(Refused) as refusal:
        service.explain(request, Explanation("Kort.", asks_decision=True), by=request.author)
    with pytest.raises(Refused):
        service.submit(request, by=request.author)

    assert refusal.value.field == "text"
    service.explain(request, Explanation("Samen. " * 30, asks_decision=True), by=request.author)
    service.submit(request, by=request.author)
    db.session.flush()
    assert (request.band, request.accounting) == (BandCode.C, Accounting.RECEIPTS)
