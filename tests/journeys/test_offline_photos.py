"""Photos at a plan that is written without internet: they wait on the phone, and arrive once, with the plan."""

import pytest
from flask import Flask

from app.core.db import db
from app.initiatives.photos import Photo
from factories.photos import a_file, drawn
from journeys.steps.checks import check
from journeys.steps.offline import (
    PATH,
    arrived,
    losing_first_answer,
    phone_without_internet,
    plans,
    press_send,
    shown,
    wait_for,
    write,
)
from journeys.steps.phone import APhone, Phone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("scripts", [True], ids=["scripts"]),
]
CHOICE, WORDS = "Kies een foto of maak er een", "Wat zie je op de foto?"
LARGE, SMALL = a_file(picture=drawn(4000, 3000), quality=95), a_file(picture=drawn(60, 60))
BENCH, TREE, POND = (a_file(picture=drawn(colour=colour)) for colour in ("tan", "green", "blue"))
PICTURES = """new Promise((done) => {
    indexedDB.open("aanzet").onsuccess = ({ target: { result: all } }) => {
        all.transaction("pictures").objectStore("pictures").getAll().onsuccess = ({ target }) => {
            all.close();
            done(target.result.map(({ size }) => size));
        };
    };
})"""


@pytest.fixture
def phone(a_phone: APhone) -> Phone:
    """Return a phone without internet, with a plan that is ready but for its photos."""
    phone = phone_without_internet(a_phone)
    phone.page.goto(PATH)
    write(phone)
    return phone


def add(phone: Phone, file: bytes, alt: str, *, number: int) -> None:
    """Choose a photo, and say what is on it."""
    photo = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": file}
    phone.page.get_by_label(CHOICE).set_input_files([photo])  # type: ignore[list-item]  # a file payload
    phone.answer(WORDS, alt, part=f"Foto {number}")


def take_away(phone: Phone, number: int) -> None:
    """Press the button at a photo, and wait until it is gone."""
    boxes = phone.page.locator("[data-key]").count()
    phone.page.get_by_role("button", name=f"Haal foto {number} weg").click()
    phone.until(f"document.querySelectorAll('[data-key]').length === {boxes - 1}")


def come_back(phone: Phone) -> None:
    """Put the phone away, and take it out again."""
    shown(phone, "kept")
    phone.page.wait_for_timeout(600)  # what was typed last is kept after a pause
    phone.page.goto(PATH)


def sizes_on_phone(phone: Phone) -> list[int]:
    found: list[int] = phone.page.evaluate(PICTURES)
    return found


def alts() -> list[str]:
    db.session.rollback()
    return [photo.alt for photo in db.session.query(Photo).order_by(Photo.id)]


def test_photos_wait_on_the_phone_and_arrive_with_the_plan(phone: Phone) -> None:
    page = phone.page
    add(phone, LARGE, "Een bank in de zon", number=1)
    add(phone, TREE, "Een boom", number=2)
    come_back(phone)
    phone.until("document.querySelectorAll('canvas').length === 2")
    assert phone.typed(WORDS, part="Foto 1") == "Een bank in de zon"
    assert max(sizes_on_phone(phone)) < len(LARGE) / 2
    check(page, page.content(), with_axe=True)

    press_send(phone)
    shown(phone, "waiting")
    assert plans() == []
    page.context.set_offline(False)

    arrived(page)
    assert len(plans()) == 1
    assert alts() == ["Een bank in de zon", "Een boom"]
    assert sizes_on_phone(phone) == []
    phone.press("Verder waar ik was")
    assert "Een bank in de zon" in phone.text


def test_a_line_that_is_cut_halfway_leaves_exactly_the_photos_that_belong(
    app: Flask, phone: Phone
) -> None:
    page = phone.page
    add(phone, BENCH, "Een bank", number=1)
    add(phone, TREE, "Een boom", number=2)
    press_send(phone)
    shown(phone, "waiting")

    with losing_first_answer(app, f"{PATH}/fotos") as lost:
        page.context.set_offline(False)
        wait_for(page, lambda: lost)
        page.context.set_offline(True)
    assert alts() == ["Een bank"]
    page.goto(PATH)
    page.get_by_role("button", name="Verander iets").click()
    take_away(phone, 1)
    add(phone, POND, "Een vijver", number=2)
    press_send(phone)
    shown(phone, "waiting")
    page.context.set_offline(False)

    arrived(page)
    assert len(plans()) == 1
    assert alts() == ["Een boom", "Een vijver"]


def test_a_photo_that_is_refused_takes_nothing_along(phone: Phone) -> None:
    page = phone.page
    add(phone, SMALL, "Een bank", number=1)
    add(phone, TREE, "", number=2)
    press_send(phone)
    assert page.locator("[role=alert]:visible").all_inner_texts() == [
        "Vertel wat er op de foto te zien is."
    ]
    phone.answer(WORDS, "Een boom", part="Foto 2")
    press_send(phone)
    shown(phone, "waiting")
    page.context.set_offline(False)

    page.get_by_text("Deze foto is te klein om goed te zien.").wait_for()
    assert page.locator("[role=alert]:visible").count() == 1
    assert alts() == ["Een boom"]
    assert phone.typed(WORDS, part="Foto 1") == "Een bank"
    check(page, page.content(), with_axe=True)
    take_away(phone, 1)
    press_send(phone)

    arrived(page)
    assert len(plans()) == 1
    assert alts() == ["Een boom"]


def test_what_is_no_photo_is_not_kept_and_thrown_away_is_gone(phone: Phone) -> None:
    page = phone.page
    add(phone, BENCH, "Een bank", number=1)
    wrong = {"name": "plan.jpg", "mimeType": "image/jpeg", "buffer": b"no photo"}
    page.get_by_label(CHOICE).set_input_files([wrong])  # type: ignore[list-item]  # a file payload
    page.get_by_text("Het lukt niet met deze foto. Kies een andere.").wait_for()
    assert len(sizes_on_phone(phone)) == 1

    page.get_by_text("Gooi weg wat op deze telefoon staat").click()
    page.get_by_role("button", name="Gooi weg", exact=True).click()
    page.wait_for_selector(".saved", state="hidden")

    assert page.get_by_role("button", name="Haal foto 1 weg").count() == 0
    assert sizes_on_phone(phone) == []
