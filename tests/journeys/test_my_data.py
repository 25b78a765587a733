"""Xanthippe looks at what the portal keeps of her: two clicks, and it asks whether it is really her."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.accounts.models import LoginSession
from app.core import clock
from app.core.db import db
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
