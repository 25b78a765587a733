"""The seven journeys on a phone that runs no scripts and gets no style sheet, and what they ask of somebody.

The numbers are those of the design: fields that have to be filled in, and taps beside typing.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from app.accounts.models import User
from app.core import clock
from app.core.db import db
from app.initiatives import queries
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.voices import Endorsement
from app.support.lifecycle import RequestState
from app.volunteering.models import SignUp
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.initiatives import an_initiative
from factories.support import a_request, team_hours
from factories.volunteering import a_shift, a_task
from journeys.conftest import Mailbox
from journeys.steps import deciding, registering
from journeys.steps.counting import Bare
from journeys.steps.phone import APhone
from journeys.steps.registering import Idea
from journeys.steps.setting import a_plan_sent_in, a_public_plan, a_town_with_postcodes
from journeys.steps.signing_in import ask_link
from journeys.steps.volunteering import said

pytestmark = pytest.mark.browser
IDEA = Idea()
FATMA = "fatma@voorbeeld.example"
SMALL = {"width": 360, "height": 640}
IN_SIGHT = """() => [".status", ".contact a[href^=tel]"].map(
  (part) => document.querySelector(part).getBoundingClientRect().bottom <= innerHeight
)"""  # the day stands beside the status


@pytest.fixture(autouse=True)
def on_one_database() -> None:
    if db.engine.dialect.name == "postgresql":
        pytest.skip("pages look the same on every database: they are looked at on SQLite")


@pytest.fixture
def a_phone(phones: Callable[..., Page]) -> Callable[..., Bare]:
    return lambda **options: Bare(phones(scripts=False, **options))


def test_an_idea_takes_six_fields_and_twelve_taps(
    a_phone: Callable[..., Bare], mailbox: Mailbox
) -> None:
    a_town_with_postcodes()
    sanne = a_phone()
    sanne.go("/")
    sanne.follow("Begin met je idee")
    sanne.follow("Begin")
    sanne.answer(registering.TITLE, IDEA.title)
    sanne.answer(registering.SUMMARY, IDEA.summary)
    sanne.press("Verder")
    registering.look_up(sanne, IDEA.postcode)
    sanne.press("Verder")
    sanne.answer(registering.FOR_WHOM, IDEA.for_whom)
    sanne.answer(registering.NAME, IDEA.name)
    sanne.answer(registering.EMAIL, IDEA.email)
    sanne.press("Verder")
    sanne.press("Verder")
    sanne.press("Verder: bevestig je e-mailadres")
    sanne.open_mail(mailbox.last_link(IDEA.email))
    sanne.press("Stuur mijn initiatief in")

    plan = db.session.query(Initiative).one()
    assert (plan.state, plan.title) == (State.SUBMITTED, IDEA.title)
    assert (sanne.fields, sanne.taps) == (6, 10)
    assert sanne.lost


def test_support_is_one_tap_and_a_mail(a_phone: Callable[..., Bare], mailbox: Mailbox) -> None:
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator())
    fatma = a_phone()
    fatma.go(f"/initiatieven/{plan.id}")

    fatma.follow("Ik vind dit een goed plan")
    fatma.answer(registering.EMAIL, FATMA)
    fatma.press("Stuur mij een link")
    fatma.open_mail(mailbox.last_link(FATMA))
    fatma.answer(registering.NAME, "Fatma")
    fatma.press("Ik vind dit een goed plan")

    assert db.session.query(Endorsement).count() == 1
    assert (fatma.fields, fatma.taps) == (2, 4)
    fatma.press("Toch niet")
    before = fatma.taps
    fatma.press("Ik vind dit een goed plan")  # who is signed in taps once, and that is all
    assert fatma.taps - before == 1
    assert db.session.query(Endorsement).count() == 1


def test_a_volunteer_fills_in_four_fields_and_gets_a_calendar(
    a_phone: Callable[..., Bare], mailbox: Mailbox
) -> None:
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator())
    task = a_task(plan, title="Plantenbakken timmeren")
    a_shift(task, starts_at=clock.now() + timedelta(days=8))
    fatma = a_phone()
    fatma.go(f"/initiatieven/{plan.id}")
    fatma.follow(task.title)
    fatma.follow("Meld je aan")
    ask_link(fatma, FATMA)
    fatma.open_mail(mailbox.last_link(FATMA))
    fatma.answer(registering.NAME, "Fatma")
    fatma.tick("Ik ben 16 jaar of ouder")
    fatma.press("Maak mijn account")
    fatma.answer("Wil je iets zeggen tegen de organisator?", "Ik neem mijn zaag mee.")
    fatma.press("Ja, ik doe mee")

    assert said(fatma) == "Je doet mee. Leuk! Je krijgt ook een bericht."
    assert [sign_up.user.email for sign_up in db.session.query(SignUp)] == [FATMA]
    assert fatma.fields == 4
    with fatma.page.expect_download() as coming:
        fatma.page.get_by_role("link", name="Zet in je agenda").click()
    assert coming.value.suggested_filename.endswith(".ics")


def test_the_mail_tells_how_a_plan_stands_without_signing_in(
    a_phone: Callable[..., Bare], mailbox: Mailbox
) -> None:
    sanne = a_person("Sanne")
    a_plan_sent_in(sanne)
    elsewhere = a_phone()

    elsewhere.open_mail(mailbox.last_link(sanne.email))

    assert elsewhere.all(".status") == ["Ingestuurd"]
    assert "Een moderator leest het plan" in elsewhere.text
    assert (elsewhere.fields, elsewhere.taps) == (0, 1)


def test_in_every_state_the_answer_and_the_phone_are_in_sight(phones: Callable[..., Page]) -> None:
    page = phones(viewport=SMALL)
    for state in State:
        plan = an_initiative(
            state=state, title="Een plan met een naam die wel wat langer is dan een regel"
        )
        db.session.commit()

        page.goto(f"/initiatieven/stand/{queries.standing_key(plan.id)}")

        assert page.evaluate(IN_SIGHT) == [True, True], state


def test_a_coordinator_takes_requests_on(a_phone: APhone, phone_of: Callable[[User], Bare]) -> None:
    requests = [
        a_request(an_initiative(title=title), needs=[team_hours()]) for title in ("Soep", "Bank")
    ]
    carla = phone_of(a_coordinator(a_town().north))

    for request in requests:
        deciding.take_on(carla, request.initiative.title)

    db.session.expire_all()
    assert [one.state for one in requests] == [RequestState.IN_ASSESSMENT] * 2


def test_a_paused_plan_goes_on_at_every_step_on_another_phone(
    a_phone: Callable[..., Bare], mailbox: Mailbox
) -> None:
    a_town_with_postcodes()
    first = a_phone()
    registering.begin(first)
    for tell in registering.PAGES:
        tell(first, IDEA)
        here = first.path
        first.go("/initiatieven/nieuw/bewaren")
        first.answer("Naar welk e-mailadres sturen we de link?", IDEA.email)
        first.press("Mail mij een link")
        other = a_phone()
        other.open_mail(mailbox.last_link(IDEA.email))
        other.press("Verder waar ik was")
        assert other.path == here
        first.go(here)


def test_a_plan_on_one_page_arrives(a_phone: Callable[..., Bare]) -> None:
    a_town()
    phone = a_phone()
    phone.go("/initiatieven/nieuw/offline")
    tell_on_one_page(phone)

    phone.press("Verstuur mijn plan")

    assert [plan.title for plan in db.session.query(Initiative)] == [IDEA.title]


def test_a_plan_written_without_internet_arrives_when_there_is_no_style_sheet(
    phones: Callable[..., Page],
) -> None:
    a_town()
    phone = Bare(phones(), runs_scripts=True)
    phone.go("/initiatieven/nieuw/offline")
    phone.page.context.set_offline(True)
    tell_on_one_page(phone)
    phone.page.get_by_role("button", name="Verstuur mijn plan").click()
    phone.page.get_by_text("Je plan wacht op deze telefoon").wait_for()

    phone.page.context.set_offline(False)

    phone.page.get_by_role("button", name="Verder waar ik was").wait_for()
    db.session.rollback()
    assert [plan.title for plan in db.session.query(Initiative)] == [IDEA.title]


def tell_on_one_page(phone: Bare) -> None:
    phone.answer(registering.TITLE, IDEA.title)
    phone.answer(registering.SUMMARY, IDEA.summary)
    phone.choose("In welke buurt is het?", "Molenbuurt")
    phone.answer(registering.FOR_WHOM, IDEA.for_whom)
    phone.tick("Een groep bewoners")
    phone.answer(registering.NAME, IDEA.name)
    phone.answer(registering.EMAIL, IDEA.email)
