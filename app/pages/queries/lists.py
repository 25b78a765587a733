"""The newest plans, the first open tasks and the teams of an area: a handful of rows each."""

from collections.abc import Iterable
from typing import NamedTuple

from app.areas import queries as areas
from app.areas.models import AreaKind
from app.areas.tree import Place
from app.capacity import queries as capacity
from app.initiatives import queries as initiatives
from app.volunteering import queries as volunteering

PLANS = 6
TASKS = 3


class NewPlan(NamedTuple):
    """A plan with the names of where it is."""

    card: initiatives.Card
    places: str


def newest() -> list[NewPlan]:
    """Return the newest plans of the municipality."""
    return _with_places(initiatives.newest_cards(limit=PLANS))


def newest_in(place: Place) -> list[NewPlan]:
    """Return the newest plans of an area."""
    if place.kind is AreaKind.DISTRICT:
        return _with_places(initiatives.newest_cards_in_district(place.id, limit=PLANS))
    return _with_places(initiatives.newest_cards_in(_ids(_parts(place)), limit=PLANS))


def open_tasks_in(place: Place) -> list[volunteering.NextShift]:
    """Return the first moments at which one can help in an area."""
    if place.kind is AreaKind.DISTRICT:
        return volunteering.next_shifts_in_district(place.id, limit=TASKS)
    return volunteering.next_shifts_in(_ids(_parts(place)), limit=TASKS)


def teams_for(place: Place) -> list[capacity.ServingTeam]:
    """Return the teams that serve an area, or the district or municipality around it."""
    parts = _parts(place)
    around = [up for part in parts for up in areas.ancestors(part)]
    return capacity.teams_serving({place.id, *_ids(parts), *_ids(around)})


def _with_places(cards: Iterable[initiatives.Card]) -> list[NewPlan]:
    return [NewPlan(card, areas.names(card.neighbourhood_id, card.district_id)) for card in cards]


def _parts(place: Place) -> list[Place]:
    """Return the neighbourhoods of an area of one's own; of any other that area itself."""
    return areas.children(place) if place.kind is AreaKind.OWN else [place]


def _ids(places: Iterable[Place]) -> list[int]:
    return [place.id for place in places]
