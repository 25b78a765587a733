"""The page about money: amounts as people type them, a plan in balance, and nothing lost."""

from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from app.support.lifecycle import RequestState
from factories.support import a_budget, a_request

SignedIn = Callable[[User], FlaskClient]
PLANTS = {"costs-0-description": "Planten", "costs-0-amount": "12,5o", "asked": "twaalf"}


def test_the_money_page_keeps_what_is_no_amount_and_says_so(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)

    page = signed_in(request.author).post(f"/ondersteuning/{request.id}/geld", data=PLANTS)

    assert page.status_code == 422
    assert 'value="12,5o"' in page.text
    assert 'value="twaalf"' in page.text
    assert page.text.count("Vul een bedrag in, bijvoorbeeld 125,50.") == 4


def test_a_plan_out_of_balance_is_told_at_the_amount_that_is_asked(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)
    answers = {"costs-0-description": "Planten", "costs-0-amount": "100", "asked": "99,99"}

    page = signed_in(request.author).post(f"/ondersteuning/{request.id}/geld", data=answers)

    assert page.status_code == 422
    assert 'id="asked-error"' in page.text
    assert "Er ontbreekt € 0,01." in unescape(page.text).replace("\u00a0", " ")
    assert 'value="99,99"' in page.text


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"asked": "500,01"}, "Vul in wat het kost."),
        ({"costs-0-description": "Planten", "costs-0-amount": "", "asked": "10"}, "Vul een bedrag in."),
        ({"costs-0-description": "", "costs-0-amount": "5", "asked": "10"}, "Vul in waar dit bedrag voor is."),
        ({"costs-0-description": "Lucht", "costs-0-amount": "0", "asked": "10"}, "Vul een bedrag in van meer dan € 0."),
        ({"costs-0-description": "Planten", "costs-0-amount": "5", "asked": ""}, "Vul in welk bedrag je van de gemeente vraagt."),
    ],
)  # fmt: skip
def test_a_line_that_is_half_full_is_refused(
    signed_in: SignedIn, answers: dict[str, str], sentence: str
) -> None:
    request = a_request(state=RequestState.DRAFT)

    page = signed_in(request.author).post(f"/ondersteuning/{request.id}/geld", data=answers)

    assert page.status_code == 422
    assert sentence in page.text


def test_a_line_of_costs_is_added_and_the_page_shows_what_was_saved(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)
    browser = signed_in(request.author)
    path = f"/ondersteuning/{request.id}/geld"

    saved = browser.get(path)
    more = browser.post(path, data=PLANTS | {"add": "covers"})

    assert 'value="2000,00"' in saved.text
    assert 'value="1850,00"' in saved.text
    assert 'name="covers-1-amount"' in more.text
    assert 'value="12,5o"' in more.text


def test_the_money_page_tells_how_much_one_can_ask(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)
    browser = signed_in(request.author)
    path = f"/ondersteuning/{request.id}/geld"

    assert "Er is dit jaar nog geen budget voor jouw wijk." in browser.get(path).text
    a_budget(most=2000_00)
    db.session.commit()
    assert "Je kunt hier hoogstens €\u00a02.000,00 vragen." in unescape(browser.get(path).text)


def test_a_plan_in_balance_leads_on(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)
    answers = {"costs-0-description": "Planten", "costs-0-amount": "99,99", "asked": "99,99"}

    answer = signed_in(request.author).post(f"/ondersteuning/{request.id}/geld", data=answers)

    assert answer.location == f"/ondersteuning/{request.id}/controle"
    db.session.expire_all()
    assert request.asked_cents == 99_99
