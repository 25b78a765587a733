"""Mo comes to work: the portal asks for an app, and from then on for its codes, on a telephone in the dark."""

import io
from collections.abc import Callable, Iterator

import pyotp
import pytest
import zxingcpp
from flask import Flask
from PIL import Image

from app.accounts.models import SecondFactor
from app.core.db import db
from factories.second_factor import GOOD, MO, mo_with_password, shown
from journeys.conftest import Mailbox
from journeys.steps.phone import APhone, Phone

pytestmark = pytest.mark.browser
CODE = "Code van 6 cijfers"
Secret = Callable[[], str]


@pytest.fixture(params=[True], ids=["scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Walk once: these pages have no scripts of their own."""
    return bool(request.param)


@pytest.fixture
def obligatory(app: Flask, address: str) -> Iterator[None]:
    """Let staff of this portal not do without a second factor."""
    app.config["STAFF_SECOND_FACTOR"] = "obligatory"
    yield
    app.config["STAFF_SECOND_FACTOR"] = "optional"


def scanned(phone: Phone) -> str:
    """Return the secret that an app reads from the screen."""
    picture = Image.open(io.BytesIO(phone.page.locator("main svg").screenshot()))
    (found,) = zxingcpp.read_barcodes(picture)
    app_of = pyotp.parse_uri(found.text)
    assert (app_of.name, app_of.issuer) == (MO, "Aanzet")
    return str(app_of.secret)


def gives_password(phone: Phone) -> None:
    phone.go("/inloggen/medewerkers?verder=/moderatie")
    phone.answer("Je e-mailadres", MO)
    phone.answer("Je wachtwoord", GOOD)
    phone.press("Log in")


def the_next_half_minute(secret: str) -> str:
    """Let half a minute pass for the portal, which took the code of now; return what the app shows."""
    db.session.query(SecondFactor).update({"last_step": SecondFactor.last_step - 1})
    db.session.commit()
    return shown(secret)


def test_an_app_is_set_up_and_its_codes_let_in(
    obligatory: None, a_phone: APhone, mailbox: Mailbox
) -> None:
    mo_with_password()
    phone = a_phone(color_scheme="dark")
    gives_password(phone)
    assert phone.heading == "Stel een app voor codes in"
    phone.go("/moderatie")
    assert phone.path.startswith("/inloggen?")  # nothing else opens

    phone.go("/inloggen/app")
    secret = scanned(phone)
    assert secret in phone.text.replace(" ", "")
    phone.answer(CODE, "12 34")
    phone.press("Ga verder")
    assert (phone.typed(CODE), phone.errors) == (
        "12 34",
        ["De code heeft 6 cijfers. Typ ze over uit je app."],
    )
    assert scanned(phone) == secret
    phone.answer(CODE, shown(secret))
    phone.press("Ga verder")
    assert phone.heading == "Bewaar je herstelcodes"
    paper = phone.all("main ol li")
    assert len(set(paper)) == 10
    phone.follow("Ik heb ze bewaard, ga verder")
    assert (phone.path, phone.status) == ("/moderatie", 200)
    assert "een app voor codes ingesteld" in mailbox.last_text(MO)

    at_work = a_phone()
    gives_password(at_work)
    assert at_work.heading == "Geef de code uit je app"
    code = the_next_half_minute(secret)
    at_work.answer(CODE, f"{code[:3]} {code[3:]}")
    at_work.press("Log in")
    assert (at_work.path, at_work.status) == ("/moderatie", 200)

    without_app = a_phone()
    gives_password(without_app)
    without_app.follow("Ik heb mijn app niet bij me")
    without_app.answer("Herstelcode", paper[0].lower())
    without_app.press("Log in")
    assert (without_app.path, without_app.status) == ("/moderatie", 200)
    assert "Je hebt nog 9 herstelcodes." in without_app.text
    assert "Er zijn nog 9 codes over." in mailbox.last_text(MO)
