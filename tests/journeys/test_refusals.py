"""What bad input and bad luck get: a calm page in plain Dutch, and nothing half-written."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from app.accounts.models import OneTimeLink, User
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.initiatives.lifecycle import State
from app.initiatives.models import Initiative
from app.initiatives.voices import Question
from app.moderation.models import Review
from app.notifications.models import Message
from app.support.lifecycle import RequestState
from app.support.models import SupportRequest
from app.volunteering.models import SignUp
from factories.accounts import a_moderator, a_person
from factories.initiatives import an_initiative
from factories.support import a_request, team_hours
from factories.volunteering import a_shift, a_task
from journeys.conftest import Mailbox
from journeys.steps import moderating, registering, signing_in
from journeys.steps.phone import APhone, Phone
from journeys.steps.registering import Idea
from journeys.steps.setting import a_plan_sent_in, a_public_plan, a_town_with_postcodes

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]
IDEA = Idea()


def test_what_is_unknown_or_of_somebody_else_is_not_found(
    a_phone: APhone, phone_of: PhoneOf
) -> None:
    sanne = a_person("Sanne")
    draft = an_initiative(sanne, state=State.DRAFT)
    sent_in = a_plan_sent_in(sanne)
    public = an_initiative(sanne)
    asked = a_request(public, needs=[team_hours()])
    unsent = a_request(public, needs=[team_hours()], state=RequestState.DRAFT)
    review = db.session.query(Review).one()
    addresses = [
        "/bestaat-niet",
        "/initiatieven/9999",
        "/initiatieven/99999999999999999999",
        "/initiatieven/geveltuintjes",
        "/doe-mee/9999",
        "/wijken/nergens",
        "/hulp/niets",
        f"/initiatieven/{draft.id}",
        f"/initiatieven/{sent_in.id}",
        "/initiatieven/nieuw/bevestigen/geraden",
        "/inloggen/link/geraden",
    ]
    for_who_signed_in = [
        f"/initiatieven/{sent_in.id}/ontvangen",
        f"/ondersteuning/{asked.id}",
        f"/ondersteuning/{unsent.id}/controle",
        "/ondersteuning/9999",
        f"/moderatie/{review.id}/uitleg",
        "/aanmeldingen/9999.ics",
    ]

    for phone, tried in (
        (a_phone(), addresses),
        (phone_of(a_person("Bilal")), addresses + for_who_signed_in),
    ):
        for address in tried:
            phone.go(address)
            assert phone.status == 404, address
            assert "Foutcode 404" in phone.text or "link" in phone.heading


def test_a_page_for_another_role_says_so_in_plain_dutch(a_phone: APhone, phone_of: PhoneOf) -> None:
    bilal, visitor = phone_of(a_person("Bilal")), a_phone()

    for address in ("/moderatie", "/beheer/logboek", "/beheer/rollen", "/budgetten"):
        bilal.go(address)
        assert (bilal.status, bilal.heading) == (403, "Je mag deze pagina niet zien")
        assert "Deze pagina is voor mensen met een andere rol." in bilal.text
        visitor.go(address)
        assert (visitor.status, visitor.heading) == (200, "Inloggen")


def test_the_second_moderator_reads_who_was_first_and_when(phone_of: PhoneOf) -> None:
    initiative = a_plan_sent_in(a_person("Sanne"), title="Soep op zondag")
    mo, nora = phone_of(a_moderator("Mo")), phone_of(a_moderator("Nora"))
    moderating.open_review(mo, "Soep op zondag")
    moderating.publish(nora, "Soep op zondag")

    moderating.judge(mo, "Niet plaatsen", rule="Iets anders", reason="Dit is te kort voor mij.")

    assert (mo.status, mo.heading) == (409, "Er is iets veranderd")
    assert f"Nora was je voor, op {day_words()}" in mo.text
    db.session.refresh(initiative)
    assert initiative.state is State.PUBLISHED


def test_two_of_a_team_who_write_at_once_see_both_texts(phone_of: PhoneOf) -> None:
    owner, mate = a_person("Sanne"), a_person("Tom")
    initiative = an_initiative(owner, team=(mate,))
    page = f"/initiatieven/{initiative.id}/wijzigen"
    sanne, tom = phone_of(owner), phone_of(mate)
    for phone, place in ((sanne, "Aan de Molenstraat"), (tom, "Aan de Havenkade")):
        phone.go(page)
        phone.answer(registering.PLACE, place)
    sanne.press("Bewaar")

    tom.press("Bewaar")

    assert tom.status == 409
    assert "Sanne" in tom.text
    assert "Dit staat er nu Aan de Molenstraat Dit schreef jij Aan de Havenkade" in tom.text
    assert tom.typed(registering.PLACE) == "Aan de Havenkade"
    tom.press("Bewaar")  # he read both, and means his own
    assert (tom.status, tom.path) == (200, f"/initiatieven/{initiative.id}")


def test_a_text_of_a_whole_book_is_too_large_and_nothing_is_kept(a_phone: APhone) -> None:
    sanne = a_phone()
    registering.begin(sanne)
    sanne.answer(registering.TITLE, IDEA.title)
    sanne.answer(registering.SUMMARY, IDEA.summary)
    sanne.answer(registering.STORY, "woord " * 400_000)

    sanne.press("Verder")

    assert (sanne.status, sanne.heading) == (413, "Dit is te groot om te versturen")
    assert db.session.query(Initiative).all() == []


def test_who_starts_with_an_old_page_sends_it_once_more(a_phone: APhone) -> None:
    sanne = a_phone()
    registering.begin(sanne)
    sanne.answer(registering.TITLE, IDEA.title)
    sanne.answer(registering.SUMMARY, IDEA.summary)
    sanne.page.context.clear_cookies()

    sanne.press("Verder")
    assert (sanne.status, sanne.heading) == (400, "Stuur het formulier nog een keer")
    assert db.session.query(Initiative).all() == []
    sanne.press("Verstuur nog een keer")

    assert (sanne.status, sanne.path) == (200, "/initiatieven/nieuw/waar")
    assert [one.title for one in db.session.query(Initiative)] == [IDEA.title]


def test_who_was_signed_out_while_writing_keeps_every_word(
    phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    initiative, bilal = an_initiative(a_person("Sanne")), a_person("Bilal")
    writing = phone_of(bilal)
    writing.go(f"/initiatieven/{initiative.id}/vragen/nieuw")
    writing.answer("Wat wil je weten?", "Mogen kleine kinderen ook meedoen?")
    writing.page.context.clear_cookies()

    writing.press("Stel je vraag")
    assert (writing.status, writing.heading) == (403, "Je bent niet meer ingelogd")
    assert "Mogen kleine kinderen ook meedoen?" in writing.text
    tab = Phone(writing.page.context.new_page(), runs_scripts=writing.runs_scripts)
    signing_in.sign_in(tab, mailbox, bilal.email)
    writing.press("Verstuur nog een keer")

    assert (writing.status, writing.path) == (200, f"/initiatieven/{initiative.id}#vragen")
    assert [one.text for one in db.session.query(Question)] == [
        "Mogen kleine kinderen ook meedoen?"
    ]


def test_a_bug_of_ours_shows_a_calm_page_and_no_trace(
    app: Flask, phones: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> str:
        raise RuntimeError("the secret is 42")

    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.view_functions, "pages.about", broken)
    page = phones()

    answer = page.goto("/over")

    assert answer is not None
    assert answer.status == 500
    assert page.locator("h1").inner_text() == "Er ging bij ons iets mis"
    assert [word for word in ("Traceback", "RuntimeError", "42") if word in answer.text()] == []


def test_a_nervous_thumb_sends_in_one_plan(a_phone: APhone, mailbox: Mailbox) -> None:
    a_town_with_postcodes()
    sanne = a_phone()
    registering.tell_everything(sanne, IDEA)
    sanne.press("Verder: bevestig je e-mailadres")
    sanne.go(mailbox.last_link(IDEA.email))

    sanne.press_twice("Stuur mijn initiatief in")

    assert (sanne.status, sanne.heading) == (200, "We hebben je plan ontvangen")
    assert [one.state for one in db.session.query(Initiative)] == [State.SUBMITTED]
    assert db.session.query(Review).count() == 1
    receipts = [mail for mail in mailbox.to(IDEA.email) if "ontvangen" in mail["Subject"]]
    assert len(receipts) == 1


def test_a_nervous_thumb_takes_one_place_and_asks_once(phone_of: PhoneOf) -> None:
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator())
    shift = a_shift(a_task(plan), places=3)
    draft = a_request(plan, needs=[team_hours()], state=RequestState.DRAFT)
    bilal, sanne = phone_of(a_person("Bilal")), phone_of(a_person("Sanne"))
    db.session.query(Message).delete()

    bilal.go(f"/momenten/{shift.id}/aanmelding")
    bilal.press_twice("Ja, ik doe mee")
    sanne.go(f"/ondersteuning/{draft.id}/controle")
    sanne.press_twice("Verstuur je vraag")

    db.session.refresh(shift)
    assert (db.session.query(SignUp).count(), shift.taken) == (1, 1)
    assert [one.state for one in db.session.query(SupportRequest)] == [RequestState.SUBMITTED]
    sent = sorted(message.subject.split(":")[0] for message in db.session.query(Message))
    assert sent == ["Je doet mee", "Nieuwe aanmelding", "We hebben je vraag ontvangen"]


def test_a_link_that_was_used_or_is_too_old_says_so_and_sends_a_new_one(
    a_phone: APhone, mailbox: Mailbox
) -> None:
    a_person("Bilal")
    email = a_person("Bilal").email
    bilal, other = a_phone(), a_phone()
    bilal.go("/inloggen?verder=/doe-mee")
    bilal.answer("Je e-mailadres", email)
    bilal.press("Stuur mij een link")
    link = mailbox.last_link(email)
    bilal.go(link)
    bilal.press("Log in")
    assert bilal.path == "/doe-mee"

    other.go(link)
    assert (other.status, other.heading) == (410, "Deze link is al gebruikt")
    other.press("Stuur mij een nieuwe link")
    newer = mailbox.last_link(email)
    db.session.query(OneTimeLink).update({"expires_at": clock.now()})
    other.go(newer)
    assert (other.status, other.heading) == (410, "Deze link is te oud")
    other.press("Stuur mij een nieuwe link")
    other.go(mailbox.last_link(email))
    other.press("Log in")
    assert other.path == "/doe-mee"


def day_words() -> str:
    names = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    return f"{names[clock.today().weekday()]} {date_words(clock.today())}"
