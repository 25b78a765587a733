"""SC9: more requests than hours. A coordinator reads the proposal, changes a line, and approves it: one district first.

A team takes hours back after that, and the coordinator chooses others.
"""

from collections.abc import Callable

import pytest

from app.accounts.models import User
from app.capacity import service as capacity
from app.core.db import db
from app.core.jobs import work_off
from app.matching.models import Round
from factories.accounts import a_coordinator, a_person
from factories.areas import a_town
from factories.capacity import a_lead, an_offer
from factories.matching import a_professional
from factories.rounds import asks, given, has_hours, standing
from journeys.conftest import Mailbox
from journeys.steps.phone import Phone

pytestmark = pytest.mark.browser
PhoneOf = Callable[[User], Phone]


def a_worker_works() -> None:
    db.session.commit()
    work_off()
    db.session.expire_all()


@pytest.fixture
def carla() -> User:
    """The coordinator of the town: in the north eight plans ask 42 hours of 23, in the south one of its own 5."""
    town = a_town()
    north = has_hours("Wijkteam Noord", 12)
    a_professional(north.team.organisation, town.north)
    has_hours("Wijkteam Breed", 6, town.north, town.south)
    has_hours("Wijkteam Klein", 5)
    for number, hours in enumerate((4, 4, 4, 5, 5, 6, 6, 8)):
        place = town.mill if number % 2 else town.harbour
        asks(f"Plan {number}", hours, area=place, owner=f"Bewoner {number}")
    has_hours("Wijkteam Zuid", 5, town.south)
    asks("Plan Zuid", 5, area=town.park, owner="Bewoner Zuid")
    return a_coordinator(None)


def test_a_round_from_the_menu_to_hours_that_are_kept(
    carla: User, phone_of: PhoneOf, mailbox: Mailbox
) -> None:
    phone = phone_of(carla)
    phone.go("/verdeling")
    phone.follow("Begin een verdeling")
    phone.choose("Waar?", "Proefstad")
    phone.press("Begin")
    phone.press("Maak een voorstel")
    assert "We zijn aan het rekenen" in phone.text
    a_worker_works()
    phone.follow("Kijk of het klaar is")

    assert "6 van de 9 vragen krijgen uren." in phone.text
    assert "Geen enkele verdeling is beter dan deze. Dat is bewezen." in phone.text
    one = db.session.query(Round).one()
    assert set(given(standing(one)).values()) >= {None, "Wijkteam Noord"}
    assert "Havenbuurt" in phone.text

    phone.follow("Plan 7")
    assert "Waarom geen uren?" in phone.text
    assert "De andere uren gaan naar:" in phone.text
    phone.press("Laat zien wat er verandert")
    assert (phone.status, phone.errors[-1]) == (422, "Schrijf waarom.")
    phone.tick("Geef deze uren aan deze vraag")
    phone.answer("Waarom?", "Dit plan wacht al een jaar.")
    phone.press("Laat zien wat er verandert")
    a_worker_works()
    phone.follow("Kijk of het klaar is")

    assert "Dit plan wacht al een jaar." in phone.text
    assert phone.all("main tbody tr:has-text('Plan 7') td")[1] == "Geen uren"
    phone.press("Bewaar deze verandering")
    phone.follow("Keur alleen Noord goed")
    assert "Verdeling over de buurten" in phone.text
    assert "Parkbuurt" not in phone.text
    phone.press("Keur goed")

    assert "Noord is goedgekeurd. Iedereen daar heeft bericht gekregen." in phone.text
    assert "Carla, " in phone.all("main tbody tr:has-text('Noord') td")[3]
    south = a_person("Bewoner Zuid").email
    assert mailbox.to(south) == []
    phone.follow("Ga naar goedkeuren")
    phone.press("Keur goed")

    assert "De verdeling is goedgekeurd." in phone.text
    assert mailbox.to(south)[-1]["Subject"] == "Een wijkteam heeft tijd voor “Plan Zuid”"
    served = a_person("Bewoner 7").email
    assert mailbox.to(served)[-1]["Subject"] == "Een wijkteam heeft tijd voor “Plan 7”"
    left = next(title for title, team in given(standing(one)).items() if team is None)
    resident = a_person(left.replace("Plan", "Bewoner")).email
    assert f"Voor “{left}” houden we nu geen uren" in mailbox.last_text(resident)
    assert "- Plan 7: 8 uur" in mailbox.last_text(a_person("Petra").email)

    the_south_takes_its_hours_back(one)
    phone.go("/mijn")
    phone.follow("1 initiatief verloor uren")
    assert "De hulp begint later" in phone.text
    phone.follow("Zeg de bewoners dat het niet lukt")
    phone.press("Verstuur")
    assert (phone.status, phone.errors) == (422, ["Schrijf waarom."])
    phone.go("/uren-vervallen")
    phone.press("Kies 5 uur van Wijkteam Zuid")
    assert "Er zijn geen uren vervallen" in phone.text
    assert "in de plaats van de uren van Wijkteam Zuid" in mailbox.last_text(south)


def the_south_takes_its_hours_back(one: Round) -> None:
    """Let Wijkteam Zuid have hours in the next quarter only."""
    lines = {line.need.request.initiative.title: line for line in standing(one).lines}
    offer = lines["Plan Zuid"].offer
    assert offer is not None
    capacity.withdraw_hours(
        offer, by=a_lead(offer.team, area=a_town().south), reason="Grote drukte."
    )
    an_offer(offer.team, 8, quarters_from_now=1)
    db.session.commit()
