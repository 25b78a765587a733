"""Who is using this browser: sessions begin, end, and run out."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask, session
from flask.testing import FlaskClient
from flask_login import current_user

from app.accounts import queries, sessions
from app.accounts.models import LoginSession, User
from app.core import clock
from app.core.db import db
from app.web.language import choose, chosen
from factories.accounts import a_person, a_session

SignedIn = Callable[[User], FlaskClient]


def is_in(client: FlaskClient) -> bool:
    return client.get("/mijn/gegevens").status_code == 200


def the_session() -> LoginSession:
    return db.session.query(LoginSession).one()


def test_a_token_is_kept_as_a_fingerprint(app: Flask) -> None:
    anna = a_person("Anna")
    db.session.commit()
    with app.test_request_context(headers={"User-Agent": "Firefox Android"}):
        sessions.begin(anna)
        token = session["_user_id"]
        assert current_user == anna
        assert the_session().device == "Firefox, Android"
        assert (len(token), token in str(vars(the_session()))) == (43, False)
        assert the_session().fingerprint == sessions.current_fingerprint()


@pytest.mark.parametrize(
    ("in_browser", "of_person", "both"), [("en", "nl", "en"), ("", "en", "en"), ("", "", "")]
)
def test_browser_and_person_speak_one_language_after_signing_in(
    app: Flask, in_browser: str, of_person: str, both: str
) -> None:
    anna = a_person("Anna")
    anna.language = of_person
    with app.test_request_context():
        if in_browser:
            choose(in_browser)
        sessions.begin(anna)

        assert (chosen(), anna.language) == (both, both)


def test_a_session_that_ran_out_is_over(signed_in: SignedIn) -> None:
    client = signed_in(a_person("Anna"))
    assert is_in(client)

    the_session().expires_at = clock.now() - timedelta(seconds=1)
    db.session.commit()

    assert not is_in(client)


def test_somebody_who_is_blocked_is_out_at_once(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    client = signed_in(anna)
    assert is_in(client)

    anna.blocked_at = clock.now()
    db.session.commit()

    assert not is_in(client)


def test_reading_does_not_send_the_cookie_again(signed_in: SignedIn) -> None:
    client = signed_in(a_person("Anna"))
    client.get("/over")  # the first page puts the secret of the forms in it

    assert "Set-Cookie" not in client.get("/over").headers


def test_an_invented_token_opens_nothing(client: FlaskClient) -> None:
    with client.session_transaction() as cookie:
        cookie["_user_id"] = "1"

    assert not is_in(client)


def test_signing_out_everywhere_leaves_other_people_alone(signed_in: SignedIn) -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    phone, other = signed_in(anna), signed_in(bilal)
    a_session(anna)

    sessions.end_all(anna)
    db.session.commit()

    assert (is_in(phone), is_in(other)) == (False, True)
    assert list(queries.live_sessions(anna)) == []


def test_somebody_else_on_the_same_browser_ends_the_session_before(app: Flask) -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    with app.test_request_context():
        sessions.begin(anna)
        sessions.begin(bilal)

        assert list(queries.live_sessions(anna)) == []
        assert len(queries.live_sessions(bilal)) == 1
