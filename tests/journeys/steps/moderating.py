"""Look at texts before everybody can: from the queue to a judgement."""

from journeys.steps.phone import Phone

STEP = "Wat doe je met deze tekst?"
RULE = "Om welke regel gaat het?"
REASON = "Wat schrijf je aan de maker?"
PLEA = "Waarom ben je het er niet mee eens?"
CHECKED = "Ik heb gekeken: er staan geen gegevens van mensen in die er niet horen"


def open_review(phone: Phone, title: str) -> None:
    """Take a text from the queue."""
    phone.go("/moderatie")
    phone.follow(title)


def publish(phone: Phone, title: str) -> None:
    open_review(phone, title)
    phone.tick("Plaatsen")
    phone.press("Verstuur je oordeel")


def judge(phone: Phone, step: str, *, rule: str, reason: str) -> None:
    """Ask for a change, or do not publish, on the page of the text."""
    phone.tick(step)
    phone.choose(RULE, rule)
    phone.answer(REASON, reason)
    phone.press("Verstuur je oordeel")


def queue(phone: Phone) -> list[str]:
    """Return the titles that wait, in the order of the queue."""
    phone.go("/moderatie")
    return phone.all("tbody td:first-child a")
