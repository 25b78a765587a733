"""Signing in with a passkey: both factors in one, and every answer that is not right stays outside."""

import json
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts.models import LoginSession, User
from app.accounts.passkey_models import Passkey, PasskeyChallenge
from app.audit.models import Entry
from app.core import clock
from app.core.db import db
from factories.accounts import a_moderator, a_person
from factories.notifications import mails_to
from factories.passkeys import DOOR, ORIGIN, PRESENT, Device, a_passkey, asked, shows
from factories.second_factor import CODE, Browsers, an_app, gives_password, is_in, mo_with_password


@pytest.fixture(autouse=True)
def at_a_name(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the portal be where passkeys work."""
    monkeypatch.setitem(app.config, "PUBLIC_URL", ORIGIN)


@pytest.fixture
def obligatory(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let staff of this portal not do without a second factor."""
    monkeypatch.setitem(app.config, "STAFF_SECOND_FACTOR", "obligatory")


@pytest.fixture
def anna() -> User:
    return a_person("Anna")


def test_a_resident_is_in_and_goes_on(client: FlaskClient, anna: User) -> None:
    device = a_passkey(anna)

    answer = shows(client, device, go_on="/mijn/gegevens")

    assert (answer.status_code, answer.location, is_in(client)) == (303, "/mijn/gegevens", True)
    assert db.session.query(Passkey).one().used_at is not None
    assert db.session.query(PasskeyChallenge).count() == 0


def test_for_staff_it_counts_as_both_factors(client: FlaskClient, obligatory: None) -> None:
    mo = a_moderator()
    an_app(mo)

    answer = shows(client, a_passkey(mo), go_on="/moderatie")

    assert (answer.location, client.get("/moderatie").status_code) == ("/moderatie", 200)
    assert db.session.query(LoginSession).one().with_second_factor
    assert [entry.action for entry in db.session.query(Entry)] == ["users.sign_in"]


def test_the_question_is_the_same_for_everybody_and_new_each_time(client: FlaskClient) -> None:
    first = asked(client)
    a_passkey(a_person("Anna"))
    second = asked(client)

    assert first.pop("challenge") != second.pop("challenge")
    assert (
        first
        == second
        == {
            "rpId": "aanzet.example",
            "userVerification": "required",
            "timeout": 120000,
            "allowCredentials": [],
        }
    )


WRONG = {
    "another site": {"origin": "https://aanzet.example.evil.example"},
    "another port": {"origin": f"{ORIGIN}:8443"},
    "without a lock": {"origin": "http://aanzet.example"},
    "a passkey of another host": {"host": "example"},
    "no finger and no PIN": {"flags": PRESENT},
    "nobody there": {"flags": 0},
    "another key": {"secret": Device().secret},
    "another person": {"handle": "AAAA"},
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_not_right_stays_outside(
    client: FlaskClient, anna: User, wrong: dict[str, object]
) -> None:
    device = a_passkey(anna)

    answer = shows(client, device.copied(**wrong))

    assert (answer.status_code, is_in(client)) == (422, False)
    assert "Het lukte niet met deze passkey." in answer.text
    assert shows(client, device).status_code == 303  # the owner still comes in


@pytest.mark.parametrize(
    "wrong",
    [{"type": "webauthn.create"}, {"challenge": "AAAA"}, {"challenge": 7}, {"origin": None}],
)
def test_an_answer_to_another_question_stays_outside(
    client: FlaskClient, anna: User, wrong: dict[str, object]
) -> None:
    assert shows(client, a_passkey(anna), **wrong).status_code == 422


@pytest.mark.parametrize("typed", ["", "x", "null", "[]", "{}", '{"id": 1}', '{"id": "a"}', "7"])
def test_what_is_no_answer_stays_outside(client: FlaskClient, typed: str) -> None:
    asked(client)

    answer = client.post(DOOR, data={"passkey": typed})

    assert (answer.status_code, 'class="error-summary' in answer.text) == (422, True)


def test_parts_that_are_damaged_stay_outside(client: FlaskClient, anna: User) -> None:
    device = a_passkey(anna)
    for part in ("clientDataJSON", "authenticatorData", "signature", "userHandle"):
        for damage in ("", "AAAA", "é", 7, None, ["x"]):
            answer = json.loads(device.shows(asked(client)))
            answer["response"][part] = damage
            if (part, damage) == ("userHandle", None):
                continue  # a device may leave that out
            sent = client.post(DOOR, data={"passkey": json.dumps(answer)})
            assert (part, damage, sent.status_code) == (part, damage, 422)


def test_a_passkey_that_we_do_not_know_stays_outside(client: FlaskClient) -> None:
    answer = shows(client, Device())

    assert answer.status_code == 422
    assert "Deze passkey kennen we niet." in answer.text


def test_an_answer_works_once_and_in_one_browser(
    app: Flask, client: FlaskClient, anna: User
) -> None:
    device = a_passkey(anna)
    answer = device.shows(asked(client))
    elsewhere = app.test_client()
    asked(elsewhere)

    stolen = elsewhere.post(DOOR, data={"passkey": answer})
    first = client.post(DOOR, data={"passkey": answer})
    client.post("/uitloggen")
    again = client.post(DOOR, data={"passkey": answer})

    assert [one.status_code for one in (stolen, first, again)] == [422, 303, 422]
    assert "Dat duurde te lang" in again.text


def test_a_wrong_answer_uses_the_question_as_well(client: FlaskClient, anna: User) -> None:
    device = a_passkey(anna)
    question = asked(client)
    with client.session_transaction() as cookie:
        before = cookie["passkey"]
    client.post(DOOR, data={"passkey": device.copied(flags=PRESENT).shows(question)})
    with client.session_transaction() as cookie:
        cookie["passkey"] = before  # who wants a second try puts the cookie of before back

    assert client.post(DOOR, data={"passkey": device.shows(question)}).status_code == 422


def test_after_five_minutes_it_is_too_late(
    client: FlaskClient, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = a_passkey(anna)
    question, now = asked(client), clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=5, seconds=1))

    assert client.post(DOOR, data={"passkey": device.shows(question)}).status_code == 422

    asked(client)
    assert db.session.query(PasskeyChallenge).count() == 1  # what is too late is swept


def test_a_count_that_goes_back_is_refused_told_and_logged(client: FlaskClient, anna: User) -> None:
    device = a_passkey(anna, device=Device(count=5))
    assert shows(client, device.copied(count=6)).status_code == 303
    client.post("/uitloggen")

    answers = [shows(client, device.copied(count=count)) for count in (6, 5, 0)]

    assert [one.status_code for one in answers] == [422] * 3
    assert not is_in(client)
    assert [entry.action for entry in db.session.query(Entry)] == ["users.copied_passkey"] * 3
    assert mails_to(anna.email)[-1].subject == "Misschien is je passkey gekopieerd"
    assert shows(client, device.copied(count=7)).status_code == 303


def test_a_device_that_never_counts_is_no_copy(client: FlaskClient, anna: User) -> None:
    device = a_passkey(anna)

    assert [shows(client, device).status_code for _time in range(2)] == [303] * 2


def test_who_is_blocked_is_told_and_stays_outside(client: FlaskClient, anna: User) -> None:
    device = a_passkey(anna)
    anna.blocked_at = clock.now()

    assert (shows(client, device).status_code, is_in(client)) == (403, False)


def test_staff_with_a_passkey_and_no_app_do_not_come_in_with_a_password(
    client: FlaskClient, obligatory: None
) -> None:
    device = a_passkey(mo_with_password())

    assert gives_password(client) == f"{DOOR}?verder=/moderatie"
    assert not is_in(client)
    assert shows(client, device, go_on="/moderatie").location == "/moderatie"


def test_staff_with_both_may_still_give_the_code(client: FlaskClient) -> None:
    mo = mo_with_password()
    an_app(mo)
    a_passkey(mo)

    assert gives_password(client) == CODE


def test_signing_in_anew_is_for_ones_own_passkey(signed_in: Browsers, anna: User) -> None:
    own, others = a_passkey(anna), a_passkey(a_person("Bas"))
    client = signed_in(anna)
    db.session.query(LoginSession).update({"created_at": clock.now() - timedelta(hours=1)})
    assert client.get("/mijn/passkeys").location == "/inloggen/opnieuw?verder=/mijn/passkeys"

    allowed = [one["id"] for one in asked(client)["allowCredentials"]]
    refused = shows(client, others)
    assert (len(allowed), refused.status_code) == (1, 422)
    assert "Deze passkey is van een ander account." in refused.text
    assert client.get("/mijn/passkeys").status_code == 303

    assert shows(client, own, go_on="/mijn/passkeys").location == "/mijn/passkeys"
    assert client.get("/mijn/passkeys").status_code == 200


def test_a_question_from_before_signing_in_is_not_for_afterwards(
    client: FlaskClient, anna: User
) -> None:
    device = a_passkey(anna)
    question = asked(client)
    with client.session_transaction() as cookie:
        token = cookie["passkey"]
    shows(client, device)
    with client.session_transaction() as cookie:
        cookie["passkey"] = token

    assert client.post(DOOR, data={"passkey": device.shows(question)}).status_code == 422


def test_where_the_address_is_a_number_the_button_is_not_there(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert all('data-passkey="get"' in client.get(page).text for page in ("/inloggen", DOOR))
    assert 'data-passkey="get"' in client.get("/inloggen/medewerkers").text

    monkeypatch.setitem(app.config, "PUBLIC_URL", "http://127.0.0.1:5000")

    assert 'data-passkey="get"' not in client.get("/inloggen").text


def test_who_is_in_already_goes_on(signed_in: Browsers, anna: User) -> None:
    assert signed_in(anna).get(f"{DOOR}?verder=/berichten").location == "/berichten"
