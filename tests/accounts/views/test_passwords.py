"""Staff sign in with a password, which they choose with a link."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.accounts import passwords
from app.accounts.models import User
from app.core.db import db
from factories.accounts import a_moderator, a_person
from factories.notifications import link_to, mails_to

SignedIn = Callable[[User], FlaskClient]
GOOD = "paard batterij nietje"
PAGE = "/inloggen/medewerkers"
MO = "mo@voorbeeld.example"


@pytest.fixture
def mo() -> User:
    person = a_moderator()
    person.password_hash = passwords.hashed(GOOD)
    db.session.commit()
    return person


def test_staff_come_in_and_go_on_to_the_page_they_wanted(client: FlaskClient, mo: User) -> None:
    answer = client.post(PAGE, data={"email": MO, "password": GOOD, "verder": "/moderatie"})

    assert (answer.status_code, answer.location) == (303, "/moderatie")
    assert client.get("/mijn/gegevens").status_code == 200


def test_a_wrong_password_keeps_the_address_and_not_the_password(
    client: FlaskClient, mo: User
) -> None:
    answer = client.post(PAGE, data={"email": MO, "password": "wrong " + GOOD})

    assert answer.status_code == 422
    assert "Dit e-mailadres en wachtwoord horen niet bij elkaar." in answer.text
    assert (MO in answer.text, GOOD in answer.text) == (True, False)


def test_an_unknown_address_gets_the_same_page(client: FlaskClient, mo: User) -> None:
    def answer(email: str) -> tuple[int, str]:
        page = client.post(PAGE, data={"email": email, "password": "wrong"})
        return page.status_code, page.text.replace(email, "EMAIL")

    assert answer(MO) == answer("unknown@voorbeeld.example")


def test_blanks_around_a_password_belong_to_it(client: FlaskClient, mo: User) -> None:
    mo.password_hash = passwords.hashed(f" {GOOD} ")
    db.session.commit()

    assert client.post(PAGE, data={"email": MO, "password": GOOD}).status_code == 422
    assert client.post(PAGE, data={"email": MO, "password": f" {GOOD} "}).status_code == 303


@pytest.mark.parametrize("missing", ["email", "password"])
def test_both_are_needed(client: FlaskClient, missing: str) -> None:
    typed = {"email": MO, "password": GOOD} | {missing: ""}

    answer = client.post(PAGE, data=typed)

    assert (answer.status_code, f'href="#{missing}"' in answer.text) == (422, True)


def test_a_member_of_staff_chooses_a_password_with_a_link(
    signed_in: SignedIn, client: FlaskClient
) -> None:
    browser = signed_in(a_moderator())
    assert browser.post("/mijn/wachtwoord").location == "/inloggen/verstuurd"
    link = link_to(MO)

    assert client.get(link).status_code == 200
    refused = client.post(link, data={"password": "kort"})
    assert (refused.status_code, 'href="#password"' in refused.text) == (422, True)
    assert client.post(link, data={"password": GOOD}).status_code == 303

    assert client.get("/mijn/gegevens").status_code == 200  # signed in here
    assert browser.get("/mijn/gegevens").status_code == 303  # and signed out elsewhere
    assert client.post(PAGE, data={"email": MO, "password": GOOD}).status_code == 303


def test_a_password_link_that_was_used_offers_a_new_one(
    signed_in: SignedIn, client: FlaskClient
) -> None:
    signed_in(a_moderator()).post("/mijn/wachtwoord")
    link = link_to(MO)
    client.post(link, data={"password": GOOD})
    client.post("/uitloggen")

    answer = client.get(link)
    client.post(f"{link}/opnieuw")

    assert (answer.status_code, f'action="{link}/opnieuw"' in answer.text) == (410, True)
    assert client.get(link_to(MO)).status_code == 200


def test_a_resident_gets_no_password(signed_in: SignedIn) -> None:
    browser = signed_in(a_person("Anna"))
    assert "Wachtwoord" not in browser.get("/mijn/gegevens").text

    browser.post("/mijn/wachtwoord")

    for mail in mails_to("anna@voorbeeld.example"):
        assert browser.post(mail.link, data={"password": GOOD}).status_code == 403


def test_an_unknown_password_link_is_not_there(client: FlaskClient) -> None:
    assert client.get("/inloggen/wachtwoord/x").status_code == 404
    assert client.post("/inloggen/wachtwoord/x/opnieuw").status_code == 404
