"""A walk through the portal: somebody follows every kind of link, a few of each kind of page."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.exceptions import HTTPException
from werkzeug.test import TestResponse

from app.accounts.models import User
from app.core.db import db
from app.core.transaction import transaction
from app.demo import service
from app.demo.cast import Player

TODAY = date(2026, 11, 23)
MOST_PER_PAGE_KIND = 2
OWN = {"Sec-Fetch-Site": "same-origin"}  # what a browser says of a form on a page of ours


class Links(HTMLParser):
    """Collects where the links of a page lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and (href := dict(attrs).get("href")):
            self.found.append(href)


class Forms(HTMLParser):
    """Collects the forms that cannot be sent empty: where each goes, and what an empty one brings."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self._form: tuple[str, dict[str, str]] = ("", {})
        self._asks = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "form":
            is_post = known.get("method") == "post"
            self._form, self._asks = (known.get("action") or "" if is_post else "", {}), False
        elif tag == "input" and known.get("type") == "hidden":
            self._form[1][known.get("name") or ""] = known.get("value") or ""
        if "required" in known or known.get("aria-required") == "true":
            self._form[1][known.get("name") or ""] = ""
            self._asks = True

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._asks and self._form[0]:
            self.found.append(self._form)
            self._asks = False


def a_small_municipality() -> None:
    """Fill the portal with a few residents and plans, and with everybody of the cast."""
    with transaction():
        service.fill(service.Size(30, 25, 1), today=TODAY, watch=_silently)


def person(player: Player) -> User:
    """Return the account of somebody of the cast."""
    return db.session.scalars(select(User).where(User.email == player.email)).one()


def walk(
    app: Flask, browser: FlaskClient, begins: Sequence[str] = ("/", "/mijn")
) -> Iterator[tuple[str, TestResponse]]:
    """Follow links from where it begins, a few of each kind of page; give path and answer."""
    waiting, seen, visits = list(begins), set[str](), dict[str, int]()
    while waiting:
        path = waiting.pop(0)
        kind = _kind(app, path)
        if path in seen or visits.get(kind, 0) >= MOST_PER_PAGE_KIND:
            continue
        seen.add(path)
        visits[kind] = visits.get(kind, 0) + 1
        answer = browser.get(path)
        yield path, answer
        if answer.location:
            waiting.append(answer.location)
        elif answer.mimetype == "text/html":
            links = Links()
            links.feed(answer.text)
            waiting += [link for link in links.found if _is_ours(link)]


def sent_empty(browser: FlaskClient, page: str) -> Iterator[tuple[str, TestResponse]]:
    """Send every form of a page without what it asks for; give where it went and the answer."""
    forms = Forms()
    forms.feed(page)
    for address, empty in forms.found:
        yield address, browser.post(address, data=empty, headers=OWN)


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


@contextmanager
def _silently(_label: str, _total: int) -> Iterator[Callable[[], None]]:
    yield lambda: None
