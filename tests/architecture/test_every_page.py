"""Everybody of the cast follows every kind of link: each page answers, is valid, and changes nothing."""

import hashlib
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from app.accounts.looks import Look
from app.accounts.models import LoginSession, User
from app.core.db import Base, db
from app.demo import cast
from app.demo.cast import Player
from architecture.walk import a_small_municipality, person, walk

TO_PLACE, PLACE = re.compile(r'href="#([^"]+)"'), re.compile(r'\bid="([^"]+)"')
Browsers = Callable[[User], FlaskClient]


@pytest.mark.parametrize(
    "player", [None, *cast.CAST], ids=lambda one: one.key if one else "visitor"
)
def test_every_kind_of_page_answers_and_changes_nothing(
    app: Flask, signed_in: Browsers, client: FlaskClient, player: Player | None
) -> None:
    a_small_municipality()
    browser = client if player is None else signed_in(person(player))
    before = _fingerprint()

    answers = dict(walk(app, browser))

    statuses = {path: answer.status_code for path, answer in answers.items()}
    assert {path: code for path, code in statuses.items() if code not in {200, 302, 303}} == {}
    pages = {
        path: answer.text
        for path, answer in answers.items()
        if answer.mimetype == "text/html" and not answer.location
    }
    number = f"tel:{app.config['CONTACT_PHONE'].replace(' ', '')}"
    assert [path for path, page in pages.items() if number not in page] == [], "whom can I call?"
    assert [path for path, page in pages.items() if _lacks_sheet(page)] == []
    assert {path: lost for path, page in pages.items() if (lost := _to_nowhere(page))} == {}
    assert _fingerprint() == before, "reading never writes"


def _lacks_sheet(page: str) -> bool:
    """Tell whether a page has a table and does not ask for the style sheet of tables."""
    return 'class="utrecht-table"' in page and "/tables." not in page


def _to_nowhere(page: str) -> set[str]:
    """Return the places in the page itself that it leads to and does not have."""
    return set(TO_PLACE.findall(page)) - set(PLACE.findall(page))


def _fingerprint() -> str:
    """Return one hash over every row of every table but sessions of the test, and who read what."""
    db.session.rollback()
    total = hashlib.sha256()
    for table in Base.metadata.sorted_tables:
        if table not in {LoginSession.__table__, Look.__table__}:
            for row in db.session.execute(select(table).order_by(table.c.id)):
                total.update(repr(tuple(row)).encode())
    return total.hexdigest()
