"""Who does nothing for a while is out; who goes on stays, but not for ever; and reading writes little."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from app.accounts import sessions
from app.accounts.models import LoginSession, User
from app.core import clock
from app.core.db import db
from factories.accounts import a_moderator, a_person
from factories.notifications import link_to
from factories.second_factor import gives_password, is_in, mo_with_password

OURS = {"Sec-Fetch-Site": "same-origin"}
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
Passes = Callable[[timedelta], None]


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Passes:
    """Return a function that lets time pass."""
    at = [clock.now()]
    monkeypatch.setattr(clock, "now", lambda: at[0])

    def later(time: timedelta) -> None:
        at[0] += time

    return later


def ends() -> datetime:
    db.session.expire_all()
    return db.session.query(LoginSession).one().expires_at


def comes_in(client: FlaskClient, person: User) -> None:
    """Let somebody sign in with a link."""
    client.post("/inloggen", data={"email": person.email})
    client.post(link_to(person.email))
    assert is_in(client)


@pytest.mark.parametrize(("is_staff", "lasts"), [(False, 14 * DAY), (True, HOUR)])
def test_a_session_begins_with_the_time_of_doing_nothing(
    app: Flask, passes: Passes, is_staff: bool, lasts: timedelta
) -> None:
    with app.test_request_context():
        sessions.begin(a_moderator() if is_staff else a_person())

    assert ends() == clock.now() + lasts


@pytest.mark.parametrize(
    ("is_staff", "idle", "longest"), [(False, 14 * DAY, 30 * DAY), (True, HOUR, 12 * HOUR)]
)
def test_who_goes_on_stays_and_not_for_ever(
    client: FlaskClient, passes: Passes, is_staff: bool, idle: timedelta, longest: timedelta
) -> None:
    began = clock.now()
    comes_in(client, a_moderator() if is_staff else a_person())

    stays = []
    while clock.now() < began + 2 * longest and is_in(client):
        stays.append(clock.now() - began)
        passes(idle / 2)

    assert longest - idle / 2 <= stays[-1] < longest


@pytest.mark.parametrize(("is_staff", "idle"), [(False, 14 * DAY), (True, HOUR)])
def test_who_does_nothing_is_out(
    client: FlaskClient, passes: Passes, is_staff: bool, idle: timedelta
) -> None:
    comes_in(client, a_moderator() if is_staff else a_person())
    passes(idle / 2)
    assert is_in(client)

    passes(idle - MINUTE)
    assert is_in(client)
    passes(idle)
    assert not is_in(client)


def test_the_time_is_a_setting(
    app: Flask, client: FlaskClient, passes: Passes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "STAFF_IDLE_MINUTES", 20)
    comes_in(client, a_moderator())

    passes(21 * MINUTE)

    assert not is_in(client)


def test_reading_writes_once_in_a_while(client: FlaskClient, passes: Passes) -> None:
    comes_in(client, a_moderator())
    written: list[str] = []

    def notice(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("UPDATE login_sessions"):
            written.append(statement)

    event.listen(db.engine, "before_cursor_execute", notice)
    for _minute in range(20):
        client.get("/moderatie")
        passes(MINUTE)
    event.remove(db.engine, "before_cursor_execute", notice)

    assert len(written) == 3


def test_a_page_is_given_when_its_use_cannot_be_written_down(
    client: FlaskClient, passes: Passes
) -> None:
    comes_in(client, a_moderator())
    passes(HOUR / 2)

    def refuse(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("UPDATE login_sessions"):
            raise OperationalError(statement, None, Exception("database is locked"))

    event.listen(db.engine, "before_cursor_execute", refuse)
    answer = client.get("/moderatie")
    event.remove(db.engine, "before_cursor_execute", refuse)

    assert answer.status_code == 200


def test_who_signs_out_stays_out(client: FlaskClient, passes: Passes) -> None:
    comes_in(client, a_moderator())
    passes(HOUR / 2)

    client.post("/uitloggen")

    assert ends() < clock.now() + HOUR
    assert not is_in(client)


def test_what_was_typed_comes_back_and_arrives_after_signing_in(
    client: FlaskClient, passes: Passes
) -> None:
    mo = mo_with_password()
    gives_password(client)
    passes(HOUR)

    kept = client.post("/mijn/gegevens", data={"name": "Mo de Moderator"}, headers=OURS)
    assert (kept.status_code, "Mo de Moderator" in kept.text) == (403, True)

    gives_password(client)
    sent = client.post("/mijn/gegevens", data={"name": "Mo de Moderator"}, headers=OURS)
    assert (sent.status_code, db.session.get_one(User, mo.id).name) == (303, "Mo de Moderator")


def test_a_page_is_found_again_and_says_why_it_asks(client: FlaskClient, passes: Passes) -> None:
    anna, why = a_person("Anna"), "Je bent niet meer ingelogd."
    comes_in(client, anna)
    passes(15 * DAY)

    asked = client.get("/berichten?na=1")
    page = client.get(asked.location).text
    client.post("/inloggen", data={"email": anna.email, "verder": "/berichten?na=1"})

    assert (asked.location, why in page) == ("/inloggen?verder=/berichten?na%3D1", True)
    assert client.post(link_to(anna.email)).location == "/berichten?na=1"
    client.post("/uitloggen")
    assert why not in client.get("/inloggen").text
