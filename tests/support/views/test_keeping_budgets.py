"""Administrators keep the budgets."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.support import ledger
from app.support.lifecycle import RequestState
from app.support.models import Budget
from factories.accounts import a_coordinator, an_administrator
from factories.areas import a_town
from factories.support import a_budget, a_request

SignedIn = Callable[[User], FlaskClient]
NEW = "/beheer/budgetten/nieuw"


def plain(page: str) -> str:
    """Return a page with ordinary blanks in its amounts."""
    return page.replace("\u00a0", " ")


def a_filled_budget(**changed: str) -> dict[str, str]:
    return {
        "name": "Wijkbudget Noord",
        "area_id": str(a_town().north.id),
        "year": "2026",
        "ceiling_cents": "10.000",
        "max_per_request_cents": "5.000,00",
        "legal_basis": "Regeling 2026, artikel 4",
        "legal_regime": "awb_decision",
        "decision_days": "",
    } | changed


def test_a_budget_is_added_and_changed(signed_in: SignedIn) -> None:
    ada = signed_in(an_administrator())
    assert ada.post(NEW, data=a_filled_budget()).location == "/beheer/budgetten"
    budget = db.session.query(Budget).one()
    assert (budget.ceiling_cents, budget.decision_days) == (10_000_00, None)

    change = a_filled_budget(ceiling_cents="12.500,50", decision_days="28", version="1")
    path = f"/beheer/budgetten/{budget.id}"
    assert 'value="10000,00"' in ada.get(path).text
    assert ada.post(path, data=change).status_code == 303
    db.session.refresh(budget)
    assert (budget.ceiling_cents, budget.decision_days) == (12_500_50, 28)


def test_what_is_promised_from_a_budget_stays_possible(signed_in: SignedIn) -> None:
    budget, ada = a_budget(), an_administrator()
    request = a_request(state=RequestState.IN_ASSESSMENT)
    ledger.reserve(budget, request, 800_00, by=ada)
    path = f"/beheer/budgetten/{budget.id}"
    browser = signed_in(ada)

    low = browser.post(path, data=a_filled_budget(ceiling_cents="799,99", version="1"))
    elsewhere = a_filled_budget(area_id=str(a_town().south.id), version="1")
    moved = browser.post(path, data=elsewhere)
    later = browser.post(path, data=a_filled_budget(year="2027", version="1"))

    assert (low.status_code, "Er is al € 800,00 beloofd." in plain(low.text)) == (422, True)
    for page in (moved, later):
        assert (page.status_code, "Uit dit budget is al geld beloofd." in page.text) == (422, True)
    db.session.refresh(budget)
    assert budget.ceiling_cents == 10_000_00


def test_two_administrators_at_once_see_both_versions(signed_in: SignedIn) -> None:
    budget = a_budget()
    ada, bo = signed_in(an_administrator()), signed_in(an_administrator("Bo"))
    path = f"/beheer/budgetten/{budget.id}"
    assert ada.post(path, data=a_filled_budget(name="Van Ada", version="1")).status_code == 303

    page = bo.post(path, data=a_filled_budget(name="Van Bo", version="1"))

    assert page.status_code == 409
    assert all(words in page.text for words in (">Van Ada<", 'value="Van Bo"', 'value="2"'))


def test_only_administrators_keep_them(signed_in: SignedIn, client: FlaskClient) -> None:
    paths = ("/beheer/budgetten", NEW)

    assert [signed_in(a_coordinator()).get(path).status_code for path in paths] == [403] * 2
    assert [client.get(path).status_code for path in paths] == [303] * 2
    assert signed_in(an_administrator()).get("/beheer/budgetten/99").status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", " ", "Geef het budget een naam."),
        ("ceiling_cents", "-5", "Vul een bedrag in, bijvoorbeeld 125,50."),
        ("ceiling_cents", "1e9", "Vul een bedrag in, bijvoorbeeld 125,50."),
        ("ceiling_cents", "20.000.001", "minstens € 1 en hoogstens € 20.000.000."),
        ("max_per_request_cents", "0", "minstens € 1 en hoogstens € 1.000.000."),
        ("year", "26", "Vul een jaar in, bijvoorbeeld 2027."),
        ("decision_days", "366", "Vul een getal in van 1 tot en met 365."),
    ],
)
def test_a_wrong_answer_is_told_and_the_rest_is_kept(
    signed_in: SignedIn, field: str, value: str, sentence: str
) -> None:
    page = signed_in(an_administrator()).post(NEW, data=a_filled_budget(**{field: value}))

    assert (page.status_code, sentence in plain(page.text)) == (422, True)
    assert "Regeling 2026, artikel 4" in page.text
    assert db.session.query(Budget).count() == 0
