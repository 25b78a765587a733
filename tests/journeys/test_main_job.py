"""The main job of the portal in one go: from an idea to help, and everybody hears about it."""

from collections.abc import Callable

import pytest

from app.accounts.models import User
from app.capacity.models import CapacityOffer
from app.core.db import db
from app.initiatives.models import Initiative
from app.support.models import SupportRequest
from factories.accounts import a_coordinator, a_moderator, a_person
from factories.capacity import a_lead, a_team, an_offer
from journeys.conftest import Mailbox
from journeys.steps import asking, deciding, helping, moderating, registering, volunteering
from journeys.steps.phone import APhone, Phone
from journeys.steps.registering import Idea
from journeys.steps.setting import a_town_with_postcodes
from journeys.steps.signing_in import ask_link, new_in_inbox, open_link, unread
from journeys.steps.volunteering import Chore

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]
IDEA, CHORE = Idea(), Chore()
FATMA = "fatma@voorbeeld.example"
CAN_WAIT = (
    "Nieuwe aanmelding",
    "Reactie op",
    "We zijn begonnen",
)  # for the mail with all news of a day
ADVICE = "Advies: hoe krijgen we iedereen in de straat mee?"


@pytest.fixture
def offer() -> CapacityOffer:
    """Ten hours of Wijkteam Noord, which Lea leads."""
    team = a_team("Wijkteam Noord", a_town_with_postcodes().north)
    a_lead(team)
    return an_offer(team, 10)


def test_from_an_idea_to_help_that_is_promised(
    a_phone: APhone, phone_of: PhoneOf, mailbox: Mailbox, offer: CapacityOffer
) -> None:
    sanne, fatma = a_phone(), a_phone()
    mo, lea = phone_of(a_moderator()), phone_of(a_person("Lea"))
    carla = phone_of(a_coordinator(offer.team.areas[0].area))

    # A resident registers an idea, and a moderator publishes it.
    registering.tell_everything(sanne, IDEA)
    sanne.press("Verder: bevestig je e-mailadres")
    sanne.go(mailbox.last_link(IDEA.email))
    sanne.press("Stuur mijn initiatief in")
    moderating.publish(mo, IDEA.title)
    plan = db.session.query(Initiative).one()

    # A neighbour signs up for something to do.
    sanne.go(f"/initiatieven/{plan.id}/klussen/nieuw")
    volunteering.write(sanne, CHORE)
    sanne.answer(volunteering.CONTACT, CHORE.contact)
    sanne.answer(volunteering.RISK, CHORE.risk)
    sanne.press("Stuur in")
    moderating.publish(mo, CHORE.title)
    fatma.go(f"/initiatieven/{plan.id}")
    fatma.follow(CHORE.title)
    fatma.follow("Meld je aan")
    ask_link(fatma, FATMA)
    open_link(fatma, mailbox, FATMA, name="Fatma")
    fatma.press("Ja, ik doe mee")

    # The initiative asks for support, and the portal ranks who could give it.
    asking.begin(sanne, plan.id)
    asking.need_hours(sanne, ADVICE, expertise="Eenzaamheid", hours=6)
    asking.explain(sanne, "Niet iedereen durft mee te doen.", asks_decision=False)
    asking.send(sanne)
    deciding.take_on(carla, IDEA.title)
    carla.follow("Zoek wie kan helpen")
    assert helping.ranking(carla) == ["1. Wijkteam Noord"]
    carla.press("Vraag om een reactie")

    # A professional responds, and the coordinator approves.
    lea.go("/berichten")
    lea.press("Geef een reactie")
    helping.give_hours(lea, 6, need=ADVICE, note="Wij denken graag mee.")
    carla.follow("Terug naar de vraag")
    assert "Wij denken graag mee." in carla.part("Reacties van professionals")
    deciding.propose(carla, "Doen: het team heeft tijd.")
    carla.follow("Neem een besluit")
    carla.tick("Goedkeuren: alles wat gevraagd is")
    carla.answer(deciding.AGREEMENT, "Wijkteam Noord geeft zes uur advies.")
    deciding.give_reasons(carla)
    carla.press("Verstuur het besluit")

    # Everybody reads it in their inbox and in their mail.
    request = db.session.query(SupportRequest).one()
    db.session.refresh(offer)
    assert (request.state.value, offer.taken) == ("granted", 6)
    everybody = {
        IDEA.email: (sanne, news_for_the_initiator(plan, request)),
        FATMA: (fatma, [f"Je doet mee: {CHORE.title}"]),
        a_person("Carla").email: (
            carla,
            [f"Nieuwe vraag om hulp: {IDEA.title}", f"Reactie op “{IDEA.title}”"],
        ),
        a_person("Lea").email: (lea, ["Uren staan vast"]),  # the question to help was read
    }
    for email, (phone, news) in everybody.items():
        assert new_in_inbox(phone) == news[::-1]
        assert unread(phone) == len(news)
        mailed = [mail["Subject"] for mail in mailbox.to(email)]
        at_once = [subject for subject in news if not subject.startswith(CAN_WAIT)]
        assert mailed[-len(at_once) :] == at_once
        assert not any(subject.startswith(CAN_WAIT) for subject in mailed)
    for phone in (sanne, fatma, carla, lea):
        phone.go("/mijn")
        assert phone.heading == "Mijn overzicht"
    sanne.go(mailbox.last_link(IDEA.email))
    sanne.follow("Lees het besluit")
    assert "Wijkteam Noord geeft zes uur advies." in sanne.text


def news_for_the_initiator(plan: Initiative, request: SupportRequest) -> list[str]:
    """Return what Sanne hears about her plan, in order."""
    return [
        f"We hebben je initiatief ontvangen: {plan.reference}",
        f"Geplaatst: {IDEA.title}",
        f"Geplaatst: {CHORE.title}",
        f"Nieuwe aanmelding: {CHORE.title}",
        f"We hebben je vraag ontvangen: {request.reference}",
        "We zijn begonnen met je vraag",
        f"Reactie op “{IDEA.title}”",
        f"Antwoord op je vraag {request.reference}",
    ]
