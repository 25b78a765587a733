"""Guessing is slowed down per account and per network; nobody is locked out by another."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_limiter import Limiter

from app import create_app
from app.accounts import passwords
from app.core.db import db
from app.web.throttle import limiter
from factories.accounts import a_moderator
from factories.second_factor import an_app

PAGE = "/inloggen/medewerkers"
GOOD = "paard batterij nietje"
MO = "mo@voorbeeld.example"


@pytest.fixture
def strict(app: Flask) -> Iterator[Flask]:
    """Give the same portal with its limits switched on."""
    names = ("SQLALCHEMY_DATABASE_URI", "MAIL_URL", "WTF_CSRF_ENABLED", "TESTING")
    settings = {name: app.config[name] for name in names}
    portal = create_app({**settings, "RATELIMIT_ENABLED": True})
    person = a_moderator()
    person.password_hash = passwords.hashed(GOOD)
    db.session.commit()
    yield portal
    limiter.reset()
    limiter.enabled = False
    with portal.app_context():
        for engine in db.engines.values():
            engine.dispose()


def attempt(client: FlaskClient, email: str, password: str, address: str) -> int:
    typed = {"email": email, "password": password}
    return client.post(PAGE, data=typed, environ_base={"REMOTE_ADDR": address}).status_code


def test_ten_wrong_passwords_for_one_account_are_enough_from_wherever(strict: Flask) -> None:
    client = strict.test_client()
    answers = [attempt(client, MO, "wrong", f"192.0.2.{number}") for number in range(11)]

    assert answers == [422] * 10 + [429]
    assert attempt(client, " MO@Voorbeeld.example", GOOD, "198.51.100.1") == 429
    assert attempt(client, "other@voorbeeld.example", "wrong", "198.51.100.1") == 422


def test_thirty_wrong_passwords_from_one_network_are_enough_for_whatever_account(
    strict: Flask,
) -> None:
    client = strict.test_client()
    answers = [
        attempt(client, f"a{number}@voorbeeld.example", "x", f"2001:db8:1:2::{number + 1:x}")
        for number in range(31)
    ]

    assert answers == [422] * 30 + [429]
    assert attempt(client, MO, GOOD, "2001:db8:1:2::ffff") == 429
    assert attempt(client, MO, GOOD, "2001:db8:1:3::1") == 303


def test_a_whole_town_hall_signs_in_from_one_address(strict: Flask) -> None:
    answers = {attempt(strict.test_client(), MO, GOOD, "192.0.2.1") for _ in range(40)}

    assert answers == {303}


def test_thirty_wrong_codes_from_one_network_are_enough(strict: Flask) -> None:
    for number in range(4):
        mate = a_moderator(f"Mo {number}")
        mate.password_hash = passwords.hashed(GOOD)
        an_app(mate)
    db.session.commit()
    answers = []
    for number in range(4):
        client = strict.test_client()
        attempt(client, f"mo.{number}@voorbeeld.example", GOOD, "192.0.2.1")
        for _time in range(8):
            typed = {"code": "AAAA-BBBB-CCCC"}
            sender = {"REMOTE_ADDR": "192.0.2.1"}
            answer = client.post("/inloggen/herstelcode", data=typed, environ_base=sender)
            answers.append(answer.status_code)

    assert answers == [422] * 30 + [429] * 2


def test_without_a_store_for_the_limits_nobody_comes_in(
    strict: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_away(*_: object, **__: object) -> bool:
        raise ConnectionError("the store is away")

    monkeypatch.setattr(limiter.limiter, "test", is_away)
    monkeypatch.setattr(limiter.limiter, "hit", is_away)
    client = strict.test_client()
    strict.testing = False

    assert attempt(client, MO, GOOD, "192.0.2.1") == 500
    strict.testing = True
    assert client.get("/mijn/gegevens").status_code == 303


def test_the_owner_of_a_hammered_account_comes_in_with_a_link(strict: Flask) -> None:
    client = strict.test_client()
    for _ in range(11):
        attempt(client, MO, "wrong", "192.0.2.1")

    assert client.post("/inloggen", data={"email": MO}).status_code == 303


def test_one_network_asks_for_sixty_links_an_hour(strict: Flask) -> None:
    client = strict.test_client()
    answers = [
        client.post("/inloggen", data={"email": f"a{number}@voorbeeld.example"}).status_code
        for number in range(61)
    ]

    assert answers == [303] * 60 + [429]


def test_thirty_guesses_of_the_code_on_a_paper_are_enough(strict: Flask) -> None:
    client = strict.test_client()
    answers = [client.get(f"/bewijs/{number}").status_code for number in range(31)]
    typed = [client.post("/bewijs", data={"code": str(one)}).status_code for one in range(31)]

    assert answers == [404] * 30 + [429]
    assert typed == [422] * 30 + [429]


def test_too_often_is_told_calmly(strict: Flask) -> None:
    client = strict.test_client()
    for _ in range(10):
        attempt(client, MO, "wrong", "192.0.2.1")

    answer = client.post(PAGE, data={"email": MO, "password": "x"})

    assert (answer.status_code, "Je doet dit te vaak" in answer.text) == (429, True)


def test_the_tests_above_did_not_leave_the_limits_on() -> None:
    assert isinstance(limiter, Limiter)
    assert limiter.enabled is False
