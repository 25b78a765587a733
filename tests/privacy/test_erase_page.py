"""The page on which an account goes: it tells beforehand, and asks whether the person means it."""

from collections.abc import Callable

from flask.testing import FlaskClient

from app.accounts.models import LoginSession, User
from app.core.db import db
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.lives import a_full_life

SignedIn = Callable[[User], FlaskClient]


def test_the_page_tells_what_happens_and_then_it_does(signed_in: SignedIn) -> None:
    person = a_full_life()
    browser = signed_in(person)
    page = browser.get("/mijn/gegevens/verwijdering").text
    assert "Bankjes op het plein. Dit plan komt op naam van Bilal." in page
    assert "1 tot 7 jaar na het besluit." in page

    unsure = browser.post("/mijn/gegevens/verwijdering", data={})
    gone = browser.post("/mijn/gegevens/verwijdering", data={"is_sure": "y"})

    assert (unsure.status_code, "Vink aan dat je weet" in unsure.text) == (422, True)
    assert (gone.status_code, gone.location) == (303, "/uitgelogd")
    assert gone.headers["Clear-Site-Data"] == '"cache"'
    assert "Je account is verwijderd." in browser.get("/uitgelogd").text
    assert browser.get("/mijn").status_code == 303
    assert db.session.query(LoginSession).filter_by(user_id=person.id).count() == 0


def test_a_page_with_something_in_the_way_has_no_button(signed_in: SignedIn) -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)
    browser = signed_in(anna)

    page = browser.get("/mijn/gegevens/verwijdering").text
    answer = browser.post("/mijn/gegevens/verwijdering", data={"is_sure": "y"})

    assert ("Dit moet eerst gebeuren" in page, "Verwijder mijn account" in page) == (True, False)
    assert f'href="/initiatieven/{plan.id}/team"' in page
    assert (answer.status_code, anna.name) == (409, "Anna")
