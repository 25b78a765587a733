"""Monday morning of a coordinator: keep a filter, take many requests on at once, turn it back, take the list along."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.db import db
from app.support import service
from factories.accounts import a_coordinator
from factories.initiatives import an_initiative
from factories.support import a_request
from journeys.steps.phone import Phone

pytestmark = pytest.mark.browser


@pytest.fixture
def scripts() -> bool:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("the pages are the same on every database: they are opened on SQLite")
    return True


def test_many_requests_on_a_phone_from_filter_to_file(phone_of: Callable[..., Phone]) -> None:
    carla, cor = a_coordinator(), a_coordinator(name="Cor")
    first, second, third = (
        a_request(an_initiative(title=title), days_until_due=days)
        for days, title in enumerate(("Bankje", "Pluktuin", "Wandelgroep"))
    )
    phone = phone_of(carla)

    phone.go("/ondersteuning?whose=niemand")
    phone.follow("Bewaar deze keuze")
    phone.press("Bewaar")
    assert phone.errors == ["Geef je keuze een naam."]
    phone.answer("Hoe noem je deze keuze?", "Nog vrij")
    phone.press("Bewaar")
    phone.follow("Nog vrij (3)")

    for request in (first, third):
        phone.page.get_by_label(f"{request.initiative.title}, {request.reference}").check()
    phone.press("Verder met wat je aankruiste")
    assert phone.heading == "Je koos 2 vragen"
    service.assess(third, by=cor)
    phone.press("Doe dit voor 2 vragen")
    assert phone.all("tbody .tag") == ["Gedaan", "Niet gedaan"]
    assert "Cor behandelt deze vraag al." in phone.text
    phone.press("Draai dit terug voor 1 vraag")
    assert phone.all("tbody .tag") == ["Teruggedraaid", "Niet gedaan"]

    phone.follow("Vragen om hulp")
    phone.follow("Nog vrij (2)")
    phone.follow("Haal deze lijst op als bestand (CSV)")
    phone.tick("Wie vroeg het?")
    phone.press("Verder")
    with phone.page.expect_download() as coming:
        phone.page.get_by_role("button", name="Haal op", exact=True).click()
    lines = Path(coming.value.path()).read_text("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines] == ["Nummer", first.reference, second.reference]
