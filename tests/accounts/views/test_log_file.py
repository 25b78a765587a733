"""An auditor takes lines of the log along as a file, after signing in anew, and the log says so."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from app.accounts.looks import Look
from app.accounts.models import LoginSession, User
from app.accounts.roles import Role
from app.accounts.service import log_file
from app.audit.models import Entry
from app.audit.service import record
from app.core import clock
from app.core.db import db
from factories.accounts import a_person

SignedIn = Callable[[User], FlaskClient]
FILE = "/beheer/logboek/bestand"


@pytest.fixture
def ron() -> User:
    return a_person("Ron", role=Role.AUDITOR)


def test_the_file_has_the_chosen_lines_and_the_log_says_who_took_it(
    signed_in: SignedIn, ron: User
) -> None:
    anna, bilal = a_person("Anna"), a_person("Bilal")
    record(anna, "users.sign_in", anna, reason="=1+1", origin="192.0.2.1")
    record(bilal, "users.set_password", bilal)
    browser = signed_in(ron)
    address = f"{FILE}?soort=users&wie=anna"

    page, file = browser.get(address), browser.post(address)

    assert "Haal het logboek op" in page.text
    assert 'href="/beheer/logboek?soort=users&amp;wie=anna"' in page.text
    heading, line = file.text.splitlines()
    assert heading.endswith("Wanneer;Wie;Wat;Waarover;Reden;Vanaf")
    assert line.partition(";")[2] == f"Anna;Logde in;account {anna.id};'=1+1;192.0.2.1"
    taken = db.session.query(Entry).filter_by(action="users.take_log").one()
    assert (taken.actor_id, taken.new) == (ron.id, "1")
    assert [look.person_id for look in db.session.query(Look)] == [anna.id]


def test_the_newest_lines_come_along(
    signed_in: SignedIn, ron: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_file, "MOST", 2)
    for action in ("users.sign_in", "users.set_password", "users.change_profile"):
        record(ron, action, ron)

    lines = signed_in(ron).post(FILE).text.splitlines()[1:]

    assert [line.split(";")[2] for line in lines] == [
        "Veranderde de eigen gegevens",
        "Koos een wachtwoord",
    ]


def test_an_open_browser_is_not_enough(signed_in: SignedIn, ron: User) -> None:
    browser = signed_in(ron)
    session = db.session.query(LoginSession).filter_by(user_id=ron.id).one()
    session.created_at = clock.now() - timedelta(minutes=11)

    answer = browser.post(f"{FILE}?wie=anna")

    assert answer.location == "/inloggen/opnieuw?verder=/beheer/logboek/bestand?wie%3Danna"
    assert db.session.query(Entry).filter_by(action="users.take_log").count() == 0


@pytest.mark.parametrize("role", [None, *(role for role in Role if role != Role.AUDITOR)])
def test_nobody_else_takes_it(signed_in: SignedIn, role: Role | None) -> None:
    assert signed_in(a_person("Bo", role=role)).post(FILE).status_code == 403
