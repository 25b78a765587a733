"""SC1: Sanne has no account and a phone, and registers an idea for her street."""

from dataclasses import replace

import pytest

from app.accounts.models import OneTimeLink
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.workdays import add_working_days
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.moderation.models import Review
from app.moderation.queries import kept_on_purpose
from factories.accounts import a_moderator, a_person
from journeys.conftest import Mailbox
from journeys.steps import registering, setting
from journeys.steps.phone import APhone
from journeys.steps.registering import Idea, begin, shown, tell_everything
from journeys.steps.setting import a_town_with_postcodes

pytestmark = pytest.mark.browser
IDEA = Idea()
BILALS = {"title": "Groene gevels", "summary": "Samen planten we stokrozen langs de gevel."}


@pytest.fixture(autouse=True)
def town() -> None:
    a_town_with_postcodes()


def test_a_visitor_registers_an_idea_and_reads_what_happens_now(
    a_phone: APhone, mailbox: Mailbox
) -> None:
    sanne = a_phone()
    tell_everything(sanne, IDEA)
    assert shown(sanne) == registering.all_of(IDEA)
    sanne.press("Verder: bevestig je e-mailadres")
    assert (sanne.heading, IDEA.email in sanne.text) == ("Kijk in je mail", True)
    assert registered() == []

    link = mailbox.last_link(IDEA.email)
    for _look in range(2):  # a mail scanner opens it as well: opening is not using
        sanne.go(link)
        assert sanne.heading == "Nog één klik: stuur je plan in"
    sanne.press("Stuur mijn initiatief in")

    (initiative,) = registered()
    assert sanne.heading == "We hebben je plan ontvangen"
    assert sanne.all(".reference") == [initiative.reference]
    promised = date_words(add_working_days(clock.today(), 2))
    assert f"Een moderator van de gemeente leest je plan, uiterlijk {promised}." in sanne.text
    assert [mail["Subject"] for mail in mailbox.to(IDEA.email)] == [
        "Stuur je initiatief in: nog één klik",
        f"We hebben je initiatief ontvangen: {initiative.reference}",
    ]

    sanne.go(link)  # and again, a week later perhaps
    assert (sanne.status, sanne.heading) == (200, "We hebben je plan ontvangen")
    assert registered() == [initiative]


def test_a_link_that_is_too_old_is_replaced_and_the_plan_is_still_there(
    a_phone: APhone, mailbox: Mailbox
) -> None:
    sanne = a_phone()
    tell_everything(sanne, IDEA)
    sanne.press("Verder: bevestig je e-mailadres")
    link = mailbox.last_link(IDEA.email)
    db.session.query(OneTimeLink).update({"expires_at": clock.now()})

    sanne.go(link)

    assert (sanne.status, sanne.heading) == (410, "Deze link werkt niet meer")
    assert "Een link werkt 15 minuten. Je plan is er nog." in sanne.text
    sanne.press("Stuur mij een nieuwe link")
    sanne.go(mailbox.last_link(IDEA.email))
    sanne.press("Stuur mijn initiatief in")
    assert sanne.heading == "We hebben je plan ontvangen"


def test_the_way_back_shows_what_was_answered(a_phone: APhone) -> None:
    sanne = a_phone()
    tell_everything(sanne, IDEA)

    headings = []
    for _page in range(4):
        sanne.follow("Terug")
        headings.append(sanne.heading)

    assert headings == [
        "Stap 4 van 5: Wat heb je nodig?",
        "Stap 3 van 5: Voor wie en met wie?",
        "Stap 2 van 5: Waar?",
        "Stap 1 van 5: Wat wil je doen?",
    ]
    assert sanne.typed(registering.TITLE) == IDEA.title
    assert sanne.is_ticked(IDEA.theme)


def test_one_answer_is_changed_from_the_check_and_back_in_one_step(a_phone: APhone) -> None:
    sanne = a_phone()
    tell_everything(sanne, IDEA)

    sanne.follow("Wijzig Voor wie")
    sanne.answer(registering.FOR_WHOM, "Iedereen in de wijk")
    sanne.press("Verder")

    assert sanne.heading == "Stap 5 van 5: Klopt het zo?"
    assert shown(sanne) == registering.all_of(replace(IDEA, for_whom="Iedereen in de wijk"))


def test_closing_the_browser_at_every_step_loses_nothing(a_phone: APhone) -> None:
    sanne = a_phone()
    begin(sanne)
    for page in registering.PAGES:
        page(sanne, IDEA)
        here = sanne.path
        sanne = a_phone(storage_state=sanne.cookies_that_stay())
        sanne.go("/initiatieven/nieuw")
        assert f"Je plan is bewaard: {IDEA.title}." in sanne.text
        sanne.follow("Ga verder met dit plan")
        assert sanne.path == here

    assert shown(sanne) == registering.all_of(IDEA)


def test_mistakes_come_back_with_everything_that_was_typed(a_phone: APhone) -> None:
    sanne = a_phone()
    begin(sanne)
    sanne.answer(registering.SUMMARY, "Kort")
    sanne.answer(registering.STORY, IDEA.story)
    sanne.tick(IDEA.theme)

    sanne.press("Verder")

    assert sanne.status == 422
    assert sanne.title == "Fout: Stap 1 van 5: Wat wil je doen? - Aanzet"
    assert sanne.errors == [
        "Geef je plan een naam.",
        "Gebruik 10 tot 300 tekens om kort te vertellen wat je wilt doen.",
    ]
    assert sanne.all("main h2")[0] == "Er gaat iets niet goed"
    assert sanne.typed(registering.SUMMARY) == "Kort"
    assert sanne.typed(registering.STORY) == IDEA.story
    assert sanne.is_ticked(IDEA.theme)
    assert db.session.query(Initiative).all() == []


def test_a_postcode_on_a_border_asks_which_neighbourhood(a_phone: APhone) -> None:
    sanne = a_phone()
    begin(sanne)
    registering.tell_what(sanne, IDEA)

    registering.look_up(sanne, "2625cd")

    assert sanne.all("fieldset .option") == [
        "Molenbuurt, Noord, Proefstad",
        "Havenbuurt, Noord, Proefstad",
    ]
    sanne.tick("Havenbuurt, Noord, Proefstad")
    sanne.press("Verder")
    assert sanne.heading == "Stap 3 van 5: Voor wie en met wie?"


def test_a_postcode_from_elsewhere_is_explained_and_the_neighbourhood_chosen_by_hand(
    a_phone: APhone,
) -> None:
    sanne = a_phone()
    begin(sanne)
    registering.tell_what(sanne, IDEA)

    registering.look_up(sanne, "9999 ZZ")

    assert (sanne.status, sanne.typed(registering.POSTCODE)) == (422, "9999 ZZ")
    assert sanne.errors == [
        "We kennen deze postcode hier niet. Kijk of hij klopt, of kies zelf je buurt."
    ]
    sanne.follow("Ik kies zelf mijn buurt")
    sanne.choose("In welke buurt is het?", "Parkbuurt")
    sanne.press("Verder")
    sanne.follow("Terug")
    assert sanne.all("fieldset .option") == ["Parkbuurt, Zuid, Proefstad"]


def test_somebody_looks_at_a_plan_that_looks_alike_and_goes_on_with_their_own(
    a_phone: APhone,
) -> None:
    setting.a_public_plan(a_person("Bilal"), moderator=a_moderator(), **BILALS)
    sanne = a_phone()
    begin(sanne)
    registering.tell_what(sanne, IDEA)
    registering.tell_where(sanne, IDEA)
    assert sanne.heading == "In je buurt loopt al een plan dat hierop lijkt"

    sanne.follow(BILALS["title"])
    assert sanne.heading == BILALS["title"]
    sanne.go("/initiatieven")  # and back to her own, the long way
    sanne.follow("Ik heb een idee")
    sanne.follow("Ga verder met dit plan")
    sanne.follow("Terug")
    assert sanne.typed(registering.PLACE) == IDEA.place
    sanne.press("Verder")
    sanne.follow("Ga door met mijn eigen plan")

    assert sanne.heading == "Stap 3 van 5: Voor wie en met wie?"
    for page in registering.PAGES[2:]:
        page(sanne, IDEA)
    assert shown(sanne) == registering.all_of(IDEA)


def test_a_phone_number_warns_the_writer_who_keeps_it_and_the_moderator_knows(
    a_phone: APhone, mailbox: Mailbox
) -> None:
    sanne, careless = a_phone(), replace(IDEA, story=f"{IDEA.story} Bel mij: 06 12345678.")
    begin(sanne)
    registering.tell_what(sanne, careless)

    assert (sanne.status, "telefoonnummer" in sanne.text) == (422, True)
    assert sanne.typed(registering.STORY) == careless.story
    sanne.press("Verder")
    assert (sanne.status, "06 12345678" in sanne.text) == (422, True)
    sanne.tick("Ik wil dit toch zo plaatsen")
    sanne.press("Verder")
    for page in registering.PAGES[1:]:
        page(sanne, careless)
    sanne.press("Verder: bevestig je e-mailadres")
    sanne.go(mailbox.last_link(IDEA.email))
    sanne.press("Stuur mijn initiatief in")

    (review,) = db.session.query(Review).all()
    assert review.flags == ["phone"]
    assert kept_on_purpose([review]) == {review.id}
    assert [one.state for one in registered()] == [State.SUBMITTED]


def test_a_citizen_service_number_is_refused_and_the_writer_takes_it_away(a_phone: APhone) -> None:
    sanne, careless = a_phone(), replace(IDEA, story=f"{IDEA.story} BSN 123456782.")
    begin(sanne)
    registering.tell_what(sanne, careless)

    assert sanne.status == 422
    assert ["Haal het weg." in message for message in sanne.errors] == [True]
    assert sanne.typed(registering.STORY) == careless.story
    registering.tell_what(sanne, IDEA)
    assert sanne.heading.startswith("Stap 2 van 5")


def registered() -> list[Initiative]:
    """Return the plans that were sent in."""
    db.session.rollback()
    return db.session.query(Initiative).filter(Initiative.state != State.DRAFT).all()
