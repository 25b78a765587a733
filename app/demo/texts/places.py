"""The words of a place: what "{the_street}", "{centre}" and "{day}" stand for."""

from dataclasses import dataclass
from random import Random

from app.demo.chance import pick
from app.demo.geography.city import City, District, Neighbourhood
from app.demo.geography.streets import Street
from app.demo.texts.grammar import Slots

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
WEEKEND = ("zaterdag", "zaterdag", "zondag")
DAYS = (*WEEKDAYS, *WEEKEND)
MONTHS = ("maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november")
SUMMER = ("mei", "juni", "juli", "augustus", "september")
TIMES = ("9.30", "10.00", "10.30", "11.00", "13.30", "14.00", "14.30", "15.00")
MANY = ("twaalf", "veertien", "vijftien", "zestien", "achttien", "twintig")
LOTS = ("dertig", "veertig", "vijftig", "zestig")
PARTNERS = {
    "club": "sportvereniging Riet Vooruit",
    "library": "bibliotheek De Leeslamp",
    "housing": "Het Woonbaken",
    "welfare": "Welzijn De Vlonder",
}


@dataclass(frozen=True)
class Place:
    """A street where an idea can happen, with the words to speak about it."""

    street: str
    neighbourhood_code: str
    district_code: str
    slots: dict[str, str]


def places_of(city: City) -> list[Place]:
    """Return every street where people live, in the order of the map."""
    return [
        _place(district, part, street, part.streets[(number + 1) % len(part.streets)])
        for district in city.districts
        for part in district.neighbourhoods
        if part.inhabitants
        for number, street in enumerate(part.streets)
    ]


def moment(throws: Random) -> dict[str, str]:
    """Pick the day, time, month and numbers that one idea keeps to."""
    return {
        "day": pick(throws, DAYS),
        "weekday": pick(throws, WEEKDAYS),
        "weekend": pick(throws, WEEKEND),
        "month": pick(throws, MONTHS),
        "summer": pick(throws, SUMMER),
        "time": pick(throws, TIMES),
        "many": pick(throws, MANY),
        "lots": pick(throws, LOTS),
    }


def _place(district: District, part: Neighbourhood, street: Street, other: Street) -> Place:
    words = {
        "street": street.name,
        "the_street": street.named.the,
        "at_street": street.at,
        "the_other_street": other.named.the,
        "at_other_street": other.at,
        "hood": part.name,
        "the_hood": part.named.the,
        "the_district": district.named.the,
        "centre": district.centre,
        "school": district.school,
        **PARTNERS,
    }
    return Place(street.name, part.code, district.code, words | _capitals(words))


def _capitals(words: Slots) -> dict[str, str]:
    """Return each word for the start of a sentence: "{The_street}" is "De Meelstraat"."""
    return {key.capitalize(): word[0].upper() + word[1:] for key, word in words.items()}
