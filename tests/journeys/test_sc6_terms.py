"""SC6 and SC7: a question stops the clock, the answer starts it again, and silence has its end."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.accounts.models import User
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.workdays import next_working_day
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.support import a_decider, a_request, asked_back
from journeys.conftest import Mailbox
from journeys.steps import deciding
from journeys.steps.phone import Phone, one_line
from journeys.steps.setting import a_public_plan

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]
QUESTION, ANSWER = "Mag het van de eigenaar van de grond?", "Ja, we hebben een brief van hem."
WHY = "De afdeling groen kijkt nog naar de bomen."


@pytest.fixture
def asked() -> SupportRequest:
    """Sanne's request for money and a plot."""
    request = a_request(a_public_plan(a_person("Sanne"), moderator=a_moderator()))
    db.session.commit()
    return request


def test_a_question_stops_the_clock_the_answer_starts_it_and_more_time_is_taken_once(
    asked: SupportRequest, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    carla, sanne = phone_of(a_coordinator(a_town().north)), phone_of(a_person("Sanne"))
    page, in_two_weeks = f"/ondersteuning/{asked.id}", clock.today() + timedelta(weeks=2)
    deciding.take_on(carla, asked.initiative.title)
    assert "Er zijn 0 dagen voorbij." in carla.text

    carla.follow("Vraag het team iets")
    carla.answer("Wat wil je van het team weten?", QUESTION)
    carla.answer("Tot en met welke dag kan het team antwoorden?", clock.today().isoformat())
    carla.press("Verstuur de vraag")
    assert carla.status == 422
    assert carla.errors[0].startswith("Kies een dag van ")
    assert carla.typed("Wat wil je van het team weten?") == QUESTION
    carla.answer("Tot en met welke dag kan het team antwoorden?", in_two_weeks.isoformat())
    carla.press("Verstuur de vraag")
    assert "De tijd staat stil vanaf" in carla.text

    mail = one_line(mailbox.last_text(a_person("Sanne").email))
    until = date_words(next_working_day(in_two_weeks))
    for line in (QUESTION, f"Je kunt antwoorden tot en met {until}."):
        assert line in mail
    sanne.go(page)
    assert f"De gemeente heeft een vraag aan je {QUESTION}" in sanne.text
    sanne.go(mailbox.last_link(a_person("Sanne").email))
    sanne.answer("Je antwoord", ANSWER)
    sanne.press("Verstuur je antwoord")
    assert ANSWER in sanne.text
    assert ANSWER in one_line(mailbox.last_text(a_person("Sanne").email))

    carla.go(page)
    new_day = next_working_day(clock.today() + timedelta(weeks=10))
    carla.follow("Neem meer tijd")
    carla.answer("Wat is de nieuwe laatste dag?", new_day.isoformat())
    carla.answer("Waarom is er meer tijd nodig?", WHY)
    carla.press("Neem meer tijd en laat het weten")
    mail = one_line(mailbox.last_text(a_person("Sanne").email))
    sanne.go(page)
    for read in (mail, sanne.text):
        assert date_words(new_day) in read
        assert WHY in read
    carla.go(f"{page}/verlenging")
    assert carla.status == 409
    assert "Carla nam al meer tijd" in carla.text


def test_without_an_answer_the_request_is_left_out_with_a_letter(
    asked: SupportRequest, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    supplement = asked_back(asked, by=a_coordinator(a_town().north), text=QUESTION)
    supplement.asked_on -= timedelta(days=30)
    supplement.until = clock.today() - timedelta(days=1)
    dirk = phone_of(a_decider(area=a_town().north))

    dirk.go("/ondersteuning")
    assert "Geen antwoord van het team" in dirk.text
    dirk.follow(asked.initiative.title)
    dirk.follow("Behandel de vraag niet")
    dirk.press("Verstuur het besluit")

    until = date_words(next_working_day(clock.today() + timedelta(weeks=6)))
    letter = [
        f"We behandelen je vraag {asked.reference} niet.",
        f"“{QUESTION}”",
        "We baseren dit op: Algemene wet bestuursrecht, artikel 4:5.",
        f"Je hebt daarvoor zes weken: tot en met {until}.",
    ]
    for read in (dirk.text, one_line(mailbox.last_text(a_person("Sanne").email))):
        assert [line for line in letter if line not in read] == []
