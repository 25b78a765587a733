"""Key figures that could be true, under the names of the CBS; ``None`` is unknown or secret."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from types import MappingProxyType

from app.demo.geography.plan import Character

Figure = int | float | str | None
Figures = Mapping[str, Figure]

FIELDS = (
    "aantalInwoners",
    "aantalPersonen0Tot15Jaar",
    "aantalPersonen65JaarEnOuder",
    "aantalHuishoudens",
    "gemiddeldeHuishoudsgrootte",
    "bevolkingsdichtheidInwonersPerKm2",
    "stedelijkheidAdressenPerKm2",
    "omgevingsadressendichtheid",
    "gemiddeldeWoningwaardeX1000Euro",
    "percentageKoopwoningen",
    "percentageEengezinswoning",
    "gemiddeldInkomenPerInwonerX1000Euro",
    "oppervlakteLandInHa",
    "huisartsenpraktijkGemiddeldeAfstandInKm",
    "groteSupermarktGemiddeldeAfstandInKm",
    "basisonderwijsGemiddeldeAfstandInKm",
    "basisonderwijsGemiddeldAantalBinnen3Km",
    "meestVoorkomendePostcode",
    "geregistreerdeMisdrijven12Maanden",
    "percentageGoedErvarenGezondheid",
)
COUNTS = (*FIELDS[:4], "oppervlakteLandInHa")  # summed into the larger area
WEIGHED = (*FIELDS[6:12], *FIELDS[13:17], "percentageGoedErvarenGezondheid")  # averaged by people
ONE_DECIMAL = {
    "gemiddeldInkomenPerInwonerX1000Euro",
    *FIELDS[13:17],
    "percentageGoedErvarenGezondheid",
}
FEWEST = 200  # below so many inhabitants the CBS keeps most figures secret


@dataclass(frozen=True)
class Profile:
    """What is usual in a kind of place: per hectare, shares from 0 to 1, and CBS units."""

    people: float
    household: float
    children: float
    elderly: float
    addresses: int
    home_value: int
    owners: int
    family_homes: int
    income: float
    distance: float
    crimes: float
    health: float


PROFILES = {
    Character.CENTRE: Profile(40, 1.5, 0.08, 0.17, 3100, 345, 38, 26, 33.5, 0.5, 0.062, 76.0),
    Character.PRE_WAR: Profile(44, 1.9, 0.16, 0.13, 2400, 298, 46, 58, 29.4, 0.6, 0.034, 74.0),
    Character.FLATS: Profile(50, 1.8, 0.17, 0.21, 2050, 232, 24, 22, 24.8, 0.7, 0.041, 67.5),
    Character.FAMILY: Profile(26, 2.3, 0.19, 0.19, 1250, 372, 68, 88, 34.9, 1.0, 0.019, 79.0),
    Character.NEW: Profile(31, 2.5, 0.27, 0.07, 1400, 418, 71, 76, 37.6, 1.1, 0.021, 83.0),
    Character.VILLAGE: Profile(7, 2.3, 0.16, 0.24, 420, 441, 79, 94, 36.2, 1.9, 0.012, 78.0),
    Character.RURAL: Profile(1, 2.4, 0.17, 0.22, 90, 520, 82, 98, 37.0, 3.4, 0.01, 79.0),
    Character.HARBOUR: Profile(28, 1.7, 0.12, 0.11, 1900, 326, 44, 31, 33.1, 0.9, 0.045, 77.0),
    Character.BUSINESS: Profile(0.0, 1.0, 0.0, 0.0, 640, 0, 0, 0, 0.0, 1.8, 0.0, 0.0),
}


def of_neighbourhood(
    throws: Random, character: Character, land_ha: float, postcode: str
) -> Figures:
    """Make up the figures of one neighbourhood of ``land_ha`` hectares of land."""
    usual = PROFILES[character]
    people = _fives(usual.people * land_ha * throws.uniform(0.8, 1.2))
    dense = round(usual.addresses * throws.uniform(0.85, 1.15))
    figures: dict[str, Figure] = dict.fromkeys(FIELDS)
    figures["stedelijkheidAdressenPerKm2"] = _urbanity(dense)
    figures["omgevingsadressendichtheid"] = dense
    figures["oppervlakteLandInHa"] = round(land_ha)
    figures["meestVoorkomendePostcode"] = postcode
    if not people:
        figures["geregistreerdeMisdrijven12Maanden"] = throws.randint(3, 20)
        return MappingProxyType(figures)
    household = usual.household * throws.uniform(0.93, 1.07)
    figures["aantalInwoners"] = people
    figures["aantalPersonen0Tot15Jaar"] = _fives(people * usual.children * throws.uniform(0.8, 1.2))
    figures["aantalPersonen65JaarEnOuder"] = _fives(
        people * usual.elderly * throws.uniform(0.8, 1.2)
    )
    figures["aantalHuishoudens"] = _fives(people / household)
    figures["bevolkingsdichtheidInwonersPerKm2"] = round(people / land_ha * 100)
    if people >= FEWEST:
        figures |= _not_secret(throws, usual, household, people)
    return MappingProxyType(figures)


def of_district(parts: Sequence[Figures]) -> Figures:
    """Add up neighbourhoods. The police publish no crimes and the RIVM no health at this level."""
    figures = _together(parts)
    figures["geregistreerdeMisdrijven12Maanden"] = None
    figures["percentageGoedErvarenGezondheid"] = None
    return MappingProxyType(figures)


def of_municipality(throws: Random, parts: Sequence[Figures]) -> Figures:
    """Add up all neighbourhoods. CBS does not round here, so the sums differ a little."""
    figures = _together(parts)
    for name in FIELDS[:4]:
        figures[name] = _number(figures[name]) + throws.randint(-9, 9)
    crimes = sum(_number(part["geregistreerdeMisdrijven12Maanden"]) for part in parts)
    figures["geregistreerdeMisdrijven12Maanden"] = crimes
    return MappingProxyType(figures)


def _not_secret(throws: Random, usual: Profile, household: float, people: int) -> dict[str, Figure]:
    def around(value: float, share: float = 0.1) -> float:
        return value * throws.uniform(1 - share, 1 + share)

    return {
        "gemiddeldeHuishoudsgrootte": round(household, 1),
        "gemiddeldeWoningwaardeX1000Euro": round(around(usual.home_value)),
        "percentageKoopwoningen": round(around(usual.owners)),
        "percentageEengezinswoning": min(99, round(around(usual.family_homes))),
        # published for large neighbourhoods only
        "gemiddeldInkomenPerInwonerX1000Euro": round(around(usual.income), 1)
        if people > 2500
        else None,
        "huisartsenpraktijkGemiddeldeAfstandInKm": round(around(usual.distance, 0.3), 1),
        "groteSupermarktGemiddeldeAfstandInKm": round(around(usual.distance * 0.9, 0.3), 1),
        "basisonderwijsGemiddeldeAfstandInKm": round(around(usual.distance * 0.8, 0.3), 1),
        "basisonderwijsGemiddeldAantalBinnen3Km": round(around(9 / usual.distance), 1),
        "geregistreerdeMisdrijven12Maanden": round(around(usual.crimes * people, 0.3)),
        "percentageGoedErvarenGezondheid": round(around(usual.health, 0.05), 1),
    }


def _together(parts: Sequence[Figures]) -> dict[str, Figure]:
    figures: dict[str, Figure] = dict.fromkeys(FIELDS)
    for name in COUNTS:
        figures[name] = round(sum(_number(part[name]) for part in parts))
    for name in WEIGHED:
        average = _average(parts, name)
        figures[name] = round(average, 1) if name in ONE_DECIMAL else round(average)
    people, land = _number(figures["aantalInwoners"]), _number(figures["oppervlakteLandInHa"])
    figures["gemiddeldeHuishoudsgrootte"] = round(people / _number(figures["aantalHuishoudens"]), 1)
    figures["bevolkingsdichtheidInwonersPerKm2"] = round(people / land * 100)
    figures["stedelijkheidAdressenPerKm2"] = _urbanity(
        round(_number(figures["omgevingsadressendichtheid"]))
    )
    return figures


def _average(parts: Sequence[Figures], name: str) -> float:
    known = [part for part in parts if part[name] is not None and part["aantalInwoners"]]
    people = sum(_number(part["aantalInwoners"]) for part in known)
    total = sum(_number(part[name]) * _number(part["aantalInwoners"]) for part in known)
    return total / people if people else 0.0


def _number(figure: Figure) -> float:
    return figure if isinstance(figure, int | float) else 0


def _fives(value: float) -> int:
    return 5 * round(value / 5)


def _urbanity(addresses_per_km2: int) -> int:
    """Return the class of the CBS: 1 is very strongly urban, 5 is not urban."""
    return 1 + sum(addresses_per_km2 < border for border in (2500, 1500, 1000, 500))
