"""Somebody who reads Arabic registers a plan on a phone, and the other languages fit on one."""

from collections.abc import Callable

import pytest

from app.core.db import db
from app.core.text import one_line
from app.initiatives.models import Initiative
from app.web.language import NAMES
from factories.accounts import a_moderator, a_person
from factories.support import a_request, a_type
from factories.volunteering import a_shift, a_task, all_sign_up
from journeys.conftest import Mailbox
from journeys.steps.phone import APhone, Phone
from journeys.steps.registering import Idea, tell_everything
from journeys.steps.setting import a_public_plan, a_town_with_postcodes
from journeys.steps.translated import TranslatedPhone

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("scripts", [True], ids=["scripts"]),
]
IDEA = Idea(title="حديقة صغيرة في الشارع", summary="نزرع معًا حديقة صغيرة أمام بيوتنا.")
TO_READ = sorted(NAMES.keys() - {"nl", "en"})


def test_a_plan_is_registered_in_arabic_from_the_first_page_to_the_mail(
    a_phone: APhone, mailbox: Mailbox
) -> None:
    a_town_with_postcodes()
    amira = TranslatedPhone(a_phone(), "ar")
    amira.go("/")
    amira.page.locator(".languages summary").click()
    Phone.follow(amira, "العربية")
    assert amira.page.locator("html").get_attribute("dir") == "rtl"

    tell_everything(amira, IDEA)
    amira.press("Verder: bevestig je e-mailadres")

    link = mailbox.last_link(IDEA.email)
    elsewhere = TranslatedPhone(a_phone(), "ar")
    elsewhere.go(link)
    assert elsewhere.heading == elsewhere.said("Nog één klik: stuur je plan in")
    elsewhere.press("Stuur mijn initiatief in")
    assert elsewhere.heading == elsewhere.said("We hebben je plan ontvangen")
    (initiative,) = db.session.query(Initiative)
    subject = "We hebben je initiatief ontvangen: %(reference)s"
    assert [mail["Subject"] for mail in mailbox.to(IDEA.email)] == [
        elsewhere.said("Stuur je initiatief in: nog één klik"),
        one_line(elsewhere.said(subject, reference=initiative.reference)),
    ]
    receipt = mailbox.to(IDEA.email)[-1].get_body(("html",))
    assert receipt is not None
    assert '<html lang="ar" dir="rtl">' in receipt.get_content()


@pytest.mark.parametrize("language", TO_READ)
def test_the_pages_of_residents_fit_on_a_phone_and_are_right_for_a_screen_reader(
    a_phone: APhone, phone_of: Callable[..., Phone], language: str
) -> None:
    sanne = a_person("Sanne")
    sanne.language = language
    plan = a_public_plan(sanne, moderator=a_moderator())
    task = a_task(plan)
    all_sign_up(a_shift(task, places=1), [a_person("Bilal"), a_person("Cora")])
    a_type()
    asked = a_request(plan)

    visitor = a_phone()
    visitor.go(f"/?taal={language}")
    for page in (f"/initiatieven/{plan.id}", f"/doe-mee/{task.id}", "/hulp", "/inloggen"):
        visitor.go(page)
    owner = phone_of(sanne)
    owner.go(f"/mijn?taal={language}")
    for page in (
        "/berichten",
        "/mijn/gegevens",
        "/mijn/passkeys",
        f"/ondersteuning/{asked.id}",
        "/bestaat-niet",
    ):
        owner.go(page)
