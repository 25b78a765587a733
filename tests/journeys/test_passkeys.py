"""Sanne and Mo make a passkey on their phone, and from then on a finger is enough."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import CDPSession, Page

from app.accounts.models import LoginSession
from app.core import clock
from app.core.db import db
from factories.accounts import a_person
from factories.second_factor import GOOD, MO, an_app, mo_with_password
from journeys.conftest import Mailbox
from journeys.steps.checks import check
from journeys.steps.phone import Phone
from journeys.steps.signing_in import sign_in

pytestmark = pytest.mark.browser
SIGN_IN, MAKE = "Inloggen met een passkey", "Maak een passkey"
FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(params=[True], ids=["scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Walk once: without scripts there is no button, as another test shows."""
    return bool(request.param)


@pytest.fixture
def at_a_name(app: Flask, address: str) -> Iterator[str]:
    """Let the portal be at an address that is no number: there passkeys work."""
    app.config["PUBLIC_URL"] = address.replace("127.0.0.1", "localhost")
    yield app.config["PUBLIC_URL"]
    app.config["PUBLIC_URL"] = address


def with_a_finger(page: Page) -> tuple[CDPSession, str]:
    """Give a phone something that knows its owner; return how to tell it otherwise."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    added = line.send("WebAuthn.addVirtualAuthenticator", {"options": FINGER})
    return line, added["authenticatorId"]


def an_hour_passes() -> None:
    """Let it be an hour ago that anybody signed in."""
    db.session.rollback()
    db.session.query(LoginSession).update({"created_at": clock.now() - timedelta(hours=1)})
    db.session.commit()


def sign_out(phone: Phone) -> None:
    phone.page.context.clear_cookies()


def test_a_resident_comes_in_with_a_finger(
    at_a_name: str, a_phone: Callable[..., Phone], mailbox: Mailbox
) -> None:
    sanne = a_person("Sanne")
    phone = a_phone(base_url=at_a_name)
    line, finger = with_a_finger(phone.page)
    sign_in(phone, mailbox, sanne.email)
    phone.go("/mijn/gegevens")
    phone.follow("Bekijk je passkeys")
    phone.press(MAKE)
    assert "Je passkey is gemaakt." in phone.page.content()
    assert phone.all("main h2") == ["Chrome, Linux"]
    assert "Chrome, Linux" in mailbox.last_text(sanne.email)
    phone.page.get_by_role("button", name=MAKE).click()
    phone.page.get_by_role("alert").get_by_text("Op dit apparaat staat al een passkey").wait_for()
    phone.follow("Geef een andere naam Chrome, Linux")
    phone.answer("Hoe noem je deze passkey?", "Mijn telefoon")
    phone.press("Opslaan")
    assert phone.all("main h2") == ["Mijn telefoon"]

    sign_out(phone)
    phone.go("/inloggen?verder=/berichten")
    line.send("WebAuthn.setUserVerified", {"authenticatorId": finger, "isUserVerified": False})
    phone.page.get_by_role("button", name=SIGN_IN).click()
    phone.page.get_by_role("alert").get_by_text("is niet gelukt").wait_for()
    check(phone.page, phone.page.content(), with_axe=True)
    line.send("WebAuthn.setUserVerified", {"authenticatorId": finger, "isUserVerified": True})
    phone.press(SIGN_IN)
    assert (phone.path, phone.status) == ("/berichten", 200)

    phone.go("/mijn/passkeys")
    phone.follow("Verwijder deze passkey Mijn telefoon")
    phone.press("Verwijder deze passkey")
    assert "Je hebt nog geen passkey." in phone.text
    sign_out(phone)
    phone.go("/inloggen")
    phone.press(SIGN_IN)  # the phone has it still
    assert phone.errors == ["Deze passkey kennen we niet. Log op een andere manier in."]


def test_staff_need_no_password_and_no_code(
    app: Flask, at_a_name: str, a_phone: Callable[..., Phone]
) -> None:
    mo = mo_with_password()
    phone = a_phone(base_url=at_a_name, color_scheme="dark")
    with_a_finger(phone.page)
    phone.go("/inloggen/medewerkers?verder=/mijn/passkeys")
    phone.answer("Je e-mailadres", MO)
    phone.answer("Je wachtwoord", GOOD)
    phone.press("Log in")
    phone.press(MAKE)

    an_app(mo)
    app.config["STAFF_SECOND_FACTOR"] = "obligatory"
    try:
        sign_out(phone)
        phone.go("/inloggen/medewerkers?verder=/moderatie")
        phone.press(SIGN_IN)
        assert (phone.path, phone.status) == ("/moderatie", 200)

        an_hour_passes()
        phone.go("/mijn/passkeys")
        assert phone.heading == "Log nog een keer in"
        phone.press(SIGN_IN)
        assert (phone.path, phone.heading) == ("/mijn/passkeys", "Jouw passkeys")

        an_hour_passes()
        phone.press(MAKE)
        assert phone.heading == "Log nog een keer in"
    finally:
        app.config["STAFF_SECOND_FACTOR"] = "optional"


@pytest.mark.parametrize("scripts", [False], ids=["no-scripts"])
def test_without_scripts_there_is_no_button(
    at_a_name: str, a_phone: Callable[..., Phone], mailbox: Mailbox
) -> None:
    phone = a_phone(base_url=at_a_name)
    phone.go("/inloggen")
    assert not phone.page.get_by_role("button", name=SIGN_IN).is_visible()

    sign_in(phone, mailbox, a_person("Sanne").email)
    phone.go("/mijn/passkeys")

    assert not phone.page.get_by_role("button", name=MAKE).is_visible()
    assert "Deze browser kan geen passkey maken" in phone.text
