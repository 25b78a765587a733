"""A page for everything that goes wrong, also when the database is what goes wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from app.accounts.lasting import RESIDENT_DAYS
from app.accounts.models import LoginSession, User
from app.core import clock, tokens
from app.core.db import Base, db
from factories.accounts import a_person

SignedIn = Callable[[User], FlaskClient]


@pytest.fixture
def portal(tmp_path: Path) -> Flask:
    """Return a portal of its own, with one person and nothing in the database after that."""
    portal = create_app(
        {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{tmp_path / 'away.db'}", "RATELIMIT_ENABLED": False}
    )
    with portal.app_context():
        Base.metadata.create_all(db.engine)
        anna, later = a_person("Anna"), clock.now() + RESIDENT_DAYS
        print_of_token = tokens.fingerprint("token")
        db.session.add(LoginSession(fingerprint=print_of_token, user_id=anna.id, expires_at=later))
        db.session.commit()
    return portal


@pytest.mark.parametrize("signed_in", [False, True])
def test_without_a_database_everybody_reads_a_calm_page(portal: Flask, signed_in: bool) -> None:
    browser = portal.test_client()
    if signed_in:
        with browser.session_transaction() as session:
            session["_user_id"] = "token"
    assert browser.get("/doe-mee").status_code == 200
    with portal.app_context():
        Base.metadata.drop_all(db.engine)

    answer = browser.get("/doe-mee")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "120")
    assert "De site is even niet bereikbaar" in answer.text


def test_who_asks_for_what_is_for_others_stands_in_the_log_without_the_address(
    client: FlaskClient, signed_in: SignedIn, caplog: pytest.LogCaptureFixture
) -> None:
    anna = a_person("Anna")
    browser = signed_in(anna)

    assert browser.get("/beheer/rollen?q=geheim").status_code == 403
    assert browser.get("/beheer/bestaat-niet").status_code == 404
    assert client.get("/beheer/rollen").status_code == 303

    lines = [one.getMessage() for one in caplog.records if one.name == "app.web.errors"]
    assert lines == [f"not allowed: GET accounts.roles by {anna.id}"]
