"""The key figures the portal knows, under the names of the CBS, and what a resident reads.

Figures without a label are kept but not shown. Origin, benefits and income are left out of the
public list because they set neighbourhoods apart; crime and health because they need words
about what they do and do not say (domain study, 3.1).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from flask_babel import LazyString, format_decimal
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

Words = Callable[[Decimal], str]


def number(value: Decimal) -> str:
    """Return ``13.935``."""
    return str(format_decimal(value))


def percent(value: Decimal) -> str:
    """Return ``37%``."""
    return f"{number(value)}%"


def kilometres(value: Decimal) -> str:
    """Return ``0,6 kilometer``."""
    return str(_("%(number)s kilometer", number=number(value)))


def thousands_of_euros(value: Decimal) -> str:
    """Return ``€ 335.000`` for 335."""
    return f"€ {number(value * 1000)}"


@dataclass(frozen=True)
class KnownFigure:
    """A figure: its public label (``None``: not shown) and how to write its value."""

    label: LazyString | None = None
    words: Words = number


class Figure(NamedTuple):
    """A figure about an area, which puts itself in words for who reads it.

    ``number`` is ``None`` when it is unknown or secret.
    """

    name: str
    number: Decimal | None
    year: int

    @property
    def label(self) -> str:
        return str(KNOWN[self.name].label)

    @property
    def value(self) -> str:
        if self.number is None:
            return str(_("onbekend"))
        return KNOWN[self.name].words(self.number)

    @property
    def source(self) -> str:
        return str(_("Bron: CBS, Kerncijfers wijken en buurten %(year)s", year=self.year))


KNOWN: Mapping[str, KnownFigure] = {
    "aantalInwoners": KnownFigure(_l("Inwoners")),
    "aantalPersonen0Tot15Jaar": KnownFigure(_l("Kinderen tot 15 jaar")),
    "percentagePersonen0Tot15Jaar": KnownFigure(_l("Kinderen tot 15 jaar"), percent),
    "aantalPersonen65JaarEnOuder": KnownFigure(_l("Mensen van 65 jaar en ouder")),
    "percentagePersonen65JaarEnOuder": KnownFigure(_l("Mensen van 65 jaar en ouder"), percent),
    "aantalHuishoudens": KnownFigure(_l("Huishoudens")),
    "gemiddeldeHuishoudsgrootte": KnownFigure(_l("Mensen per huishouden, gemiddeld")),
    "percentageEenpersoonshuishoudens": KnownFigure(_l("Mensen die alleen wonen"), percent),
    "bevolkingsdichtheidInwonersPerKm2": KnownFigure(_l("Inwoners per vierkante kilometer")),
    "percentageKoopwoningen": KnownFigure(_l("Koopwoningen"), percent),
    "gemiddeldeWoningwaardeX1000Euro": KnownFigure(
        _l("Waarde van een woning (WOZ), gemiddeld"), thousands_of_euros
    ),
    "aantalBedrijfsvestigingen": KnownFigure(_l("Bedrijven")),
    "nettoArbeidsparticipatie": KnownFigure(_l("Mensen met betaald werk"), percent),
    "huisartsenpraktijkGemiddeldeAfstandInKm": KnownFigure(
        _l("Afstand tot de huisarts, gemiddeld"), kilometres
    ),
    "groteSupermarktGemiddeldeAfstandInKm": KnownFigure(
        _l("Afstand tot een grote supermarkt, gemiddeld"), kilometres
    ),
    "basisonderwijsGemiddeldeAfstandInKm": KnownFigure(
        _l("Afstand tot een basisschool, gemiddeld"), kilometres
    ),
    "basisonderwijsGemiddeldAantalBinnen3Km": KnownFigure(
        _l("Basisscholen binnen 3 kilometer, gemiddeld")
    ),
    "percentageEengezinswoning": KnownFigure(),
    "oppervlakteLandInHa": KnownFigure(),
    "stedelijkheidAdressenPerKm2": KnownFigure(),
    "omgevingsadressendichtheid": KnownFigure(),
    "gemiddeldInkomenPerInwonerX1000Euro": KnownFigure(),
    "geregistreerdeMisdrijven12Maanden": KnownFigure(),
    "percentageGoedErvarenGezondheid": KnownFigure(),
}
SHOWN = tuple(name for name, known in KNOWN.items() if known.label is not None)
OTHER_NAMES = {"gemiddeldeWoningwaarde": "gemiddeldeWoningwaardeX1000Euro"}  # PDOK
