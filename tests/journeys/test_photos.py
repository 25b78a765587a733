"""A photo from the phone: small before it is sent, and not lost when the line breaks."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Request

from app.core.db import db
from app.initiatives.models import Initiative
from app.initiatives.photos import Photo
from factories.accounts import a_person
from factories.initiatives import an_initiative
from factories.photos import a_file, drawn
from journeys.steps.phone import Phone

pytestmark = pytest.mark.browser

LARGE = a_file(picture=drawn(4000, 3000), quality=100)
CHOICE, WORDS = "Kies een foto of maak er een", "Wat zie je op de foto?"
SEND = "Voeg deze foto toe"
THANKS = "Bedankt. Een moderator bekijkt je foto eerst."


@pytest.fixture
def plan() -> Initiative:
    return an_initiative(a_person("Anna"))


@pytest.fixture
def phone(phone_of: Callable[..., Phone], plan: Initiative) -> Phone:
    """Return the phone of who made the plan, with a photo chosen and told about."""
    phone = phone_of(plan.owner)
    phone.go(f"/initiatieven/{plan.id}/fotos")
    photo = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": LARGE}
    phone.page.get_by_label(CHOICE).set_input_files([photo])  # type: ignore[list-item]  # a file payload
    phone.answer(WORDS, "Drie mensen zetten planten in een bak")
    return phone


def photos_of(plan: Initiative) -> list[Photo]:
    db.session.rollback()
    return db.session.query(Photo).filter_by(initiative_id=plan.id).all()


def test_a_photo_of_twelve_million_pixels_is_added_from_a_phone(
    phone: Phone, plan: Initiative
) -> None:
    sent: list[Request] = []
    phone.page.on("request", lambda request: sent.append(request))  # noqa: PLW0108 -- Playwright wants a function of its own
    db.session.commit()

    assert not phone.page.get_by_text("Het versturen lukte niet.").is_visible()
    phone.page.get_by_role("button", name=SEND).click()
    phone.page.get_by_text(THANKS).wait_for()

    assert [(one.width, one.height) for one in photos_of(plan)] == [(1600, 1200)]
    phone.page.get_by_role("img", name="Drie mensen zetten planten in een bak").wait_for()
    if phone.runs_scripts:
        [upload] = [one for one in sent if one.method == "POST"]
        assert upload.sizes()["requestBodySize"] < len(LARGE) / 2


@pytest.mark.parametrize("scripts", [True], ids=["scripts"])
def test_when_the_line_breaks_all_stays_and_a_second_try_adds_one_photo(
    phone: Phone, plan: Initiative
) -> None:
    db.session.commit()
    phone.page.context.set_offline(True)
    phone.page.get_by_role("button", name=SEND).click()
    phone.page.get_by_role("alert").get_by_text("Het versturen lukte niet.").wait_for()
    typed = phone.typed(WORDS)
    phone.page.context.set_offline(False)

    phone.page.get_by_role("button", name=SEND).dblclick()
    phone.page.get_by_text(THANKS).wait_for()

    assert typed == "Drie mensen zetten planten in een bak"
    assert len(photos_of(plan)) == 1


@pytest.mark.parametrize("scripts", [True], ids=["scripts"])
def test_a_mistake_is_shown_in_place(phone: Phone, plan: Initiative) -> None:
    phone.answer(WORDS, "")
    db.session.commit()

    phone.page.get_by_role("button", name=SEND).click()
    phone.page.get_by_role("heading", name="Er gaat iets niet goed").wait_for()

    assert phone.errors == ["Vertel wat er op de foto te zien is."]
    assert phone.title.startswith("Fout:")
    assert photos_of(plan) == []


def test_somebody_goes_on_in_english_with_the_words_and_with_scripts_the_photo(
    phone: Phone, plan: Initiative
) -> None:
    db.session.commit()
    phone.page.locator("header .languages__toggle").click()
    again = phone.page.locator("noscript p", has_text="Kies daarna je foto nog een keer.")
    assert again.is_visible() is not phone.runs_scripts
    phone.page.get_by_role("button", name="English").click()
    phone.page.get_by_role("heading", name="Photos with your plan").wait_for()

    html, words, photo = (phone.page.locator(one) for one in ("html", "#alt", "#file"))
    assert html.get_attribute("lang") == "en"
    assert words.input_value() == "Drie mensen zetten planten in een bak"
    assert photo.evaluate("field => field.files.length") == (1 if phone.runs_scripts else 0)
    assert photos_of(plan) == []
