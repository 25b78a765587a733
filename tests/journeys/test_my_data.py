"""Xanthippe looks at what the portal keeps of her: two clicks, and it asks whether it is really her."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.accounts.models import LoginSession
from app.core import clock
from app.core.db import db
from app.volunteering.models import VolunteerTask
from factories.accounts import a_coordinator
from factories.areas import a_town
from factories.lives import EMAIL, a_full_life
from journeys.conftest import Mailbox
from journeys.steps.phone import Phone
from journeys.steps.signing_in import open_link

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True], ids=["scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Walk once: these pages have no scripts of their own."""
    return bool(request.param)


def signed_in_yesterday() -> None:
    db.session.query(LoginSession).update({"created_at": clock.now() - timedelta(days=1)})


def downloaded(phone: Phone, button: str) -> Path:
    """Press a button that gives a file, and return where it is."""
    with phone.page.expect_download() as coming:
        phone.page.get_by_role("button", name=button, exact=True).click()
    return Path(coming.value.path())


def test_a_copy_of_everything(phone_of: Callable[..., Phone], mailbox: Mailbox) -> None:
    phone = phone_of(a_full_life())
    signed_in_yesterday()
    phone.go("/mijn/gegevens")
    phone.follow("Wat we van je bewaren")
    assert "Je vragen om hulp 1 tot 7 jaar na het besluit." in phone.text

    phone.follow("Download je gegevens")
    assert phone.heading == "Log nog een keer in"
    phone.press("Mail mij een link")
    open_link(phone, mailbox, EMAIL)
    assert (phone.path, phone.heading) == ("/mijn/gegevens/kopie", "Download je gegevens")

    document = json.loads(downloaded(phone, "Download het bestand").read_text())
    account, *_rest = document["kinds"]
    assert account["rows"][0]["name"] == "Xanthippe Qworzel"


def test_an_account_goes(phone_of: Callable[..., Phone], mailbox: Mailbox) -> None:
    phone = phone_of(a_full_life())
    phone.go("/mijn/gegevens")
    phone.follow("Verwijder je account")
    assert "Bankjes op het plein. Dit plan komt op naam van Bilal." in phone.text

    phone.press("Verwijder mijn account")
    assert phone.errors == ["Vink aan dat je weet dat je dit niet kunt terugdraaien."]
    phone.tick("Ik weet dat ik dit niet kan terugdraaien")
    phone.press("Verwijder mijn account")

    assert phone.path == "/uitgelogd"
    assert "Je account is verwijderd." in phone.page.locator("body").inner_text()
    assert "Je account is verwijderd." in mailbox.last_text(EMAIL)
    phone.go("/mijn/gegevens")
    assert phone.path.startswith("/inloggen")


def test_who_looked(phone_of: Callable[..., Phone]) -> None:
    person = a_full_life()
    carla = phone_of(a_coordinator(a_town().north))
    phone = phone_of(person)
    phone.go("/mijn/gegevens")
    phone.follow("Wie keek er in mijn gegevens?")
    before = len(phone.all("dd"))

    task = db.session.query(VolunteerTask).filter_by(title="Soep koken").one()
    carla.go(f"/doe-mee/{task.id}/aanmeldingen")
    assert person.name in carla.text

    phone.go("/mijn/gegevens/inzage")
    looks = phone.all("dd")
    assert len(looks) == before + 1
    assert looks[0].startswith(
        "Wijkcoördinator (de gemeente), om te zien wie er bij een klus helpt"
    )
