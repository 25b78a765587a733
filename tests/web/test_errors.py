"""A page for everything that goes wrong, also when the database is what goes wrong."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.accounts.models import LoginSession
from app.core import clock, tokens
from app.core.db import Base, db
from factories.accounts import a_person


@pytest.fixture
def portal(tmp_path: Path) -> Flask:
    """Return a portal of its own, with one person and nothing in the database after that."""
    portal = create_app(
        {"SQLALCHEMY_DATABASE_URI": f"sqlite:///{tmp_path / 'away.db'}", "RATELIMIT_ENABLED": False}
    )
    with portal.app_context():
        Base.metadata.create_all(db.engine)
        anna, later = a_person("Anna"), clock.now() + timedelta(days=1)
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
