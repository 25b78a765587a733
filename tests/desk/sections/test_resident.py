"""What waits for a resident."""

from collections.abc import Callable
from datetime import timedelta

from flask.testing import FlaskClient

from app.accounts.models import User
from app.capacity.models import ResponseKind
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.initiatives.lifecycle import TextState
from app.initiatives.models import Invitation
from app.moderation.lifecycle import ReviewState
from app.moderation.models import Review
from app.support.lifecycle import RequestState
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import SignUp
from factories.accounts import a_person
from factories.desks import read
from factories.initiatives import a_question, an_initiative
from factories.matching import (
    a_request,
    a_response,
    an_organisation,
)
from factories.volunteering import a_shift, a_task

Browser = Callable[[User], FlaskClient]


def test_a_new_resident_is_invited_to_begin_and_to_help(signed_in: Browser) -> None:
    browser = signed_in(a_person("Anna"))

    assert read(browser) == {"Je initiatieven": [], "Waar je meehelpt": []}
    html = browser.get("/mijn").text
    assert "Dag Anna. Er wacht nu niets op je." in html
    assert 'href="/initiatieven/nieuw"' in html
    assert 'href="/doe-mee"' in html


def test_a_resident_reads_what_waits_first(signed_in: Browser) -> None:
    anna = a_person("Anna")
    plan = an_initiative(anna)
    a_question(plan, text="Mag mijn hond mee?")
    task = a_task(plan, title="Planten", organiser_confirms=True)
    shift = a_shift(task)
    db.session.add(SignUp(shift=shift, user=a_person("Bilal"), state=SignUpState.REQUESTED))
    other = a_shift(a_task(an_initiative(a_person("Bilal")), title="Koken"))
    offered = SignUp(shift=other, user=anna, state=SignUpState.OFFERED)
    offered.answer_by = clock.now() + timedelta(hours=24)
    db.session.add(offered)
    asks = a_request(plan)
    a_response(
        asks, an_organisation("Welzijn"), ResponseKind.WE_NEED_TO_KNOW
    ).state = TextState.PUBLISHED
    invited = an_initiative(a_person("Bilal"), title="Buurtkeuken")
    db.session.add(
        Invitation(initiative_id=invited.id, email=anna.email, invited_by_id=invited.owner_id)
    )
    db.session.add(
        Review(
            subject_type="questions",
            subject_id=1,
            title="Je vraag",
            author_id=anna.id,
            flags=[],
            state=ReviewState.CHANGES_REQUESTED,
            promised_on=clock.today(),
            decided_at=clock.now(),
        )
    )

    desk = read(signed_in(anna))

    assert list(desk) == [
        "Je bent gevraagd voor een team",
        "Teksten om aan te passen",
        "Vragen om te beantwoorden",
        "Aanmeldingen om te bevestigen",
        "Je vragen om hulp",
        "Waar je meehelpt",
        "Je initiatieven",
    ]
    today = date_words(clock.today())
    assert desk["Vragen om te beantwoorden"] == [
        f"Mag mijn hond mee? Over: Geveltuintjes. Wacht sinds {today}. Hierna: schrijf een antwoord."
    ]
    assert "1 mens wacht." in desk["Aanmeldingen om te bevestigen"][0]
    assert "een organisatie die wil helpen" in desk["Je vragen om hulp"][0]
    assert "Hierna: zeg of je komt, voor " in desk["Waar je meehelpt"][0]


def test_a_text_at_the_moderator_says_by_when_one_hears(signed_in: Browser) -> None:
    anna = a_person("Anna")
    db.session.add(
        Review(
            subject_type="questions", subject_id=1, title="Je vraag", author_id=anna.id, flags=[],
            promised_on=clock.today() - timedelta(days=1),
        )
    )  # fmt: skip

    (text,) = read(signed_in(anna))["Teksten bij de moderator"]

    assert f"Te laat: {date_words(clock.today() - timedelta(days=1))}" in text


def test_a_request_to_finish_leads_to_its_check(signed_in: Browser) -> None:
    anna = a_person("Anna")
    draft = a_request(an_initiative(anna), state=RequestState.DRAFT)

    html = signed_in(anna).get("/mijn").text

    assert f'href="/ondersteuning/{draft.id}/controle"' in html


def test_a_request_that_waits_says_by_when_the_answer_comes(signed_in: Browser) -> None:
    anna = a_person("Anna")
    request = a_request(an_initiative(anna))

    (text,) = read(signed_in(anna))["Je vragen om hulp"]

    assert f"Je krijgt antwoord op of voor {date_words(request.decision_due_on)}." in text


def test_a_shift_that_was_called_off_says_so(signed_in: Browser) -> None:
    anna, shift = a_person("Anna"), a_shift()
    db.session.add(SignUp(shift=shift, user=anna, state=SignUpState.CANCELLED))
    shift.cancelled_at = clock.now()

    (text,) = read(signed_in(anna))["Waar je meehelpt"]

    assert text.endswith("Dit gaat niet door.")
