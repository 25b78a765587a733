"""What tests of the pages share: answers that fit the forms."""

from datetime import timedelta

from app.core import clock

NEXT_WEEK = (clock.today() + timedelta(days=7)).isoformat()
TEXTS = {
    "title": "Zwerfvuil prikken",
    "what": "We prikken een uur zwerfvuil.",
    "why": "",
    "place": "Het pleintje bij de molen",
    "contact_name": "Anna",
    "bring": "",
    "risk_note": "Let op het verkeer.",
    "minimum_age": "16",
}
MOMENT = {"date": NEXT_WEEK, "starts": "10:00", "ends": "12:00", "places": "8"}


def moment(number: int, **answers: str) -> dict[str, str]:
    """Return the answers about the moment with this number."""
    return {f"shifts-{number}-{name}": text for name, text in (MOMENT | answers).items()}
