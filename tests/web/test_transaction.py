"""A request that reads keeps nothing; one that writes keeps all or nothing."""

import pytest
from flask import Flask, render_template
from flask.testing import FlaskClient

from app.accounts.models import User
from app.core.db import db
from factories.accounts import a_person


def adds_somebody() -> str:
    """Do what no page that reads should do."""
    db.session.add(User(email="bug@voorbeeld.example", name="Bug"))
    db.session.flush()
    return render_template("pages/contact.html", prefix="X")


@pytest.fixture
def a_bug(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.view_functions, "pages.about", adds_somebody)


@pytest.mark.usefixtures("a_bug")
def test_what_a_page_that_reads_writes_by_mistake_is_gone(client: FlaskClient) -> None:
    client.get("/over")
    assert db.session.query(User).all() == []


@pytest.mark.usefixtures("a_bug")
def test_postgresql_refuses_what_a_page_that_reads_writes(client: FlaskClient) -> None:
    if db.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has one engine: what was written is undone afterwards")
    assert client.get("/over").status_code == 500


def test_the_next_request_may_write_again(client: FlaskClient) -> None:
    client.get("/over")
    db.session.add(a_person("Anna"))
    db.session.commit()
    assert db.session.query(User).count() == 1
