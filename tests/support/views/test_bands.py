"""The bands on the web: what the form says before the amount, and who changes them."""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from app.accounts.models import LoginSession, User
from app.core import clock
from app.core.db import db
from app.support.lifecycle import RequestState
from factories.accounts import an_administrator
from factories.support import a_budget, a_request, money

SignedIn = Callable[[User], FlaskClient]
FILLED = {
    "version": "0",
    "up_to_cents": "750",
    "asks": "costs",
    "identity": "signed_in",
    "term_days": "21",
    "accounting": "report",
}


def test_the_money_page_tells_what_every_amount_asks(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)
    a_budget(most=2_000_00)
    db.session.commit()

    page = signed_in(request.author).get(f"/ondersteuning/{request.id}/geld")

    text = unescape(page.text).replace("\u00a0", " ")
    assert "Vraag je hoogstens € 500,00? Dan is het bedrag genoeg." in text
    assert "Vraag je meer dan € 500,00? Dan vragen we een lijst van de kosten." in text
    assert "Je krijgt antwoord binnen 4 weken. Achteraf hoef je niets te laten zien." in text
    assert "Vraag je meer dan € 5.000,00?" not in text


def test_a_small_amount_needs_no_list_of_costs(signed_in: SignedIn) -> None:
    request = a_request(state=RequestState.DRAFT)

    answer = signed_in(request.author).post(
        f"/ondersteuning/{request.id}/geld", data={"asked": "500,00"}
    )

    assert answer.status_code == 303
    db.session.expire_all()
    assert [(line.description, line.cents) for line in request.cost_lines] == [
        ("Alles samen", 500_00)
    ]


def test_who_asks_much_and_signed_in_long_ago_signs_in_again_before_sending(
    signed_in: SignedIn,
) -> None:
    request = a_request(needs=[money(6_000_00)], state=RequestState.DRAFT)
    request.explanation = "Samen. " * 30
    browser = signed_in(request.author)
    db.session.query(LoginSession).update(
        {LoginSession.created_at: clock.now() - timedelta(minutes=11)}
    )
    db.session.commit()

    answer = browser.post(f"/ondersteuning/{request.id}/indiening")

    assert answer.location == f"/inloggen/opnieuw?verder=/ondersteuning/{request.id}/controle"
    db.session.expire_all()
    assert request.state is RequestState.DRAFT


def test_an_administrator_changes_a_band_and_a_second_one_sees_what_was_first(
    signed_in: SignedIn,
) -> None:
    browser = signed_in(an_administrator())

    first = browser.post("/beheer/bedragen/a", data=FILLED)
    second = browser.post("/beheer/bedragen/a", data=FILLED | {"term_days": "9"})

    assert first.status_code == 303
    assert second.status_code == 409
    assert "Iemand anders heeft dit net veranderd" in second.text
    assert 'value="9"' in second.text
    assert "tot en met €\u00a0750,00" in unescape(browser.get("/beheer/bedragen").text)
    third = browser.post("/beheer/bedragen/a", data=FILLED | {"term_days": "9", "version": "1"})
    assert third.status_code == 303


@pytest.mark.parametrize(
    ("field", "typed"),
    [("up_to_cents", "-5"), ("up_to_cents", "1e9"), ("up_to_cents", "NaN"), ("up_to_cents", "0"),
     ("up_to_cents", "999999999"), ("up_to_cents", "6000"), ("term_days", "57"), ("term_days", ""),
     ("asks", "desk"), ("accounting", "x")],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_kept(signed_in: SignedIn, field: str, typed: str) -> None:
    page = signed_in(an_administrator()).post("/beheer/bedragen/a", data=FILLED | {field: typed})

    assert page.status_code == 422
    assert f'id="{field}-error"' in page.text
    assert field in {"asks", "accounting"} or f'value="{typed}"' in page.text


def test_a_band_that_does_not_exist_is_not_found(signed_in: SignedIn) -> None:
    assert signed_in(an_administrator()).get("/beheer/bedragen/e").status_code == 404
