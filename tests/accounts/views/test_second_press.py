"""A button in a mail that is pressed twice: the browser reads the second answer, so that one signs in."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts import service
from app.accounts.models import Purpose, User
from app.core import clock
from app.core.db import db
from factories.accounts import a_moderator, a_person
from factories.notifications import link_to

ANNA = "anna@voorbeeld.example"
PASSWORD = {"password": "vier molens aan de riet"}


@pytest.fixture(autouse=True)
def with_tokens(app: Flask) -> Iterator[None]:
    app.config["WTF_CSRF_ENABLED"] = True
    yield
    app.config["WTF_CSRF_ENABLED"] = False


@pytest.fixture
def anna() -> User:
    person = a_person("Anna")
    db.session.commit()
    return person


def a_link(email: str = ANNA, purpose: Purpose = Purpose.SIGN_IN) -> str:
    service.ask_link(email, purpose, go_on="/initiatieven")
    db.session.commit()
    return link_to(email)


def seen(client: FlaskClient, page: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the token of the form on a page, and the cookie of the browser that shows it."""
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(page).text)
    assert token is not None
    with client.session_transaction() as cookie:
        return {"csrf_token": token[1]}, dict(cookie)


def lose(client: FlaskClient, cookie: dict[str, str]) -> None:
    """Go back to the cookie from before an answer, as a browser does that drops the answer."""
    with client.session_transaction() as now:
        now.clear()
        now.update(cookie)


def is_in(client: FlaskClient) -> bool:
    return client.get("/mijn/gegevens").status_code == 200


@pytest.mark.usefixtures("anna")
def test_who_lost_the_first_answer_is_signed_in_by_the_second(client: FlaskClient) -> None:
    link = a_link()
    form, cookie = seen(client, link)
    client.post(link, data=form)
    lose(client, cookie)
    assert not is_in(client)
    lose(client, cookie)

    answer = client.post(link, data=form)

    assert (answer.status_code, answer.location) == (303, "/initiatieven")
    assert is_in(client)


@pytest.mark.usefixtures("anna")
def test_looking_at_the_page_again_signs_nobody_in(client: FlaskClient) -> None:
    link = a_link()
    form, cookie = seen(client, link)
    client.post(link, data=form)
    lose(client, cookie)

    assert client.get(link).status_code == 410
    assert not is_in(client)


@pytest.mark.usefixtures("anna")
def test_another_browser_does_not_come_in(app: Flask, client: FlaskClient) -> None:
    link = a_link()
    other = app.test_client()
    theirs, _ = seen(other, link)
    ours, _ = seen(client, link)

    assert client.post(link, data=ours).status_code == 303
    assert other.post(link, data=theirs).status_code == 410
    assert not is_in(other)


@pytest.mark.usefixtures("anna")
def test_a_browser_without_a_cookie_is_no_browser_that_used_it(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    link = a_link()
    app.test_client().post(link)

    assert app.test_client().post(link).status_code == 410


@pytest.mark.usefixtures("anna")
def test_a_minute_later_it_is_a_used_link(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = a_link()
    form, cookie = seen(client, link)
    client.post(link, data=form)
    lose(client, cookie)
    later = clock.now() + timedelta(seconds=61)
    monkeypatch.setattr(clock, "now", lambda: later)

    assert client.post(link, data=form).status_code == 410


@pytest.mark.usefixtures("anna")
def test_who_signed_out_does_not_come_in_with_the_button_of_before(client: FlaskClient) -> None:
    link = a_link()
    form, _ = seen(client, link)
    client.post(link, data=form)
    client.post("/uitloggen", data=form)

    assert client.post(link, data=form).status_code == 400
    assert not is_in(client)


def test_who_was_blocked_meanwhile_stays_out(client: FlaskClient, anna: User) -> None:
    link = a_link()
    form, cookie = seen(client, link)
    client.post(link, data=form)
    lose(client, cookie)
    anna.blocked_at = clock.now()
    db.session.commit()

    assert client.post(link, data=form).status_code == 410


def test_a_new_password_lets_in_by_the_second_press_too(client: FlaskClient) -> None:
    moderator = a_moderator()
    link = a_link(moderator.email, Purpose.PASSWORD)
    form, cookie = seen(client, link)
    client.post(link, data=form | PASSWORD)
    lose(client, cookie)

    answer = client.post(link, data=form | PASSWORD)

    assert (answer.status_code, answer.location) == (303, "/initiatieven")
    assert is_in(client)
