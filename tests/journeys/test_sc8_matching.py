"""SC8: a walking group for people who feel lonely seeks six hours of advice from a team."""

from collections.abc import Callable

import pytest

from app.accounts.models import User
from app.capacity.models import CapacityOffer
from app.core import clock
from app.core.dates import date_words
from app.core.db import db
from app.core.personal_data import words_for
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.areas import a_town
from factories.capacity import a_lead, a_team, an_offer
from factories.support import a_request, team_hours
from journeys.conftest import Mailbox
from journeys.steps import helping, moderating
from journeys.steps.phone import APhone, Phone
from journeys.steps.setting import a_public_plan
from journeys.steps.signing_in import new_in_inbox

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]
TITLE = "Samen wandelen"
ADVICE = "Advies over een wandelgroep"


@pytest.fixture
def offer() -> CapacityOffer:
    """Ten hours of Wijkteam Noord, which Lea leads; other teams have hours as well."""
    town = a_town()
    north = a_team("Wijkteam Noord", town.north)
    offer = an_offer(north, 10)
    a_lead(north)
    an_offer(a_team("Wijkteam Breed", town.north, town.south), 8)
    an_offer(a_team("Team Samen", town.north, town.south), 6)
    an_offer(a_team("Wijkteam Klein", town.north), 4)
    an_offer(a_team("Wijkteam Zuid", town.south), 40)
    return offer


@pytest.fixture
def asked(offer: CapacityOffer) -> SupportRequest:
    return asked_for(TITLE, hours=6)


def test_the_coordinator_reads_who_could_help_and_asks_the_first(
    asked: SupportRequest, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    carla = phone_of(a_coordinator(a_town().north))
    carla.go(f"/ondersteuning/{asked.id}")
    carla.follow("Bekijk wie kan helpen")

    names = helping.ranking(carla)
    assert names == ["1. Wijkteam Noord", "2. Wijkteam Breed", "3. Team Samen"]
    for name in names:
        reasons = helping.reasons_for(carla, name)
        assert "Weet veel van wat nodig is: eenzaamheid." in reasons[0]
    assert "Werkt alleen in dit gebied." in " ".join(helping.reasons_for(carla, names[0]))
    assert helping.left_out(carla) == {
        "Wijkteam Klein": "Nodig is 6 uur. Vrij is nog 4 uur.",
        "Wijkteam Zuid": "Werkt niet in dit gebied.",
    }

    carla.press("Vraag om een reactie", part=names[0])

    assert f"Gevraagd op {date_words(clock.today())}" in carla.part(names[0])
    lea, subject = phone_of(a_person("Lea")), f"Kunnen jullie helpen? {TITLE}"
    assert new_in_inbox(lea) == [subject]
    assert mailbox.to(a_person("Lea").email)[-1]["Subject"] == subject
    lea.go(mailbox.last_link(a_person("Lea").email))
    assert (lea.heading, ADVICE in lea.text) == ("Reageer op de vraag", True)


def test_six_of_ten_hours_leave_four_and_five_more_are_refused(
    asked: SupportRequest, offer: CapacityOffer, phone_of: PhoneOf
) -> None:
    lea = phone_of(a_person("Lea"))
    lea.go(f"/ondersteuning/{asked.id}/reactie")
    helping.give_hours(lea, 6, need=ADVICE, note="Wij denken graag met jullie mee.")

    assert lea.path == f"/ondersteuning/{asked.id}"
    lea.go("/uren")
    assert "6 van 10" in lea.part("Wijkteam Noord")
    assert "Nog vrij: 4 uur" in lea.part("Wijkteam Noord")
    sanne = phone_of(a_person("Sanne"))
    assert f"Reactie op “{TITLE}”" in new_in_inbox(sanne)
    sanne.go(f"/ondersteuning/{asked.id}")
    assert "Wij denken graag met jullie mee." in sanne.text

    other = asked_for("Samen fietsen", hours=5)
    lea.go(f"/ondersteuning/{other.id}/reactie")
    helping.give_hours(lea, 5, need=ADVICE, note="Dit doen we ook.")
    assert (lea.status, lea.title) == (422, "Fout: Reageer op de vraag - Aanzet")
    assert lea.errors == ["Er zijn nog 4 uur vrij. Kies minder uren."]
    assert (lea.typed(helping.NOTE), lea.typed(helping.HOURS)) == ("Dit doen we ook.", "5")
    db.session.refresh(offer)
    assert (offer.taken, offer.free) == (6, 4)


def test_a_note_about_somebody_is_held_until_a_moderator_has_looked(
    asked: SupportRequest, phone_of: PhoneOf
) -> None:
    about_somebody = "Mevrouw Jansen heeft een depressie. Haar zaaknummer is 111222333"
    lea, sanne = phone_of(a_person("Lea")), phone_of(a_person("Sanne"))
    page = f"/ondersteuning/{asked.id}"
    lea.go(f"{page}/reactie")
    assert not [name for name in names_of_fields(lea) if "client" in name or "patient" in name]

    helping.give_hours(lea, 2, need=ADVICE, note=f"Wij helpen. {about_somebody}")

    assert lea.status == 422
    for warning in (words_for("bsn"), words_for("health")):
        assert warning in lea.text
    lea.tick("Ik wil dit toch zo plaatsen")
    lea.press("Verstuur je reactie")
    assert "een moderator je reactie eerst." in lea.text
    sanne.go(page)
    assert about_somebody not in sanne.text
    mo = phone_of(a_moderator())
    moderating.open_review(mo, f"Reactie op {TITLE}")
    assert about_somebody in mo.text
    moderating.judge(
        mo,
        "Aanpassing vragen",
        rule="Er staan gegevens van mensen in",
        reason="Haal weg wat over een persoon gaat.",
    )
    lea.go(page)
    lea.follow("Pas je reactie aan")
    lea.answer(helping.NOTE, "Wij helpen graag.")
    lea.press("Verstuur opnieuw")
    sanne.go(page)
    assert "Wij helpen graag." in sanne.part("Reacties van professionals")


def test_everybody_reads_rounded_time_and_never_hours(
    offer: CapacityOffer, a_phone: APhone
) -> None:
    offer.hours = 23
    visitor = a_phone()

    visitor.go("/wijkteams")

    assert "Dit team heeft dit kwartaal tijd voor ongeveer 2 initiatieven." in visitor.part(
        "Wijkteam Noord"
    )
    assert " uur" not in " ".join(visitor.all(".card"))


def asked_for(title: str, *, hours: int) -> SupportRequest:
    """Return what Sanne asked for a plan that everybody can read: so many hours."""
    plan = a_public_plan(a_person("Sanne"), moderator=a_moderator(), title=title)
    return a_request(plan, needs=[team_hours(hours)])


def names_of_fields(phone: Phone) -> list[str]:
    fields = phone.page.locator("main [name]").all()
    return [field.get_attribute("name") or "" for field in fields]
