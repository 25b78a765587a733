"""A person says on which devices messages are announced, and it ends where they sign out."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.accounts import sessions
from app.accounts.models import LoginSession, User
from app.audit.queries import history
from app.core.db import db
from app.core.errors import NotAllowed, Refused
from app.notifications import devices, queries
from app.notifications.models import PushDevice
from factories.accounts import a_person, a_session
from factories.push_service import PushService
from factories.races import Deed, at_once

SignedIn = Callable[[User], FlaskClient]
PATH = "/berichten/meldingen"


@pytest.fixture
def anna() -> User:
    return a_person("Anna")


def told(service: PushService, name: str = "phone") -> dict[str, str]:
    """Return what the page sends of a browser."""
    known = service.a_browser(name)
    return {"endpoint": known.address, "p256dh": known.public_key, "auth": known.secret}


def switching_on(service: PushService, name: str, person: User) -> Deed:
    session_id, person_id, told_here = a_session(person).id, person.id, service.a_browser(name)
    return lambda: devices.switch_on(
        db.session.get_one(LoginSession, session_id),
        told_here,
        by=db.session.get_one(User, person_id),
    )


def addresses() -> list[str]:
    db.session.expire_all()
    return [device.address for device in db.session.query(PushDevice)]


def test_a_device_is_switched_on_and_off_from_its_own_page(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    browser = signed_in(anna)
    before = browser.get(PATH).text

    answer = browser.post(PATH, data=told(service), follow_redirects=True)

    assert "Krijg een melding op deze telefoon" in before
    assert "Je krijgt nu meldingen op dit apparaat." in answer.text
    assert "Dit apparaat krijgt meldingen." in answer.text
    [device] = queries.devices_of(anna.id)
    browser.post(f"{PATH}/{device.id}/einde")
    again = browser.post(f"{PATH}/{device.id}/einde")
    assert again.status_code == 303
    assert addresses() == []
    assert [line.action for line in history("push_devices", device.id)] == [
        "push_devices.add",
        "push_devices.end",
    ]


def test_without_a_key_there_is_nothing_to_see(signed_in: SignedIn, anna: User) -> None:
    browser = signed_in(anna)

    assert browser.get(PATH).status_code == 404
    assert browser.post(PATH, data={}).status_code == 404
    assert PATH not in browser.get("/berichten").text


def test_the_inbox_leads_to_it(service: PushService, signed_in: SignedIn, anna: User) -> None:
    assert f'href="{PATH}"' in signed_in(anna).get("/berichten").text


def test_an_unknown_service_is_refused_in_words(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    wrong = {**told(service), "endpoint": "https://evil.example/abc"}

    answer = signed_in(anna).post(PATH, data=wrong)

    assert answer.status_code == 422
    assert "We kennen de dienst niet waarmee je browser meldingen krijgt." in answer.text
    assert addresses() == []


def test_switching_on_a_second_time_is_one_device(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    browser = signed_in(anna)

    for name in ("old", "new", "new"):
        browser.post(PATH, data=told(service, name))

    assert addresses() == [f"https://{service.host}/new"]


def test_a_device_that_was_of_somebody_else_is_so_no_longer(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    bram = a_person("Bram")
    for person in (anna, bram):
        signed_in(person).post(PATH, data=told(service))

    assert queries.devices_of(anna.id) == []
    assert len(queries.devices_of(bram.id)) == 1


def test_a_sixth_device_is_refused_until_one_ends(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    for number in range(5):
        service.a_device(anna, f"device {number}")
    browser = signed_in(anna)

    full = browser.post(PATH, data=told(service))
    first = queries.devices_of(anna.id)[-1]
    browser.post(f"{PATH}/{first.id}/einde")
    fits = browser.post(PATH, data=told(service))

    assert full.status_code == 422
    assert "Je krijgt al meldingen op 5 apparaten. Zet er eerst een uit." in full.text
    assert fits.status_code == 303
    assert len(addresses()) == 5


def test_devices_of_others_are_out_of_reach(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    theirs = service.a_device(a_person("Bram"))

    answer = signed_in(anna).post(f"{PATH}/{theirs.id}/einde")

    assert answer.status_code == 303
    assert "Firefox" not in signed_in(anna).get(PATH).text
    assert len(addresses()) == 1
    with pytest.raises(NotAllowed):
        devices.switch_off(theirs, by=anna)
    with pytest.raises(NotAllowed):
        devices.switch_on(theirs.session, service.a_browser("mine"), by=anna)


def test_signing_out_ends_it_on_that_device_alone(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    service.a_device(anna, "laptop")
    browser = signed_in(anna)
    browser.post(PATH, data=told(service))

    browser.post("/uitloggen")

    assert addresses() == [f"https://{service.host}/laptop"]


def test_ending_a_session_from_another_device_ends_it_there(
    service: PushService, signed_in: SignedIn, anna: User
) -> None:
    laptop = service.a_device(anna, "laptop")

    signed_in(anna).post(f"/mijn/gegevens/apparaten/{laptop.session_id}/afmelding")

    assert addresses() == []


def test_signing_out_everywhere_ends_all(service: PushService, anna: User) -> None:
    for name in ("phone", "laptop"):
        service.a_device(anna, name)
    service.a_device(a_person("Bram"), "other")

    sessions.end_all(anna)

    assert addresses() == [f"https://{service.host}/other"]


def test_somebody_else_who_signs_in_on_a_device_ends_it(
    app: Flask, service: PushService, anna: User
) -> None:
    with app.test_request_context():
        sessions.begin(anna)
        here = db.session.query(LoginSession).one()
        devices.switch_on(here, service.a_browser(), by=anna)

        sessions.begin(a_person("Bram"))

    assert addresses() == []


def test_a_refused_device_leaves_the_one_before(service: PushService, anna: User) -> None:
    session = a_session(anna)
    devices.switch_on(session, service.a_browser(), by=anna)

    with pytest.raises(Refused):
        devices.switch_on(session, service.a_browser("x" * 1000), by=anna)

    assert len(addresses()) == 1


def test_two_devices_at_once_never_make_six(app: Flask, service: PushService, anna: User) -> None:
    for number in range(4):
        service.a_device(anna, f"device {number}")
    deeds = [switching_on(service, name, anna) for name in ("phone", "tablet")]

    outcomes = at_once(app, deeds)

    assert outcomes == ["Refused", "done"]
    assert len(addresses()) == 5
