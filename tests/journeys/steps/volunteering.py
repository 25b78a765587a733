"""Find something to do in the neighbourhood, or find people to do it."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.core import clock
from journeys.steps.phone import Phone

DATE, STARTS, ENDS, PLACES = "Datum", "Begintijd", "Eindtijd", "Hoeveel mensen kunnen meedoen?"
CONTACT = "Wie is de contactpersoon?"
RISK = "Waar moeten mensen op letten?"
NOTE = "Wil je iets zeggen tegen de organisator?"


@dataclass(frozen=True)
class Chore:
    """Something to do on a day, for a few people."""

    title: str = "Plantenbakken timmeren"
    what: str = "We timmeren samen tien bakken van hout."
    place: str = "De binnentuin aan de Molenstraat"
    contact: str = "Sanne"
    risk: str = "Er wordt gezaagd. Draag dichte schoenen."
    starts: str = "10:00"
    ends: str = "12:00"
    places: int = 2

    @property
    def day(self) -> date:
        return clock.today() + timedelta(days=8)


def write(phone: Phone, chore: Chore) -> None:
    """Fill in the page that makes a task, all but who to ask and what to look out for."""
    phone.answer("Hoe heet de klus?", chore.title)
    phone.answer("Wat ga je doen?", chore.what)
    phone.answer("Waar is het?", chore.place)
    phone.answer(DATE, chore.day.isoformat())
    phone.answer(STARTS, chore.starts)
    phone.answer(ENDS, chore.ends)
    phone.answer(PLACES, str(chore.places))


def sign_up(phone: Phone, task: str, button: str = "Ja, ik doe mee", *, note: str = "") -> None:
    """Come from the list of tasks to a promise, or to the waiting list."""
    phone.go("/doe-mee")
    phone.follow(task)
    phone.follow("Meld je aan" if button == "Ja, ik doe mee" else button)
    if note:
        phone.answer(NOTE, note)
    phone.press(button)


def said(phone: Phone) -> str:
    """Return what the page says about what was just done."""
    return " ".join(phone.all(".flash"))
