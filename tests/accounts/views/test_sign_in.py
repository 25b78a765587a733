"""Signing in with a link in the mail: the same for everybody, used once, and on to the right page."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import LoginSession, OneTimeLink, User
from app.core import clock
from app.core.db import db
from factories.accounts import a_person
from factories.notifications import link_to, mails_to

SignedIn = Callable[[User], FlaskClient]
ANNA = "anna@voorbeeld.example"
NEW = "nieuw@voorbeeld.example"


def ask(client: FlaskClient, email: str = ANNA, verder: str = "") -> str:
    """Ask for a link and return it."""
    client.post("/inloggen", data={"email": email, "verder": verder})
    return link_to(email)


def is_in(client: FlaskClient) -> bool:
    return client.get("/mijn/gegevens").status_code == 200


@pytest.fixture(autouse=True)
def anna() -> User:
    person = a_person("Anna")
    db.session.commit()
    return person


def test_the_answer_is_the_same_for_an_address_that_we_do_not_know(client: FlaskClient) -> None:
    def answer(email: str) -> tuple[int, str, str, int]:
        asked = client.post("/inloggen", data={"email": email})
        page = client.get(asked.location).text.replace(email, "EMAIL")
        return asked.status_code, asked.location, page, len(mails_to(email))

    assert answer(ANNA) == answer(NEW)
    assert answer(ANNA)[:2] == (303, "/inloggen/verstuurd")


def test_the_mails_are_the_same_as_well(client: FlaskClient) -> None:
    ask(client, ANNA)
    ask(client, NEW)

    known, unknown = mails_to(ANNA)[0], mails_to(NEW)[0]
    assert (known.subject, known.text) == (unknown.subject, unknown.text)


def test_a_known_person_comes_in_with_the_button(client: FlaskClient) -> None:
    link = ask(client)

    page = client.get(link)
    answer = client.post(link)

    assert (page.status_code, "Welkom terug" in page.text) == (200, True)
    assert (page.headers["Cache-Control"], answer.status_code) == ("no-store", 303)
    assert is_in(client)


def test_looking_at_the_link_uses_nothing(client: FlaskClient) -> None:
    link = ask(client)
    for _ in range(3):
        assert client.get(link).status_code == 200
        assert client.head(link).status_code == 200
        assert client.options(link).status_code == 200

    assert db.session.query(LoginSession).count() == 0
    assert client.post(link).status_code == 303


def test_a_newcomer_tells_a_name_and_an_age_and_gets_an_account(client: FlaskClient) -> None:
    link = ask(client, NEW)

    assert "Nog twee vragen" in client.get(link).text
    answer = client.post(link, data={"name": " Sanne ", "is_16": "y"})

    assert answer.status_code == 303
    assert db.session.query(User).filter_by(email=NEW).one().name == "Sanne"
    assert is_in(client)


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"name": "Sanne"}, "Je kunt alleen een account maken als je 16 jaar of ouder bent."),
        ({"is_16": "y"}, "Vul je naam in."),
        ({"name": " \u200b ", "is_16": "y"}, "Vul je naam in."),
        ({"name": "x" * 81, "is_16": "y"}, "Gebruik hoogstens 80 tekens voor je naam."),
    ],
)
def test_half_an_answer_makes_no_account_and_keeps_the_link(
    client: FlaskClient, answers: dict[str, str], message: str
) -> None:
    link = ask(client, NEW)

    answer = client.post(link, data=answers)

    assert (answer.status_code, message in answer.text) == (422, True)
    assert answer.text.count("16 jaar of ouder") >= 1
    assert db.session.query(User).filter_by(email=NEW).count() == 0
    assert client.post(link, data={"name": "Sanne", "is_16": "y"}).status_code == 303


def test_somebody_under_16_reads_how_to_join_with_an_adult(client: FlaskClient) -> None:
    assert "Doe dan mee met een volwassene" in client.get(ask(client, NEW)).text


def test_a_used_link_offers_a_new_one_for_the_same_page(app: Flask, client: FlaskClient) -> None:
    link = ask(client, verder="/contact")
    client.post(link)
    elsewhere = app.test_client()

    for answer in (elsewhere.get(link), elsewhere.post(link)):
        assert (answer.status_code, "Deze link is al gebruikt" in answer.text) == (410, True)
    renewed = elsewhere.post(f"{link}/opnieuw")

    assert (renewed.status_code, renewed.location) == (303, "/inloggen/verstuurd")
    assert elsewhere.post(link_to(ANNA)).location == "/contact"


def test_a_link_that_is_too_old_says_so(client: FlaskClient) -> None:
    link = ask(client)
    db.session.query(OneTimeLink).one().expires_at = clock.now() - timedelta(seconds=1)
    db.session.commit()

    answer = client.get(link)

    assert (answer.status_code, "Deze link is te oud" in answer.text) == (410, True)
    assert f'action="{link}/opnieuw"' in answer.text


def test_a_used_link_leads_its_owner_on(client: FlaskClient) -> None:
    link = ask(client, verder="/contact")
    client.post(link)

    assert client.get(link).location == "/contact"


def test_a_used_link_tells_another_person_nothing_but_that(signed_in: SignedIn) -> None:
    bilal = signed_in(a_person("Bilal"))
    link = ask(bilal.application.test_client())
    bilal.application.test_client().post(link)

    answer = bilal.get(link)

    assert (answer.status_code, ANNA in answer.text) == (410, False)


def test_an_unknown_link_is_not_there(client: FlaskClient) -> None:
    assert client.get("/inloggen/link/x").status_code == 404
    assert client.post("/inloggen/link/x").status_code == 404
    assert client.post("/inloggen/link/x/opnieuw").status_code == 404


def test_a_link_for_another_purpose_does_not_sign_in(client: FlaskClient, anna: User) -> None:
    ask(client)
    db.session.query(OneTimeLink).one().purpose = "password"
    db.session.commit()

    assert client.post(link_to(ANNA)).status_code == 404


def test_the_sixth_link_in_an_hour_is_refused_with_what_was_typed(client: FlaskClient) -> None:
    for email in (ANNA, NEW):
        for _ in range(5):
            ask(client, email)

        answer = client.post("/inloggen", data={"email": email, "verder": "/contact"})

        assert (answer.status_code, "dit uur al 5 mails" in answer.text) == (422, True)
        assert f'value="{email}"' in answer.text
        assert 'value="/contact"' in answer.text
        assert len(mails_to(email)) == 5


@pytest.mark.parametrize("email", ["", "anna", "a@x.nl,b@y.nl", "a@b.nl\r\nBcc: x@y.nl"])
def test_what_is_no_address_is_refused_at_the_field(client: FlaskClient, email: str) -> None:
    answer = client.post("/inloggen", data={"email": email})

    assert (answer.status_code, "<title>Fout:" in answer.text) == (422, True)
    assert 'href="#email"' in answer.text


@pytest.mark.parametrize("trick", ["//evil.example", "https://evil.example", "/uitloggen", "/\\x"])
def test_a_link_leads_to_our_own_pages_only(client: FlaskClient, trick: str) -> None:
    client.post(ask(client, verder=trick))

    assert db.session.query(OneTimeLink).one().go_on == ""


def test_a_trick_that_got_into_the_table_is_not_followed(client: FlaskClient) -> None:
    link = ask(client)
    db.session.query(OneTimeLink).one().go_on = "//evil.example"
    db.session.commit()

    assert client.post(link).location == "/mijn"


def test_a_page_for_members_is_where_you_come_out(client: FlaskClient) -> None:
    wanted = client.get("/berichten")
    assert wanted.location == "/inloggen?verder=/berichten"

    form = client.get(wanted.location).text
    assert 'value="/berichten"' in form
    assert client.post(ask(client, verder="/berichten")).location == "/berichten"


def test_who_is_in_already_goes_on(signed_in: SignedIn, anna: User) -> None:
    client = signed_in(anna)

    assert client.get("/inloggen?verder=/berichten").location == "/berichten"
    assert client.get("/inloggen?verder=//evil.example").location == "/mijn"


def test_signing_out_takes_a_post(signed_in: SignedIn, anna: User) -> None:
    client = signed_in(anna)
    assert client.get("/uitloggen").status_code == 405
    assert is_in(client)

    answer = client.post("/uitloggen")

    assert (answer.status_code, answer.location) == (303, "/uitgelogd")
    assert not is_in(client)
    assert "<h1>Je bent uitgelogd</h1>" in client.get("/uitgelogd").text


def test_who_is_in_does_not_read_that_they_are_out(signed_in: SignedIn, anna: User) -> None:
    assert signed_in(anna).get("/uitgelogd").location == "/mijn"


def test_an_old_cookie_does_not_work_after_signing_out(signed_in: SignedIn, anna: User) -> None:
    client = signed_in(anna)
    with client.session_transaction() as cookie:
        old = dict(cookie)
    client.post("/uitloggen")
    with client.session_transaction() as cookie:
        cookie.update(old)

    assert not is_in(client)


def test_signing_in_needs_the_token_of_the_form(app: Flask, client: FlaskClient) -> None:
    link = ask(client)
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        for path in (link, "/inloggen", "/uitloggen", f"{link}/opnieuw"):
            assert client.post(path, data={"email": ANNA}).status_code == 400
    finally:
        app.config["WTF_CSRF_ENABLED"] = False
    assert db.session.query(LoginSession).count() == 0
