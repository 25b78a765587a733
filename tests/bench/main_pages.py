"""The main pages of the portal: what they are called here, where they are, and who reads them."""

import re
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.accounts.models import User
from app.core.db import db
from app.core.text import slug
from app.demo import cast
from app.demo.cast import Player
from tests.bench.readers import cookie_of, cookie_of_writer

RESIDENT, NEIGHBOUR, COORDINATOR = cast.RESIDENT, cast.NEIGHBOUR, cast.COORDINATOR
STAFF = (COORDINATOR, cast.MODERATOR, cast.TEAM_LEAD, cast.DECISION_MAKER)
NUMBER, NAME = r"\d+", r"[a-z][\w-]+"
Way = tuple[str, ...]  # an address, then the links to follow from there, as patterns

FOR_VISITORS: dict[str, Way] = {
    "home": ("/",),
    "list": ("/initiatieven",),
    "filtered list": ("/initiatieven?wijk=bloemenwijk&thema=surroundings",),
    "search": ("/initiatieven?zoek=tuin",),
    "detail": ("/initiatieven", f"/initiatieven/{NUMBER}"),
    "tasks": ("/doe-mee",),
    "task": ("/doe-mee", f"/doe-mee/{NUMBER}"),
    "help": ("/hulp",),
    "kind of help": ("/hulp", f"/hulp/{NAME}"),
    "map": ("/kaart",),
    "map, opened": ("/kaart",),
    "districts": ("/wijken",),
    "district": ("/wijken/bloemenwijk",),
    "neighbourhood": ("/wijken/bloemenwijk", "/wijken/leliebuurt"),
    "numbers": ("/cijfers",),
    "numbers of a year": ("/cijfers?periode=12",),
    "organisation": (f"/organisaties/{slug(cast.ASSOCIATION.name)}",),
    "how help is shared out": ("/zo-verdelen-we-hulp",),
    "sign in": ("/inloggen",),
    "about": ("/over",),
    "register: start": ("/initiatieven/nieuw",),
    "register: without internet": ("/initiatieven/nieuw/offline",),
}
TAPS = {"map, opened": "Toon de kaart"}  # buttons of which the rest of the page comes
FOR_WRITERS: dict[str, Way] = {
    "register: what": ("/initiatieven/nieuw/wat",),
    "register: where": ("/initiatieven/nieuw/waar",),
    "register: who": ("/initiatieven/nieuw/wie",),
    "register: needed": ("/initiatieven/nieuw/nodig",),
    "register: check": ("/initiatieven/nieuw/controle",),
    "register: look in your mail": ("/initiatieven/nieuw/verstuurd",),
    "register: keep for later": ("/initiatieven/nieuw/bewaren",),
}
WITH_ACCOUNT: dict[Player, dict[str, Way]] = {
    RESIDENT: {
        "desk of a resident": ("/mijn",),
        "inbox": ("/berichten",),
        "own data": ("/mijn/gegevens",),
        "own plan": ("/mijn", f"/initiatieven/{NUMBER}"),
        "register: confirmation": ("/mijn", f"/initiatieven/{NUMBER}", "…/ontvangen"),
        "request for help": ("/mijn", f"/ondersteuning/{NUMBER}"),
    },
    NEIGHBOUR: {
        "sign up": ("/doe-mee", f"/doe-mee/{NUMBER}", f"/momenten/{NUMBER}/aanmelding"),
        "own tasks": ("/mijn/aanmeldingen",),
        "what somebody likes to do": ("/mijn/wensen",),
        "tasks that fit": ("/mijn/past-bij-jou",),
    },
    COORDINATOR: {
        "desk of a coordinator": ("/mijn",),
        "requests": ("/ondersteuning",),
        "request": ("/ondersteuning", f"/ondersteuning/{NUMBER}"),
        "who can help": ("/mijn", f"/ondersteuning/{NUMBER}", f"/ondersteuning/{NUMBER}/kansen"),
        "budgets": ("/budgetten",),
        "numbers of a coordinator": ("/mijn/cijfers",),
    },
    cast.MODERATOR: {
        "moderation": ("/moderatie",),
        "to look at": ("/moderatie", f"/moderatie/{NUMBER}"),
    },
    cast.TEAM_LEAD: {"hours": ("/uren",)},
    cast.DECISION_MAKER: {"desk of a decision maker": ("/mijn",)},
}


@dataclass(frozen=True)
class Page:
    """A page to measure; ``cookie`` is of the one who reads it, ``tap`` a button to press there."""

    name: str
    path: str
    cookie: str
    is_for_residents: bool = True
    tap: str = ""


def main_pages(app: Flask) -> list[Page]:
    """Return the pages, found by following links as their readers would."""
    pages = [_page(app, name, way, "") for name, way in FOR_VISITORS.items()]
    with app.app_context():
        writer = cookie_of_writer(app)
    pages += [_page(app, name, way, writer) for name, way in FOR_WRITERS.items()]
    for player, ways in WITH_ACCOUNT.items():
        with app.app_context():
            cookie = cookie_of(app, _person(player))
        pages += [_page(app, name, way, cookie, player) for name, way in ways.items()]
    with app.app_context():
        db.engine.dispose()
    return pages


def _page(app: Flask, name: str, way: Way, cookie: str, player: Player = RESIDENT) -> Page:
    browser, (path, *links) = app.test_client(use_cookies=False), way
    for link in links:
        path = path + link[1:] if link.startswith("…") else _first(browser, path, cookie, link)
    return Page(name, path, cookie, is_for_residents=player not in STAFF, tap=TAPS.get(name, ""))


def _first(browser: FlaskClient, path: str, cookie: str, link: str) -> str:
    """Return the first link on a page that looks like ``link``."""
    html = browser.get(path, headers={"Cookie": cookie} if cookie else {}).text
    found = re.search(rf'href="({link})["?#]', html)
    if found is None:
        raise RuntimeError(f"{path} has no link to {link}")
    return found[1]


def _person(player: Player) -> User:
    return db.session.scalars(select(User).where(User.email == player.email)).one()
