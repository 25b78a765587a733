"""SC5: Sanne needs hands for her plant boxes. There are two places, and more neighbours."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.accounts.models import User
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.initiatives.models import Initiative
from app.notifications.models import Rhythm
from app.volunteering.models import Shift, SignUp
from app.volunteering.service import note_attendance
from factories.accounts import a_moderator, a_person
from factories.notifications import wants
from factories.volunteering import a_past_shift, a_place, a_shift, a_task
from journeys.conftest import Mailbox
from journeys.steps import moderating, volunteering
from journeys.steps.phone import APhone, Phone
from journeys.steps.setting import a_public_plan
from journeys.steps.signing_in import ask_link, new_in_inbox, open_link
from journeys.steps.volunteering import Chore, said, sign_up

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]
CHORE = Chore()


@pytest.fixture
def plan() -> Initiative:
    return a_public_plan(a_person("Sanne"), moderator=a_moderator())


@pytest.fixture
def shift(plan: Initiative) -> Shift:
    """Two places at the plant boxes, in eight days."""
    starts_at = clock.now() + timedelta(days=8)
    return a_shift(a_task(plan, title=CHORE.title), places=2, starts_at=starts_at)


def test_a_task_without_somebody_to_ask_or_what_to_look_out_for_comes_back(
    plan: Initiative, phone_of: PhoneOf
) -> None:
    sanne = phone_of(a_person("Sanne"))
    sanne.go(f"/initiatieven/{plan.id}")
    sanne.follow("Maak een klus")
    volunteering.write(sanne, CHORE)

    sanne.press("Stuur in")

    assert sanne.status == 422
    assert sanne.title == "Fout: Maak een klus - Aanzet"
    assert sanne.errors == [
        "Vul in wie de contactpersoon is.",
        "Schrijf op waar mensen op moeten letten.",
    ]
    assert sanne.typed("Hoe heet de klus?") == CHORE.title
    assert sanne.typed(volunteering.DATE) == CHORE.day.isoformat()
    assert sanne.typed(volunteering.PLACES) == "2"


def test_a_visitor_signs_up_through_the_mail_and_comes_back_to_the_task(
    plan: Initiative, a_phone: APhone, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    wants(a_person("Sanne").email, Rhythm.AT_ONCE)
    sanne = phone_of(a_person("Sanne"))
    sanne.go(f"/initiatieven/{plan.id}/klussen/nieuw")
    volunteering.write(sanne, CHORE)
    sanne.answer(volunteering.CONTACT, CHORE.contact)
    sanne.answer(volunteering.RISK, CHORE.risk)
    sanne.press("Stuur in")
    visitor = a_phone()
    visitor.go("/doe-mee")
    assert CHORE.title not in visitor.text
    moderating.publish(phone_of(a_moderator()), CHORE.title)

    visitor.go("/doe-mee")
    visitor.follow(CHORE.title)
    assert CHORE.risk in visitor.text
    visitor.follow("Meld je aan")
    ask_link(visitor, "fatma@voorbeeld.example")
    open_link(visitor, mailbox, "fatma@voorbeeld.example", name="Fatma")
    assert visitor.heading == f"Doe mee: {CHORE.title}"
    visitor.answer(volunteering.NOTE, "Ik neem mijn zaag mee.")
    visitor.press("Ja, ik doe mee")

    assert (visitor.heading, said(visitor)) == (
        CHORE.title,
        "Je doet mee. Leuk! Je krijgt ook een bericht.",
    )
    assert new_in_inbox(visitor) == [f"Je doet mee: {CHORE.title}"]
    assert mailbox.to("fatma@voorbeeld.example")[-1]["Subject"] == f"Je doet mee: {CHORE.title}"
    sanne.go(mailbox.last_link(a_person("Sanne").email))
    assert sanne.heading == f"Aanmeldingen: {CHORE.title}"
    assert sanne.part("Fatma") == "Fatma Doet mee Ik neem mijn zaag mee. Wijs af"


def test_who_cancels_makes_room_for_the_first_on_the_waiting_list(
    shift: Shift, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    bilal, cora, dina, emre = (
        phone_of(a_person(name)) for name in ("Bilal", "Cora", "Dina", "Emre")
    )
    for phone in (bilal, cora):
        sign_up(phone, CHORE.title)
        assert said(phone) == "Je doet mee. Leuk! Je krijgt ook een bericht."
    for phone, place in ((dina, 1), (emre, 2)):
        sign_up(phone, CHORE.title, "Zet me op de wachtlijst")
        assert said(phone) == f"Je staat op plek {place} van de wachtlijst."

    bilal.press("Ik kan toch niet")

    assert said(bilal) == "Je bent afgemeld. Fijn dat je het laat weten."
    assert new_in_inbox(dina)[0] == f"Er is een plek voor je: {CHORE.title}"
    deadline = f"vóór {date_words_with_day(1)}"
    assert deadline in mailbox.last_text(a_person("Dina").email)
    dina.go(mailbox.last_link(a_person("Dina").email))
    assert deadline in dina.text
    dina.press("Ja, ik kom")
    assert said(dina) == "Je doet mee. Leuk!"
    emre.go("/mijn/aanmeldingen")
    assert "Je staat op plek 1 van de wachtlijst." in emre.text
    db.session.refresh(shift)
    assert (shift.taken, shift.places) == (2, 2)


def test_an_overlapping_shift_is_refused_with_the_reason(
    plan: Initiative, shift: Shift, phone_of: PhoneOf
) -> None:
    overlapping = shift.starts_at + timedelta(hours=1)
    a_shift(a_task(plan, title="Soep koken"), starts_at=overlapping)
    bilal = phone_of(a_person("Bilal"))
    sign_up(bilal, CHORE.title)

    sign_up(bilal, "Soep koken", note="Ik kan goed snijden.")

    assert bilal.status == 422
    assert bilal.title == "Fout: Doe mee: Soep koken - Aanzet"
    (reason,) = bilal.errors
    assert reason.startswith(f"Je hebt je al aangemeld voor “{CHORE.title}” op ")
    assert reason.endswith("Dat is op dezelfde tijd.")
    assert bilal.typed(volunteering.NOTE) == "Ik kan goed snijden."
    bilal.go("/mijn/aanmeldingen")
    assert bilal.all("section h2") == [CHORE.title]


def date_words_with_day(days: int) -> str:
    """Return ``zaterdag 21 november 2026`` for so many days from now."""
    names = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
    day = clock.today() + timedelta(days=days)
    return f"{names[day.weekday()]} {date_words(day)}"


def test_the_organiser_notes_who_was_there_with_a_tap_and_the_volunteer_answers(
    plan: Initiative, phone_of: PhoneOf
) -> None:
    shift = a_past_shift(a_task(plan, title=CHORE.title))
    for name in ("Bilal", "Cora", "Dina"):
        a_place(shift, name)
    sanne, bilal = phone_of(a_person("Sanne")), phone_of(a_person("Bilal"))
    sanne.go(f"/doe-mee/{shift.task_id}/aanmeldingen")
    sanne.follow("Schrijf op wie er was")

    sanne.press("Was er niet (Bilal)")
    sanne.press("Iedereen was er")

    assert said(sanne) == "Van 2 mensen staat nu op dat ze er waren."
    assert sanne.part("Bilal") == "Bilal Was er niet Was er (Bilal) Andere uren (Bilal)"
    assert sanne.part("Dina").startswith("Dina Was er, 2 uur ")
    bilal.go("/mijn/aanmeldingen")
    bilal.follow("Bekijk wat je hebt gedaan")
    assert "De organisator schreef op dat je er niet was." in bilal.part(CHORE.title)
    bilal.follow("Dit klopt niet")
    bilal.answer("Wat klopt er niet?", "Ik was er het eerste uur.")
    bilal.press("Verstuur")
    assert new_in_inbox(sanne)[0] == f"Klopt dit? {CHORE.title}"
    sanne.go(f"/momenten/{shift.id}/aanwezigheid")
    assert "Ik was er het eerste uur." in sanne.part("Bilal")
    sanne.follow("Andere uren (Bilal)")
    sanne.answer("Hoeveel uur heeft deze persoon geholpen?", "1,1")
    sanne.press("Bewaar")
    assert (sanne.status, len(sanne.errors)) == (422, 1)
    sanne.answer("Hoeveel uur heeft deze persoon geholpen?", "1")
    sanne.press("Bewaar")
    assert sanne.part("Bilal").startswith("Bilal Was er, 1 uur Was er niet")
    bilal.go("/mijn/aanmeldingen/geweest")
    assert "Je was er. De organisator schreef 1 uur op." in bilal.part(CHORE.title)


def test_a_volunteer_makes_a_certificate_and_whoever_holds_it_sees_that_it_counts(
    plan: Initiative, phone_of: PhoneOf, a_phone: APhone
) -> None:
    sign_up = a_place(a_past_shift(a_task(plan, title=CHORE.title)), "Bilal")
    note_attendance(sign_up, 6, version=0, by=a_person("Sanne"))
    bilal, school = phone_of(a_person("Bilal")), a_phone()
    bilal.go("/mijn/aanmeldingen/geweest")
    bilal.follow(f"Maak een bewijs: {plan.title}, 1 uur en 30 minuten")
    bilal.answer("Welke naam moet op het bewijs staan?", "Bilal Aydın")
    bilal.press("Maak het bewijs")
    assert bilal.heading == "Bewijs van hulp: Bilal Aydın"
    code = bilal.text.partition("/bewijs/")[2].split()[0]

    school.go("/bewijs")
    school.answer("Welke code staat op het bewijs?", "1234")
    school.press("Kijk of het geldt")
    assert (school.status, len(school.errors)) == (422, 1)
    school.answer("Welke code staat op het bewijs?", code.lower())
    school.press("Kijk of het geldt")
    assert "Ja, dit bewijs geldt" in school.text
    assert "Bilal Aydın" in school.text

    bilal.press("Trek het bewijs in")
    assert "Dit bewijs geldt niet meer" in bilal.text
    school.go(f"/bewijs/{code}")
    assert "Nee, dit bewijs geldt niet meer" in school.text
    assert "Bilal" not in school.text


def test_moments_that_come_back_end_in_a_calendar_and_an_answer(
    plan: Initiative, phone_of: PhoneOf
) -> None:
    task = a_task(plan, title=CHORE.title)
    sanne = phone_of(a_person("Sanne"))
    sanne.go(f"/doe-mee/{task.id}/aanmeldingen")
    sanne.follow("Maak een reeks momenten")
    sanne.answer("Vanaf welke dag?", (clock.today() + timedelta(days=1)).isoformat())
    sanne.answer(volunteering.STARTS, "23:00")
    sanne.answer(volunteering.ENDS, "23:45")
    sanne.answer(volunteering.PLACES, "2")
    sanne.answer("Of: hoeveel keer?", "100000")
    sanne.press("Bekijk de momenten")
    assert sanne.errors == ["Dit worden meer dan 60 momenten. Maak er eerst minder."]
    sanne.answer("Of: hoeveel keer?", "3")
    sanne.press("Bekijk de momenten")
    assert "Dit worden 3 momenten" in sanne.text
    sanne.press_twice("Maak 3 momenten")
    assert db.session.query(Shift).count() == 3

    bilal = phone_of(a_person("Bilal"))
    first = min(db.session.query(Shift), key=lambda shift: shift.starts_at)
    bilal.go(f"/momenten/{first.id}/aanmelding")
    bilal.press("Ja, ik doe mee")
    bilal.go("/mijn/aanmeldingen")
    bilal.follow("Zet al je klussen in je agenda")
    bilal.press("Maak een geheim adres")
    assert "Je ziet dit adres alleen nu." in bilal.text
    made = db.session.query(SignUp).one()
    made.said_yes_at = None  # as if the reminder came to somebody who signed up long before
    bilal.go(f"/aanmeldingen/{made.id}/antwoord")
    bilal.press("Ja, ik kom")
    assert said(bilal) == "Fijn dat je komt. De organisator ziet het."

    sanne.go(f"/doe-mee/{task.id}/aanmeldingen")
    assert "1 komt zeker" in sanne.text
    last = max(db.session.query(Shift), key=lambda shift: shift.starts_at)
    sanne.go(f"/momenten/{last.id}/tijd")
    sanne.answer(volunteering.STARTS, "22:00")
    sanne.press("Bewaar")
    assert said(sanne) == "1 moment is veranderd."
    sanne.go(f"/momenten/{last.id}/afgelasting")
    nobody = "Alle momenten waar nog niemand voor komt"
    sanne.tick(f"{nobody} (2 momenten, 0 mensen krijgen bericht)")
    sanne.press("Laat het niet doorgaan")
    assert "2 momenten gaan niet door." in said(sanne)
