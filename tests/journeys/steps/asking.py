"""Ask for help with a plan: from what is needed to sending it in."""

from journeys.steps.phone import Phone

NEEDED, ABOUT = "Wat heb je nodig?", "Vertel er iets over"
EXPERTISE, HOURS = "Waar moet iemand verstand van hebben?", "Hoeveel uur ongeveer?"
WHAT, AMOUNT = "Waarvoor?", "Hoeveel euro?"
ASKED = "Welk bedrag vraag je van de gemeente?"
WHY = "Waarvoor heb je dit nodig?"


def begin(phone: Phone, initiative_id: int) -> None:
    """Come from the page of the plan to the first question."""
    phone.go(f"/initiatieven/{initiative_id}")
    phone.follow("Vraag hulp")


def need(phone: Phone, line: int, kind: str, about: str) -> None:
    """Fill in one line of what is needed."""
    part = f"Vraag {line}"
    phone.choose(NEEDED, kind, part=part)
    phone.answer(ABOUT, about, part=part)


def need_hours(phone: Phone, about: str, *, expertise: str, hours: int) -> None:
    """Fill in that the hours of a team are needed, and nothing else."""
    need(phone, 1, "Uren van het wijkteam", about)
    phone.choose(EXPERTISE, expertise)
    phone.answer(HOURS, str(hours))
    phone.press("Ga verder")


def cost(phone: Phone, line: int, what: str, amount: str) -> None:
    phone.answer(WHAT, what, part=f"Kosten {line}")
    phone.answer(AMOUNT, amount, part=f"Kosten {line}")


def cover(phone: Phone, line: int, who: str, amount: str) -> None:
    phone.answer(WHAT, who, part=f"Ander geld {line}")
    phone.answer(AMOUNT, amount, part=f"Ander geld {line}")


def explain(phone: Phone, why: str, *, asks_decision: bool) -> None:
    phone.answer(WHY, why)
    if asks_decision:
        phone.tick("Ja. Ik vraag bijvoorbeeld geld of toestemming.")
    else:
        phone.tick("Nee. Ik heb een vraag of zoek hulp.")
    phone.press("Ga verder")


def send(phone: Phone) -> None:
    phone.press("Verstuur je vraag")
