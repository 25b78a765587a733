"""Answer a request as a team, and keep hours for it."""

from journeys.steps.phone import Phone

NOTE = "Toelichting"
NEED, OFFER, HOURS = (
    "Voor welke vraag zijn de uren?",
    "Uit welke uren van je team?",
    "Hoeveel uur?",
)


def give_hours(phone: Phone, hours: int, *, need: str, note: str) -> None:
    """Say yes on the page of the answer, with ``hours`` from the first offer of the team."""
    phone.tick("Wij doen dit")
    phone.answer(NOTE, note)
    phone.choose(NEED, need)
    offers = phone.page.get_by_label(OFFER).locator("option").all_inner_texts()
    phone.choose(OFFER, offers[1])
    phone.answer(HOURS, str(hours))
    phone.press("Verstuur je reactie")


def ranking(phone: Phone) -> list[str]:
    """Return the names on the list of who could help, the best first."""
    return phone.all("ol.ranking h3")


def reasons_for(phone: Phone, name: str) -> list[str]:
    """Return why a team stands where it stands."""
    return phone.all(f"ol.ranking > li:has(h3:text-is('{name}')) article > ul > li")


def left_out(phone: Phone) -> dict[str, str]:
    """Return who cannot help now, with the rule that says so."""
    return dict(zip(phone.all("main dl dt"), phone.all("main dl dd"), strict=True))
