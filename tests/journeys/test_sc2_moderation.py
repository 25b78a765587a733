"""SC2: Mo reads what residents write before everybody can; Nora looks when Mo said no."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.accounts.models import User
from app.accounts.roles import Role
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.workdays import add_working_days
from app.moderation.models import Review
from factories.accounts import a_moderator, a_person
from journeys.conftest import Mailbox
from journeys.steps import moderating
from journeys.steps.phone import APhone, Phone
from journeys.steps.setting import a_plan_sent_in, a_public_plan
from journeys.steps.signing_in import new_in_inbox, unread

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]
TITLE = "Geveltuintjes in de Molenbuurt"
REASON = "Schrijf erbij wie de planten water geeft.\nDan plaatsen we het graag."


def test_the_queue_puts_who_waits_longest_on_top_with_the_promise(phone_of: PhoneOf) -> None:
    a_plan_sent_in(a_person("Sanne"), title="Bankje bij de school")
    a_plan_sent_in(a_person("Bilal"), title="Soep op zondag")
    late = db.session.query(Review).filter_by(title="Soep op zondag").one()
    late.submitted_at -= timedelta(days=8)
    late.promised_on -= timedelta(days=8)
    mo = phone_of(a_moderator())

    assert moderating.queue(mo) == ["Soep op zondag", "Bankje bij de school"]

    assert "We beloven een antwoord binnen twee werkdagen." in mo.text
    promised = add_working_days(clock.today(), 2)
    assert mo.all("tbody td:last-child") == [
        f"{date_words(promised - timedelta(days=8))} te laat",
        date_words(promised),
    ]


def test_a_change_is_asked_made_compared_and_published(
    a_phone: APhone, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    author = a_person("Sanne")
    initiative = a_plan_sent_in(author)
    page, mo = f"/initiatieven/{initiative.id}", phone_of(a_moderator())

    moderating.open_review(mo, TITLE)
    mo.tick("Aanpassing vragen")
    mo.answer(moderating.REASON, "Kort")
    mo.press("Verstuur je oordeel")
    assert (mo.status, mo.typed(moderating.REASON)) == (422, "Kort")
    assert mo.errors == ["Kies een regel.", "Schrijf minstens 10 en hoogstens 2000 tekens."]
    moderating.judge(
        mo, "Aanpassing vragen", rule="De tekst is niet duidelijk genoeg", reason=REASON
    )
    assert moderating.queue(mo) == []

    sanne = phone_of(author)
    assert REASON in mailbox.last_text(author.email)
    assert new_in_inbox(sanne)[0] == f"Pas je tekst aan: {TITLE}"
    sanne.press("Pas je tekst aan")
    sanne.follow("Verander de tekst")
    assert " ".join(REASON.split()) in sanne.text
    assert sanne.typed("Vertel in één of twee zinnen wat je wilt doen") == initiative.summary
    sanne.answer(
        "Vertel in één of twee zinnen wat je wilt doen",
        "We maken samen smalle tuintjes langs de gevels. Ieder geeft zelf water.",
    )
    sanne.press("Stuur opnieuw in")

    moderating.open_review(mo, TITLE)
    assert [text.strip() for text in mo.all("ins")] == ["Ieder geeft zelf water."]
    assert " ".join(REASON.split()) in mo.text
    assert "Vraag om aanpassing (De tekst is niet duidelijk genoeg)" in mo.text
    bilal = a_phone()
    bilal.go(page)
    assert bilal.status == 404
    mo.tick("Plaatsen")
    mo.press("Verstuur je oordeel")

    bilal.go(page)
    assert (bilal.status, bilal.heading) == (200, TITLE)
    assert found_in_list_and_search(bilal) == [True, True]
    assert new_in_inbox(sanne)[0] == f"Geplaatst: {TITLE}"
    assert unread(sanne) == 2  # the receipt, and this one


def test_who_is_rejected_appeals_and_a_second_moderator_decides(
    a_phone: APhone, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    author = a_person("Sanne")
    initiative = a_plan_sent_in(author)
    mo, nora, sanne = phone_of(a_moderator("Mo")), phone_of(a_moderator("Nora")), phone_of(author)
    moderating.open_review(mo, TITLE)
    moderating.judge(
        mo, "Niet plaatsen", rule="Dit staat er al", reason="Er is al een plan voor deze straat."
    )

    sanne.go(mailbox.last_link(author.email))
    assert "Er is al een plan voor deze straat." in sanne.text
    assert "De regel is: Dit staat er al." in sanne.text
    sanne.answer(moderating.PLEA, "Dat plan gaat over de andere kant van de straat.")
    sanne.press("Vraag om een nieuwe blik")

    moderating.open_review(mo, TITLE)
    assert "je hebt hem eerder beoordeeld. Een andere moderator doet dit." in mo.text
    assert mo.page.get_by_role("button", name="Verstuur je oordeel").count() == 0
    moderating.open_review(nora, TITLE)
    assert "Dat plan gaat over de andere kant van de straat." in nora.text
    nora.tick("Plaatsen")
    nora.press("Verstuur je oordeel")
    visitor = a_phone()
    visitor.go(f"/initiatieven/{initiative.id}")
    assert visitor.status == 200


def test_what_is_hidden_is_gone_everywhere_and_the_log_says_who_did_it(
    a_phone: APhone, phone_of: PhoneOf
) -> None:
    moderator = a_moderator("Mo")
    initiative = a_public_plan(a_person("Sanne"), moderator=a_moderator("Nora"))
    page, mo, visitor = f"/initiatieven/{initiative.id}", phone_of(moderator), a_phone()
    assert found_in_list_and_search(visitor) == [True, True]

    mo.go(page)
    mo.follow("Haal dit initiatief van de site")
    mo.choose(moderating.RULE, "Er staan gegevens van mensen in")
    mo.answer(moderating.REASON, "Er staat een huisnummer in de tekst.")
    mo.press("Haal dit initiatief van de site")

    assert found_in_list_and_search(visitor) == [False, False]
    for gone in (page, f"{page}/vragen"):
        visitor.go(gone)
        assert visitor.status == 404
    for place in ("/", "/wijken/noord", "/wijken/molenbuurt"):
        visitor.go(place)
        assert TITLE not in visitor.text
    auditor = phone_of(a_person("Aukje", role=Role.AUDITOR))
    auditor.go(f"/beheer/logboek?soort=initiatives&nummer={initiative.id}")
    when, who, what, about, reason, origin = auditor.all("tbody tr:first-child td")
    assert (who, what) == ("Mo", "Haalde het plan van de site")
    assert about == f"initiatief {initiative.id}"
    assert (reason, origin) == ("Er staat een huisnummer in de tekst.", "127.0.0.1")
    assert date_words(clock.today()) in when


def found_in_list_and_search(phone: Phone) -> list[bool]:
    """Tell whether a reader finds the plan in the list, and by searching for its words."""
    found = []
    for address in ("/initiatieven", "/initiatieven?zoek=geveltuin"):
        phone.go(address)
        found.append(TITLE in phone.all(".card__title"))
    return found
