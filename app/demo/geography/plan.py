"""What is laid down about Rietmonde: its districts, neighbourhoods and streets. All invented.

Rietmonde does not exist. Its outlines lie in the Markermeer, where nobody lives, so that no
figure or complaint on a demo page can be about somebody's real street. Street names are made of
ordinary words; one that also exists elsewhere is a coincidence.
"""

from dataclasses import dataclass
from enum import StrEnum

MUNICIPALITY_CODE = "GM9999"  # the CBS numbers municipalities up to about 2,000
MUNICIPALITY_NAME = "Rietmonde"
RIVER_NAME = "de Riet"


class Character(StrEnum):
    """The kind of place: key figures follow from it."""

    CENTRE = "centre"
    PRE_WAR = "pre_war"
    FLATS = "flats"
    FAMILY = "family"
    NEW = "new"
    VILLAGE = "village"
    RURAL = "rural"
    HARBOUR = "harbour"
    BUSINESS = "business"


@dataclass(frozen=True)
class NeighbourhoodPlan:
    """A neighbourhood: its name as people say it ("de Leliebuurt") and its streets."""

    name: str
    streets: tuple[str, ...]
    character: Character


@dataclass(frozen=True)
class DistrictPlan:
    """A district. ``compass`` is its place: east and north of the centre, 1 is the city edge."""

    tail: str
    name: str
    compass: tuple[float, float]
    postcode: str
    centre: str
    school: str
    neighbourhoods: tuple[NeighbourhoodPlan, ...]


def hood(name: str, streets: str, character: Character) -> NeighbourhoodPlan:
    """Write a neighbourhood on a few lines: its streets are one text, parted by commas."""
    return NeighbourhoodPlan(name, tuple(streets.split(", ")), character)
