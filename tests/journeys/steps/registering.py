"""Register a plan: what somebody does on each of the five pages."""

from dataclasses import dataclass

from journeys.steps.phone import Phone

TITLE = "Geef je plan een naam"
SUMMARY = "Vertel in één of twee zinnen wat je wilt doen"
STORY = "Wil je er meer over vertellen?"
POSTCODE = "Wat is de postcode van de plek?"
PLACE = "Waar precies?"
FOR_WHOM = "Voor wie is je plan?"
WITH_WHOM = "Met wie doe je het?"
NAME = "Hoe heet je?"
EMAIL = "Wat is je e-mailadres?"
DETAILS = "Kun je er iets meer over zeggen?"


@dataclass(frozen=True)
class Idea:
    """What Sanne wants to do, and who she is."""

    title: str = "Geveltuintjes in de Molenbuurt"
    summary: str = "We maken samen smalle tuintjes langs de gevels van onze straat."
    story: str = "Elk huis krijgt een strook met planten. Dat is fijn voor bijen en voor ons."
    theme: str = "Buurt en groen"
    postcode: str = "2625 AB"
    neighbourhood: str = "Molenbuurt, Noord, Proefstad"
    place: str = "De stoep aan de Molenstraat"
    for_whom: str = "Alle bewoners van de straat"
    with_whom: str = "De buren van de overkant"
    name: str = "Sanne"
    email: str = "sanne@voorbeeld.example"
    need: str = "Spullen of gereedschap"
    details: str = "Grond, planten en een paar scheppen."


def begin(phone: Phone) -> None:
    """Come from the list of plans to the first page."""
    phone.go("/initiatieven")
    phone.follow("Ik heb een idee")
    phone.follow("Begin")


def tell_what(phone: Phone, idea: Idea) -> None:
    phone.answer(TITLE, idea.title)
    phone.answer(SUMMARY, idea.summary)
    phone.answer(STORY, idea.story)
    phone.tick(idea.theme)
    phone.press("Verder")


def tell_where(phone: Phone, idea: Idea) -> None:
    look_up(phone, idea.postcode)
    phone.tick(idea.neighbourhood)
    phone.answer(PLACE, idea.place)
    phone.press("Verder")


def look_up(phone: Phone, postcode: str) -> None:
    phone.answer(POSTCODE, postcode)
    phone.press("Zoek de buurt")


def tell_who(phone: Phone, idea: Idea) -> None:
    phone.answer(FOR_WHOM, idea.for_whom)
    phone.answer(WITH_WHOM, idea.with_whom)
    phone.tick("Een groep bewoners")
    phone.answer(NAME, idea.name)
    phone.answer(EMAIL, idea.email)
    phone.press("Verder")


def tell_what_is_needed(phone: Phone, idea: Idea) -> None:
    phone.tick(idea.need)
    phone.answer(DETAILS, idea.details)
    phone.press("Verder")


PAGES = (tell_what, tell_where, tell_who, tell_what_is_needed)


def tell_everything(phone: Phone, idea: Idea) -> None:
    """Answer all questions; the phone ends at the page to check the answers."""
    begin(phone)
    for page in PAGES:
        page(phone, idea)


def shown(phone: Phone) -> dict[str, str]:
    """Return the answers as a page reads them back."""
    return dict(zip(phone.all("dl.summary dt"), phone.all("dl.summary dt + dd"), strict=True))


def all_of(idea: Idea) -> dict[str, str]:
    """Return the answers as a page should read them back to their writer."""
    return {
        "Naam van je plan": idea.title,
        "In het kort": idea.summary,
        "Het hele plan": idea.story,
        "Thema's": idea.theme,
        "Buurt": "Molenbuurt, wijk Noord, gemeente Proefstad",
        "Waar precies": idea.place,
        "Voor wie": idea.for_whom,
        "Met wie": idea.with_whom,
        "Wie neemt het initiatief": "Een groep bewoners",
        "Nodig": idea.need,
        "Wat er nodig is": idea.details,
        "Je naam": idea.name,
        "Je e-mailadres": idea.email,
        "Foto's": "Nog geen",
    }
