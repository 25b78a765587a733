"""From the password through a code into the portal, and everything that does not lead in."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import Doorstep, SecondFactor
from app.core import clock
from app.core.db import db
from factories.accounts import a_person, an_administrator
from factories.notifications import link_to
from factories.second_factor import (
    APP,
    CODE,
    GOOD,
    MO,
    PAPER,
    SIGN_IN,
    Browsers,
    an_app,
    gives_password,
    is_in,
    mo_with_password,
    on_paper,
    shown,
)

SECRET = 'strong dir="ltr">'


@pytest.fixture
def obligatory(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let staff of this portal not do without a second factor."""
    monkeypatch.setitem(app.config, "STAFF_SECOND_FACTOR", "obligatory")


def secret_on(page: str) -> str:
    """Return the secret that a page shows, to type in an app."""
    return page.split(SECRET)[1].split("<", maxsplit=1)[0].replace(" ", "")


def test_password_and_code_lead_to_the_page_that_was_wanted(client: FlaskClient) -> None:
    secret = an_app(mo_with_password())
    assert gives_password(client) == CODE
    assert not is_in(client)

    page = client.get(CODE)
    answer = client.post(CODE, data={"code": shown(secret)})

    for part in ('autocomplete="one-time-code"', 'inputmode="numeric"'):
        assert part in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert (answer.status_code, answer.location, is_in(client)) == (303, "/moderatie", True)


@pytest.mark.parametrize("code", ["000000", "12345", "", "abcdef", "' or 1=1"])
def test_what_is_not_right_is_told_and_kept(client: FlaskClient, code: str) -> None:
    an_app(mo_with_password())
    gives_password(client)

    answer = client.post(CODE, data={"code": code})

    assert (answer.status_code, 'href="#code"' in answer.text) == (422, True)
    assert code == "' or 1=1" or f'value="{code}"' in answer.text
    assert not is_in(client)


def test_a_link_in_the_mail_asks_for_the_code_as_well(client: FlaskClient) -> None:
    secret = an_app(mo_with_password())
    client.post("/inloggen", data={"email": MO, "verder": "/moderatie"})

    assert client.post(link_to(MO)).location == CODE
    assert not is_in(client)
    assert client.post(CODE, data={"code": shown(secret)}).location == "/moderatie"


def test_a_new_password_does_not_go_around_the_code(
    signed_in: Browsers, client: FlaskClient
) -> None:
    mo = mo_with_password()
    an_app(mo)
    signed_in(mo).post("/mijn/wachtwoord")

    answer = client.post(link_to(MO), data={"password": "vier losse molens draaien"})

    assert (answer.location, is_in(client)) == (CODE, False)


@pytest.mark.parametrize("page", [CODE, PAPER, APP])
def test_without_a_password_the_pages_lead_nowhere(client: FlaskClient, page: str) -> None:
    assert client.get(page).status_code == 410
    answer = client.post(page, data={"code": "123456"})
    assert (answer.status_code, answer.location) == (303, page)


@pytest.mark.parametrize("page", [CODE, PAPER, APP])
def test_who_is_in_already_goes_on(signed_in: Browsers, page: str) -> None:
    assert signed_in(a_person("Anna")).get(page).location == "/mijn"


def test_the_doorstep_knows_its_own_page(client: FlaskClient, obligatory: None) -> None:
    mo = mo_with_password()
    gives_password(client)
    assert [client.get(page).location for page in (CODE, PAPER)] == [APP, APP]
    assert client.post(CODE, data={"code": "123456"}).location == APP

    an_app(mo)
    gives_password(client)
    assert client.get(APP).location == CODE


def test_a_session_from_before_the_factor_was_demanded_is_over(
    signed_in: Browsers, obligatory: None
) -> None:
    assert not is_in(signed_in(mo_with_password()))
    assert is_in(signed_in(a_person("Anna")))  # residents have none


def test_staff_set_an_app_up_and_get_codes_once(client: FlaskClient, obligatory: None) -> None:
    mo_with_password()
    assert gives_password(client) == APP
    page = client.get(APP)
    secret = secret_on(page.text)
    assert (len(secret), "<svg" in page.text, f"secret={secret}" in page.text) == (32, True, True)
    assert page.headers["Cache-Control"] == "no-store"

    wrong = client.post(APP, data={"code": "000000"})
    assert (wrong.status_code, secret_on(wrong.text), is_in(client)) == (422, secret, False)
    done = client.post(APP, data={"code": shown(secret)})

    assert (done.status_code, done.headers["Cache-Control"]) == (200, "no-store")
    assert (done.text.count("<li><strong"), 'href="/moderatie"' in done.text) == (10, True)
    assert is_in(client)
    assert client.post(APP, data={"code": shown(secret)}).location == APP  # sent once more
    assert client.get(APP).location == "/mijn"


def test_a_code_on_paper_lets_in_and_says_how_many_are_left(client: FlaskClient) -> None:
    mo = mo_with_password()
    an_app(mo)
    paper = on_paper(mo)
    gives_password(client)
    assert client.get(PAPER).status_code == 200
    wrong = client.post(PAPER, data={"code": "AAAA-BBBB-CCCC"})
    assert (wrong.status_code, 'value="AAAA-BBBB-CCCC"' in wrong.text) == (422, True)

    answer = client.post(PAPER, data={"code": paper[0]})

    assert answer.location == "/moderatie"
    assert "nog 9 herstelcodes" in client.get("/mijn/gegevens").text
    gives_password(client)
    assert client.post(PAPER, data={"code": paper[0]}).status_code == 422


def test_a_doorstep_that_is_too_old_is_closed(client: FlaskClient) -> None:
    secret = an_app(mo_with_password())
    gives_password(client)
    db.session.query(Doorstep).one().expires_at = clock.now() - timedelta(seconds=1)

    answer = client.post(CODE, data={"code": shown(secret)})

    assert (answer.status_code, client.get(answer.location).status_code) == (303, 410)
    assert not is_in(client)


@pytest.mark.parametrize("how", ["blocked", "no role any more", "app reset"])
def test_who_may_not_come_in_any_more_does_not_pass_half_way(
    client: FlaskClient, signed_in: Browsers, how: str
) -> None:
    mo = mo_with_password()
    secret = an_app(mo)
    gives_password(client)
    if how == "blocked":
        mo.blocked_at = clock.now()
    elif how == "no role any more":
        ada = signed_in(an_administrator())
        ada.post(f"/beheer/rollen/{mo.assignments[0].id}/intrekking")
    else:
        db.session.query(SecondFactor).delete()

    answer = client.post(CODE, data={"code": shown(secret)})

    assert (answer.status_code in (303, 422), is_in(client)) == (True, False)
    assert answer.location in (CODE, None)


def test_a_stolen_doorstep_cookie_opens_nothing_after_its_owner_came_in(
    app: Flask, client: FlaskClient
) -> None:
    secret = an_app(mo_with_password())
    gives_password(client)
    thief = app.test_client()
    with client.session_transaction() as owners, thief.session_transaction() as stolen:
        stolen.update(owners)
    client.post(CODE, data={"code": shown(secret)})

    answer = thief.post(CODE, data={"code": shown(secret, half_minutes=1)})

    assert (answer.location, is_in(thief)) == (CODE, False)


def test_the_password_page_says_nothing_of_the_code(client: FlaskClient) -> None:
    an_app(mo_with_password())

    wrong = client.post(SIGN_IN, data={"email": MO, "password": f"{GOOD}!"})

    assert (wrong.status_code, db.session.query(Doorstep).count()) == (422, 0)
