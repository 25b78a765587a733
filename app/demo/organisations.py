"""The parties of Rietmonde: associations, partners, district teams. All names are invented."""

from dataclasses import dataclass

from app.demo.people import work_address


@dataclass(frozen=True)
class Party:
    """An organisation. ``kind`` is a code of ``OrganisationKind``, ``rooted_in`` an area code."""

    key: str
    kind: str
    name: str
    about: str
    rooted_in: str = ""

    @property
    def email(self) -> str:
        return work_address(self.key.replace("_", ""))


@dataclass(frozen=True)
class Team:
    """A district team: codes of the districts it serves and of ``Expertise``.

    ``hours`` are the collective hours of a quarter per ``OfferKind``; never hours of a person.
    """

    party: Party
    districts: tuple[str, ...]
    expertise: tuple[str, ...]
    hours: tuple[tuple[str, int], ...]


MUNICIPALITY = Party(
    "gemeente",
    "municipality",
    "Gemeente Rietmonde",
    "De gemeente helpt met geld, spullen, toestemming en goede raad."
    " Elke wijk heeft een eigen wijkcoördinator.",
    "GM9999",
)
HOUSING = Party(
    "woonbaken",
    "housing_association",
    "Woningcorporatie Het Woonbaken",
    "Wij verhuren ruim 14.000 woningen in Rietmonde."
    " Voor plannen in en om onze flats denken onze wijkbeheerders graag mee.",
    "GM9999",
)
WELFARE = Party(
    "welzijn",
    "welfare_organisation",
    "Welzijn De Vlonder",
    "Onze opbouwwerkers en jongerenwerkers helpen bewoners om samen iets te beginnen."
    " Wij beheren ook de buurthuizen.",
    "GM9999",
)
LIBRARY = Party(
    "bibliotheek",
    "foundation",
    "Bibliotheek De Leeslamp",
    "Een plek om te lezen, te leren en elkaar te ontmoeten."
    " Bewoners kunnen gratis een zaal gebruiken.",
    "GM9999",
)
SPORTS_CLUB = Party(
    "sportclub",
    "other",
    "Sportvereniging Riet Vooruit",
    "Wij doen aan voetbal, hardlopen en gymnastiek."
    " Onze kantine en velden staan overdag open voor plannen uit de buurt.",
    "GM9999",
)
DISTRICT_COUNCIL = Party(
    "wijkraadbloemenwijk",
    "district_council",
    "Wijkraad Bloemenwijk",
    "Zeven bewoners die de gemeente advies geven over het geld van de wijk."
    " Iedereen mag onze vergaderingen bijwonen.",
    "WK999903",
)
BUSINESS = Party(
    "winkeliers",
    "business",
    "Winkeliers Binnenstad Rietmonde",
    "Ondernemers uit het centrum. Wij lenen kramen en stroomkasten uit aan buurtfeesten.",
    "WK999901",
)
NATURE = Party(
    "groenestichting",
    "foundation",
    "Stichting Groen om de Riet",
    "Vrijwilligers met verstand van planten, bomen en water."
    " Wij lenen gereedschap uit en geven les op straat.",
    "GM9999",
)

ASSOCIATIONS = (
    Party(
        "zaagmolen",
        "residents_association",
        "Buurtvereniging Zaagmolen",
        "Al sinds 1978 organiseren wij het straatfeest, de schoonmaakdag en de lichtjestocht.",
        "WK999902",
    ),
    Party(
        "bloemenwijk",
        "residents_association",
        "Bewonersvereniging Bloemenwijk",
        "Wij komen op voor huurders en kopers in de Bloemenwijk."
        " Elke eerste dinsdag zitten wij in buurthuis De Knop.",
        "WK999903",
    ),
    Party(
        "noorderveld",
        "residents_association",
        "Wijkvereniging Noorderveld",
        "Jonge gezinnen en oudere bewoners die samen het groen en de speelplekken op orde houden.",
        "WK999904",
    ),
    Party(
        "zuidoever",
        "residents_association",
        "Bewonersgroep Zuidoever",
        "Een nieuwe wijk vraagt om nieuwe plannen. Wij brengen buren bij elkaar.",
        "WK999905",
    ),
    Party(
        "elsmeer",
        "residents_association",
        "Dorpsbelang Elsmeer",
        "Wij zorgen ervoor dat het dorp een dorp blijft, met een winkel, een school en een feest.",
        "WK999906",
    ),
    Party(
        "werfkwartier",
        "residents_association",
        "Vereniging Werfkwartier Leeft",
        "Bewoners en makers van de oude scheepswerf. Ons gereedschap delen wij graag.",
        "WK9999AK",
    ),
)

SCHOOLS = (
    Party(
        "windroos",
        "school",
        "Basisschool De Windroos",
        "Een school midden in het Molenkwartier. Onze aula staat na schooltijd open voor de buurt.",
        "WK999902",
    ),
    Party(
        "zaaier",
        "school",
        "Basisschool De Zaaier",
        "Onze school werkt met ouders samen aan een groen plein en een veilige route naar school.",
        "WK999903",
    ),
)


def _team(name: str, key: str, about: str) -> Party:
    return Party(key, "district_team", name, about, "GM9999")


TEAMS = (
    Team(
        _team(
            "Wijkteam Centrum en Molenkwartier",
            "wijkteammolen",
            "Wij kennen de binnenstad en de molenbuurten goed, van jong tot oud.",
        ),
        ("WK999901", "WK999902"),
        ("group_work", "loneliness", "money", "organising"),
        (("advice", 40), ("coaching", 30)),
    ),
    Team(
        _team(
            "Wijkteam Bloemenwijk",
            "wijkteambloemen",
            "Ons team werkt vanuit buurthuis De Knop. Binnenlopen mag altijd.",
        ),
        ("WK999903",),
        ("parenting", "money", "language", "care"),
        (("coaching", 36), ("group_activity", 24)),
    ),
    Team(
        _team(
            "Wijkteam Noord",
            "wijkteamnoord",
            "Wij werken in Noorderveld en in het noorden van de Bloemenwijk.",
        ),
        ("WK999903", "WK999904"),
        ("parenting", "youth", "sport", "green"),
        (("advice", 20), ("presence", 20)),
    ),
    Team(
        _team(
            "Wijkteam Zuid",
            "wijkteamzuid",
            "Wij helpen bewoners van Zuidoever en Elsmeer om elkaar te leren kennen.",
        ),
        ("WK999905", "WK999906"),
        ("group_work", "loneliness", "care", "safety"),
        (("advice", 24), ("coaching", 24)),
    ),
    Team(
        _team(
            "Wijkteam Werfkwartier",
            "wijkteamwerf",
            "Een klein team met veel ervaring in werk, geld en veiligheid.",
        ),
        ("WK9999AK",),
        ("work", "money", "safety", "organising"),
        (("advice", 16), ("presence", 12)),
    ),
    Team(
        _team(
            "Jongerenteam Rietmonde",
            "jongerenteam",
            "Onze jongerenwerkers zijn in de hele gemeente op straat te vinden.",
        ),
        ("WK999901", "WK999902", "WK999903", "WK999904", "WK999905", "WK999906", "WK9999AK"),
        ("youth", "sport", "work", "safety"),
        (("presence", 40), ("group_activity", 20)),
    ),
)

PARTIES: tuple[Party, ...] = (
    MUNICIPALITY,
    HOUSING,
    WELFARE,
    LIBRARY,
    SPORTS_CLUB,
    DISTRICT_COUNCIL,
    BUSINESS,
    NATURE,
    *ASSOCIATIONS,
    *SCHOOLS,
    *(team.party for team in TEAMS),
)
