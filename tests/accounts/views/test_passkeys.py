"""The passkeys of a person: made on a device, named, and removed; others know nothing of them."""

import json
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts import service
from app.accounts.models import LoginSession, User
from app.accounts.passkey_models import Passkey, PasskeyChallenge
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from factories.accounts import a_moderator, a_person
from factories.notifications import mails_to
from factories.passkeys import (
    ASKS_NEW,
    BACKED_UP,
    ORIGIN,
    OWN,
    PRESENT,
    Device,
    a_passkey,
    asked,
    names,
    shows,
)
from factories.second_factor import Browsers, an_app

ON_A_PHONE = {"User-Agent": "Firefox Android"}


@pytest.fixture(autouse=True)
def at_a_name(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the portal be where passkeys work."""
    monkeypatch.setitem(app.config, "PUBLIC_URL", ORIGIN)


@pytest.fixture
def anna() -> User:
    return a_person("Anna")


def makes(client: FlaskClient, device: Device, **wrong: Any) -> int:
    """Let ``device`` make a passkey for who is signed in; return the status of the answer."""
    answer = device.makes(asked(client, ASKS_NEW), **wrong)
    return client.post(OWN, data={"passkey": answer}, headers=ON_A_PHONE).status_code


def kept() -> list[str]:
    return names(db.session.query(Passkey).order_by(Passkey.id))


def test_a_passkey_is_made_told_logged_and_lets_in(
    app: Flask, signed_in: Browsers, anna: User
) -> None:
    client, device = signed_in(anna), Device(flags=PRESENT | 0x04 | BACKED_UP)
    assert "Je hebt nog geen passkey." in client.get(OWN).text

    assert makes(client, device) == 303

    one = db.session.query(Passkey).one()
    assert (one.name, one.transports, one.is_backed_up, one.used_at) == (
        *("Firefox, Android", "internal"),
        *(True, None),
    )
    assert [entry.action for entry in db.session.query(Entry)] == ["users.add_passkey"]
    assert mails_to(anna.email)[-1].subject == "Je hebt een passkey gemaakt"
    page = client.get(OWN).text
    assert all(part in page for part in ("Firefox, Android", "Nog niet gebruikt."))
    assert shows(app.test_client(), device).status_code == 303


def test_what_is_asked_names_the_portal_and_knows_what_is_there(
    signed_in: Browsers, anna: User
) -> None:
    a_passkey(anna)

    question = asked(signed_in(anna), ASKS_NEW)

    assert question["rp"] == {"name": "Aanzet", "id": "aanzet.example"}
    assert (question["user"]["name"], question["attestation"]) == (anna.email, "none")
    assert len(question["excludeCredentials"]) == 1
    chosen = question["authenticatorSelection"]
    assert (chosen["residentKey"], chosen["userVerification"]) == ("required", "required")


@pytest.mark.parametrize(
    "changes",
    [
        {"origin": "https://evil.example"},
        {"host": "evil.example"},
        {"flags": PRESENT},  # no finger and no PIN
        {"credential": b""},
        {"form": "android-safetynet"},
        {"form": "packed"},
        {"form": "of our own"},
    ],
)
def test_what_is_not_right_is_not_kept(
    signed_in: Browsers, anna: User, changes: dict[str, Any]
) -> None:
    assert makes(signed_in(anna), Device().copied(**changes)) == 422
    assert kept() == []


@pytest.mark.parametrize("wrong", [{"type": "webauthn.get"}, {"challenge": "AAAA"}])
def test_an_answer_to_another_question_is_not_kept(
    signed_in: Browsers, anna: User, wrong: dict[str, Any]
) -> None:
    assert makes(signed_in(anna), Device(), **wrong) == 422


def test_parts_that_are_damaged_are_not_kept(signed_in: Browsers, anna: User) -> None:
    client = signed_in(anna)
    for damage in (
        "",
        "AAAA",
        "é",
        7,
        None,
        "oWNmbXRkbm9uZQ",
        "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUEA",
    ):
        answer = json.loads(Device().makes(asked(client, ASKS_NEW)))
        answer["response"]["attestationObject"] = damage
        sent = client.post(OWN, data={"passkey": json.dumps(answer)})
        assert (damage, sent.status_code) == (damage, 422)


def test_one_answer_makes_one_passkey(signed_in: Browsers, anna: User) -> None:
    client = signed_in(anna)
    answer = Device().makes(asked(client, ASKS_NEW))

    sent = [client.post(OWN, data={"passkey": answer}).status_code for _time in range(2)]

    assert (sent, len(kept())) == ([303, 422], 1)


def test_a_passkey_that_is_here_already_is_not_taken_over(signed_in: Browsers, anna: User) -> None:
    device = a_passkey(a_person("Bas"))

    assert makes(signed_in(anna), device) == 422
    assert len(kept()) == 1


def test_a_question_of_one_person_is_not_for_another(
    app: Flask, signed_in: Browsers, anna: User
) -> None:
    client, bas = signed_in(anna), signed_in(a_person("Bas"))
    question = asked(client, ASKS_NEW)
    with client.session_transaction() as cookie:
        token = cookie["passkey"]
    with bas.session_transaction() as cookie:
        cookie["passkey"] = token

    answer = Device().makes(question)

    assert bas.post(OWN, data={"passkey": answer}).status_code == 422
    assert kept() == []


def test_twenty_are_enough(signed_in: Browsers, anna: User) -> None:
    client = signed_in(anna)
    for number in range(19):
        a_passkey(anna, name=f"Sleutel {number}")
    answer = Device().makes(asked(client, ASKS_NEW))
    a_passkey(anna, name="Sleutel 20")

    assert client.post(OWN, data={"passkey": answer}).status_code == 422
    assert client.post(ASKS_NEW).status_code == 422


def test_a_name_is_the_owners(signed_in: Browsers, anna: User) -> None:
    a_passkey(anna)
    page = f"{OWN}/{db.session.query(Passkey).one().id}/naam"
    client = signed_in(anna)

    empty, long = (client.post(page, data={"name": name}) for name in ("  ", "x" * 61))
    assert [answer.status_code for answer in (empty, long)] == [422, 422]
    assert client.post(page, data={"name": " Mijn  <b>laptop</b> "}).status_code == 303

    assert kept() == ["Mijn <b>laptop</b>"]
    assert "Mijn &lt;b&gt;laptop&lt;/b&gt;" in client.get(OWN).text


@pytest.mark.parametrize("page", ["", "/vraag", "/{}/verwijdering"])
def test_an_open_browser_is_not_enough(signed_in: Browsers, anna: User, page: str) -> None:
    a_passkey(anna)
    client = signed_in(anna)
    db.session.query(LoginSession).update({"created_at": clock.now() - timedelta(hours=1)})

    answer = client.post(OWN + page.format(db.session.query(Passkey).one().id))

    assert (answer.status_code, answer.location.split("?")[0]) == (303, "/inloggen/opnieuw")
    assert (len(kept()), db.session.query(PasskeyChallenge).count()) == (1, 0)


@pytest.mark.parametrize("page", ["naam", "verwijdering"])
def test_those_of_others_do_not_exist(signed_in: Browsers, anna: User, page: str) -> None:
    a_passkey(anna)
    number = db.session.query(Passkey).one().id

    answer = signed_in(a_person("Bas")).post(f"{OWN}/{number}/{page}", data={"name": "Mijn"})

    assert (answer.status_code, kept()) == (404, ["Telefoon"])


def test_a_passkey_is_removed_told_and_logged(app: Flask, signed_in: Browsers, anna: User) -> None:
    device = a_passkey(anna)
    page = f"{OWN}/{db.session.query(Passkey).one().id}/verwijdering"
    client = signed_in(anna)
    assert "Telefoon" in client.get(page).text

    answers = [client.post(page).status_code for _time in range(2)]

    assert (answers, kept()) == ([303, 404], [])
    assert [entry.action for entry in db.session.query(Entry)] == ["users.remove_passkey"]
    assert mails_to(anna.email)[-1].subject == "Je passkey is verwijderd"
    assert shows(app.test_client(), device).status_code == 422


def test_staff_keep_their_last_factor(
    app: Flask, signed_in: Browsers, monkeypatch: pytest.MonkeyPatch
) -> None:
    mo = a_moderator()
    device = a_passkey(mo)
    monkeypatch.setitem(app.config, "STAFF_SECOND_FACTOR", "obligatory")
    client = app.test_client()
    shows(client, device)
    page = f"{OWN}/{db.session.query(Passkey).one().id}/verwijdering"

    refused = client.post(page)
    assert (refused.status_code, len(kept())) == (422, 1)
    assert "Stel eerst een app in." in client.get(page).text

    an_app(mo)
    assert client.post(page).status_code == 303


def test_staff_without_an_app_are_told_what_a_passkey_means(signed_in: Browsers) -> None:
    mo = a_moderator()
    client = signed_in(mo)
    assert "Je hebt geen app voor codes" in client.get(OWN).text

    an_app(mo)
    assert "Je hebt geen app voor codes" not in client.get(OWN).text


def test_who_is_erased_has_no_passkeys(signed_in: Browsers, anna: User) -> None:
    a_passkey(anna)
    asked(signed_in(anna), ASKS_NEW)

    service.erase(anna)

    assert (kept(), db.session.query(PasskeyChallenge).count()) == ([], 0)


def test_a_copy_tells_of_passkeys_and_no_key(signed_in: Browsers, anna: User) -> None:
    a_passkey(anna)
    one = db.session.query(Passkey).one()

    copy = signed_in(anna).post("/mijn/gegevens/kopie").text

    assert "Telefoon" in copy
    assert one.credential_id not in copy
    assert one.public_key.hex() not in copy
