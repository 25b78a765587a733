"""Every answer carries the headers that keep readers safe: pages, refusals, files and redirects."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import Headers
from werkzeug.test import Client

from app import create_app
from app.accounts.models import User
from app.web.face import BUILT
from factories.accounts import a_person

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
HALF_A_YEAR = 15_768_000  # seconds, the least that internet.nl asks
PATHS = {
    "a page": ("/over", 200),
    "a list": ("/initiatieven", 200),
    "what is not there": ("/bestaat-niet", 404),
    "a door": ("/moderatie", 303),
    "a way that is not there": ("/uitloggen", 405),
    "the worker": ("/sw.js", 200),
    "where to report": ("/.well-known/security.txt", 200),
}


def a_file() -> str:
    return "/static/" + next(BUILT.glob("app.*.css")).name


def sent(app: Flask, path: str) -> Headers:
    """Return the headers that a browser gets, of the application with its files in front of it."""
    with Client(app.wsgi_app).get(path) as answer:
        return answer.headers


def rules_of(headers: Headers) -> dict[str, str]:
    """Return the content security policy, rule by rule."""
    rules = headers["Content-Security-Policy"].split("; ")
    return dict(rule.split(" ", 1) for rule in rules)


@pytest.mark.parametrize(("path", "status"), PATHS.values(), ids=PATHS.keys())
def test_every_answer_is_safe(app: Flask, path: str, status: int) -> None:
    answer = app.test_client().get(path)

    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in SAFE} == SAFE


def test_a_file_is_as_safe_as_a_page_and_for_nobody_else(app: Flask) -> None:
    told = sent(app, a_file())

    assert {name: told.get(name) for name in SAFE} == SAFE
    assert rules_of(told)["default-src"] == "'none'"
    assert "Access-Control-Allow-Origin" not in told


@pytest.mark.parametrize("path", ["/over", "/bestaat-niet", "/initiatieven/nieuw/wat"])
def test_nothing_comes_from_elsewhere_and_nothing_runs_that_stands_in_the_page(
    app: Flask, path: str
) -> None:
    rules = rules_of(app.test_client().get(path).headers)

    assert rules["default-src"] == "'none'"
    for name in ("base-uri", "frame-ancestors"):
        assert rules[name] == "'none'"
    assert rules["form-action"] == "'self'"
    assert set(rules.values()) == {"'none'", "'self'"}  # no host, no scheme, no unsafe-anything


@pytest.mark.parametrize("path", ["/bestaat-niet", "a file"])
def test_a_portal_that_is_in_use_is_reached_over_https_only(tmp_path: Path, path: str) -> None:
    settings = {
        "PRODUCTION": True,
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{tmp_path}/portal.db",
        "SECRET_KEY": "a key of this test",
        "PUBLIC_URL": "https://localhost",
        "TRUSTED_HOSTS": ["localhost"],
        "MAIL_URL": f"file://{tmp_path}/mail",
    }

    told = sent(create_app(settings), a_file() if path == "a file" else path)

    assert "includeSubDomains" in told["Strict-Transport-Security"]
    seconds = told["Strict-Transport-Security"].removeprefix("max-age=").partition(";")[0]
    assert int(seconds) >= HALF_A_YEAR


def test_without_https_nothing_is_promised_about_it(app: Flask) -> None:
    assert "Strict-Transport-Security" not in app.test_client().get("/over").headers


def test_what_a_signed_in_person_reads_is_kept_by_nobody(
    signed_in: Callable[[User], FlaskClient],
) -> None:
    assert signed_in(a_person()).get("/mijn").headers["Cache-Control"] == "no-store"
