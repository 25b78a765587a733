"""Everybody of the cast follows every kind of link: each page answers, is valid, and changes nothing."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.exceptions import HTTPException

from app.accounts.models import LoginSession, User
from app.core.db import Base, db
from app.core.transaction import transaction
from app.demo import cast, service
from app.demo.cast import Player

Browsers = Callable[[User], FlaskClient]
TODAY = date(2026, 11, 23)
MOST_PER_PAGE_KIND = 2


class Links(HTMLParser):
    """Collects where the links of a page lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append(href)


@pytest.mark.parametrize(
    "player", [None, *cast.CAST], ids=lambda one: one.key if one else "visitor"
)
def test_every_kind_of_page_answers_and_changes_nothing(
    app: Flask, signed_in: Browsers, client: FlaskClient, player: Player | None
) -> None:
    with transaction():
        service.fill(service.Size(30, 25, 1), today=TODAY, watch=_silently)
    browser = client if player is None else signed_in(_person(player))
    before = _fingerprint()

    wrong = {path: status for path, status in _walk(app, browser) if status not in {200, 302, 303}}

    assert wrong == {}
    assert _fingerprint() == before, "reading never writes"


def _walk(app: Flask, browser: FlaskClient) -> Iterator[tuple[str, int]]:
    """Follow links from the front page, a few of each kind of page; give path and status."""
    waiting, seen, visits = ["/", "/mijn"], set(), dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        kind = _kind(app, path)
        if path in seen or visits.get(kind, 0) >= MOST_PER_PAGE_KIND:
            continue
        seen.add(path)
        visits[kind] = visits.get(kind, 0) + 1
        answer = browser.get(path)
        yield path, answer.status_code
        if answer.location:
            waiting.append(answer.location)
        elif answer.mimetype == "text/html":
            links = Links()
            links.feed(answer.text)
            waiting += [link for link in links.found if _is_ours(link)]


def _kind(app: Flask, path: str) -> str:
    """Return the endpoint of a path, with the names of what it asks for."""
    parts = urlsplit(path)
    try:
        endpoint, _ = app.url_map.bind("localhost").match(parts.path, method="GET")
    except HTTPException:
        return path  # a link to nowhere is a kind of its own, so that it is followed
    names = sorted(pair.partition("=")[0] for pair in parts.query.split("&"))
    return f"{endpoint}?{'&'.join(names)}"


def _is_ours(link: str) -> bool:
    return link.startswith("/") and "taal=" not in link and not link.startswith("/static/")


def _person(player: Player) -> User:
    return db.session.scalars(select(User).where(User.email == player.email)).one()


def _fingerprint() -> str:
    """Return one hash over every row of every table but the sessions of the test itself."""
    db.session.rollback()
    total = hashlib.sha256()
    for table in Base.metadata.sorted_tables:
        if table is not LoginSession.__table__:
            for row in db.session.execute(select(table).order_by(table.c.id)):
                total.update(repr(tuple(row)).encode())
    return total.hexdigest()


@contextmanager
def _silently(_label: str, _total: int) -> Iterator[Callable[[], None]]:
    yield lambda: None
