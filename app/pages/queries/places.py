"""Every district and neighbourhood with how many plans it has."""

from collections.abc import Iterable
from typing import NamedTuple

from app.areas import queries as areas
from app.areas.tree import Place
from app.pages.queries.counts import plans_by_area


class Counted(NamedTuple):
    """An area with the number of plans that everybody can read there."""

    place: Place
    number: int


class District(NamedTuple):
    """A district and its neighbourhoods, each with their number."""

    whole: Counted
    parts: tuple[Counted, ...]


def counted(places: Iterable[Place]) -> tuple[Counted, ...]:
    """Return areas with their numbers, which are at most a minute old."""
    numbers = plans_by_area()
    return tuple(Counted(place, numbers.get(place.id, 0)) for place in places)


def districts() -> tuple[District, ...]:
    """Return every district in use with what lies in it, by name."""
    wholes = counted(areas.districts())
    return tuple(District(whole, counted(areas.children(whole.place))) for whole in wholes)
