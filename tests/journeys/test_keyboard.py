"""The seven journeys with a keyboard only, and what a screen reader makes of every page on the way.

``trees/`` holds what it should make of them: role, name and state of everything in the main part, in the order
of reading. ``WRITE_TREES=1 pytest tests/journeys/test_keyboard.py`` writes them anew, for when a page was changed
on purpose: read what became different.
"""

import difflib
import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.voices import Endorsement
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.volunteering.models import SignUp
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.support import a_request, team_hours
from factories.volunteering import a_shift, a_task
from journeys.conftest import Mailbox
from journeys.steps import registering
from journeys.steps.keyboard import Keyboard
from journeys.steps.registering import Idea
from journeys.steps.setting import a_plan_sent_in, a_public_plan, a_town_with_postcodes
from journeys.steps.signing_in import ask_link, open_link
from journeys.steps.volunteering import said

pytestmark = pytest.mark.browser
TREES = Path(__file__).parent / "trees"
SMALL, WIDE = {"width": 360, "height": 640}, {"width": 1280, "height": 800}
IDEA = Idea()
FATMA = "fatma@voorbeeld.example"
OFFLINE = "/initiatieven/nieuw/offline"
Hands = Callable[..., Keyboard]


@pytest.fixture(autouse=True)
def on_one_database() -> None:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("keys do the same on every database: they are pressed on SQLite")


@pytest.fixture
def a_phone(phones: Callable[..., Page]) -> Iterator[Hands]:
    """Return a function that hands out small phones with a keyboard."""
    return lambda **options: Keyboard(phones(**{"viewport": SMALL, **options}))


def reads_as(name: str, *phones: Keyboard) -> None:
    """Compare what a screen reader made of the pages that were opened with what it should."""
    file = TREES / f"{name}.txt"
    pages = dict.fromkeys(page for phone in phones for page in phone.pages)
    read = "\n\n".join(pages) + "\n"
    if "WRITE_TREES" in os.environ:
        file.write_text(read, "utf-8")
    due = file.read_text("utf-8")
    assert read == due, "\n".join(
        difflib.unified_diff(due.splitlines(), read.splitlines(), "should be", "is", lineterm="")
    )


def test_an_idea_is_registered(a_phone: Hands, mailbox: Mailbox) -> None:
    a_town_with_postcodes()
    sanne = a_phone()
    registering.begin(sanne)
    sanne.go_round()

    sanne.press("Verder")
    assert sanne.status == 422
    sanne.follow_to_field("Geef je plan een naam.")
    for page in registering.PAGES:
        page(sanne, IDEA)
    sanne.press("Verder: bevestig je e-mailadres")
    sanne.go(mailbox.last_link(IDEA.email))
    sanne.press("Stuur mijn initiatief in")

    (plan,) = db.session.query(Initiative)
    assert (plan.state, plan.title) == (State.SUBMITTED, IDEA.title)
    reads_as("registering", sanne)


def test_somebody_goes_on_in_english_in_the_middle_of_a_form(a_phone: Hands) -> None:
    reader = a_phone()
    reader.go("/initiatieven/nieuw/wat")
    reader.answer(registering.TITLE, "Soep")

    reader.reach(reader.page.locator("header .languages__toggle"))
    reader.page.keyboard.press("Enter")
    reader.press("English")

    assert reader.heading == "Step 1 of 5: What do you want to do?"
    assert reader.page.locator("#title").input_value() == "Soep"
    assert not reader.page.get_by_role("button", name="Polski").is_visible()


def test_a_neighbour_signs_up_for_a_task(a_phone: Hands, mailbox: Mailbox) -> None:
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator())
    task = a_task(plan, title="Plantenbakken timmeren")
    a_shift(task, starts_at=clock.now() + timedelta(days=8))
    fatma = a_phone()
    fatma.go("/doe-mee")
    fatma.follow(task.title)
    fatma.follow("Meld je aan")

    ask_link(fatma, FATMA)
    open_link(fatma, mailbox, FATMA, name="Fatma")
    fatma.press("Ja, ik doe mee")

    assert said(fatma) == "Je doet mee. Leuk! Je krijgt ook een bericht."
    assert [sign_up.user.email for sign_up in db.session.query(SignUp)] == [FATMA]
    reads_as("volunteering", fatma)


def test_a_neighbour_says_that_a_plan_is_good(a_phone: Hands, mailbox: Mailbox) -> None:
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator())
    fatma = a_phone()
    fatma.go(f"/initiatieven/{plan.id}")
    fatma.go_round()

    fatma.follow("Ik vind dit een goed plan")
    fatma.press("Stuur mij een link")
    assert fatma.status == 422
    fatma.follow_to_field("Vul een e-mailadres in.")
    fatma.answer(registering.EMAIL, FATMA)
    fatma.press("Stuur mij een link")
    fatma.go(mailbox.last_link(FATMA))
    fatma.answer(registering.NAME, "Fatma")
    fatma.press("Ik vind dit een goed plan")

    assert said(fatma) == "Bedankt. Je hebt gezegd dat dit een goed plan is."
    assert db.session.query(Endorsement).count() == 1
    reads_as("supporting", fatma)


def test_the_mail_leads_to_how_a_plan_stands(a_phone: Hands, mailbox: Mailbox) -> None:
    sanne, plan = a_person("Sanne"), a_plan_sent_in(a_person("Sanne"))
    elsewhere = a_phone()  # where nobody signed in

    elsewhere.go(mailbox.last_link(sanne.email))

    assert elsewhere.heading == "Hoe staat je plan ervoor?"
    elsewhere.follow("Log in om je plan te zien")
    assert elsewhere.path == f"/inloggen?verder=/initiatieven/{plan.id}"
    reads_as("status", elsewhere)


def test_of_twenty_requests_the_first_five_get_somebody_who_handles_them(
    a_phone: Hands, phone_of: Callable[[User], Keyboard]
) -> None:
    owner, area = a_person("Sanne"), a_town().north
    for number in range(20):
        plan = an_initiative(owner, title=f"Plan {number + 1}")
        a_request(plan, needs=[team_hours()], days_until_due=20 + number)
    carla = phone_of(a_coordinator(area), viewport=WIDE)
    carla.go("/ondersteuning")
    carla.go_round()

    for number in range(5):
        carla.follow(f"Plan {number + 1}")
        carla.press("Ik behandel deze vraag")
        carla.follow("Vragen om hulp")
        carla.listens = False

    taken = (
        db.session.query(SupportRequest)
        .filter_by(state=RequestState.IN_ASSESSMENT)
        .order_by(SupportRequest.id)
    )
    assert [one.initiative.title for one in taken] == [f"Plan {number + 1}" for number in range(5)]
    reads_as("triage", carla)


def test_a_plan_goes_on_at_the_right_step_on_another_phone(
    a_phone: Hands, mailbox: Mailbox
) -> None:
    a_town_with_postcodes()
    first = a_phone()
    first.listens = False  # these pages were read in the first journey
    registering.begin(first)
    registering.tell_what(first, IDEA)
    registering.tell_where(first, IDEA)
    first.listens = True
    first.follow("Later verder? Mail mij een link naar dit plan")
    first.press("Mail mij een link")
    assert first.status == 422
    first.follow_to_field("Vul een e-mailadres in.")
    first.answer("Naar welk e-mailadres sturen we de link?", IDEA.email)
    first.press("Mail mij een link")

    other = a_phone()
    other.go(mailbox.last_link(IDEA.email))
    other.press("Verder waar ik was")

    assert other.heading == "Stap 3 van 5: Voor wie en met wie?"
    reads_as("resuming", first, other)


def test_a_plan_is_written_without_internet(a_phone: Hands) -> None:
    a_town()
    phone = a_phone(service_workers="allow")
    phone.go("/over")
    kept = f"caches.match('{OFFLINE}?taal=nl', {{ignoreVary: true}}).then((copy) => copy !== undefined)"
    phone.until(kept)
    phone.page.context.set_offline(True)
    phone.page.goto("/initiatieven/nieuw")
    phone.answer(registering.TITLE, IDEA.title)
    phone.answer(registering.SUMMARY, IDEA.summary)
    phone.choose("In welke buurt is het?", "Molenbuurt")
    phone.answer(registering.FOR_WHOM, IDEA.for_whom)
    phone.tick("Een groep bewoners")
    phone.answer(registering.NAME, IDEA.name)
    phone.answer(registering.EMAIL, IDEA.email)

    phone.reach(phone.page.get_by_role("button", name="Verstuur mijn plan"))
    phone.page.keyboard.press("Enter")
    phone.page.wait_for_selector("[data-shown=waiting]:not([hidden])")
    assert phone.page.evaluate("document.activeElement.dataset.shown") == "waiting"
    phone.page.context.set_offline(False)
    phone.page.get_by_role("button", name="Verder waar ik was").wait_for()

    db.session.rollback()
    assert [plan.title for plan in db.session.query(Initiative)] == [IDEA.title]
