"""What goes on in an area: its newest plans, first open tasks, teams and figures, a few rows each."""

from collections.abc import Iterable
from typing import NamedTuple

from app.areas import queries as areas
from app.areas.catalogue import Figure
from app.areas.models import AreaKind
from app.areas.tree import Place
from app.capacity import queries as capacity
from app.core.inquiries import Inquiry, answer, answers
from app.initiatives import queries as initiatives
from app.volunteering import queries as volunteering

PLANS = 6
TASKS = 3


class NewPlan(NamedTuple):
    """A plan with the names of where it is."""

    card: initiatives.Card
    places: str


class Found(NamedTuple):
    """What goes on in an area."""

    plans: list[NewPlan]  # the newest
    tasks: tuple[volunteering.NextShift, ...]  # the first moments at which one can help
    teams: tuple[capacity.ServingTeam, ...]  # of the area, or of what lies around it
    figures: tuple[Figure, ...]


def newest() -> list[NewPlan]:
    """Return the newest plans of the municipality."""
    return _with_places(answer(initiatives.newest_cards(limit=PLANS)))


def found_in(place: Place) -> Found:
    """Return what goes on in an area, in one trip to the database."""
    found = answers(
        {
            "plans": _plans_in(place),
            "tasks": _tasks_in(place),
            "teams": _teams_for(place),
            "figures": areas.figures(place),
        }
    )
    plans = _with_places(found["plans"])
    return Found(plans, found["tasks"], found["teams"], areas.newest_of(found["figures"]))


def _plans_in(place: Place) -> Inquiry[initiatives.Card]:
    if place.kind is AreaKind.DISTRICT:
        return initiatives.newest_cards_in_district(place.id, limit=PLANS)
    return initiatives.newest_cards_in(_ids(_parts(place)), limit=PLANS)


def _tasks_in(place: Place) -> Inquiry[volunteering.NextShift]:
    if place.kind is AreaKind.DISTRICT:
        return volunteering.next_shifts_in_district(place.id, limit=TASKS)
    return volunteering.next_shifts_in(_ids(_parts(place)), limit=TASKS)


def _teams_for(place: Place) -> Inquiry[capacity.ServingTeam]:
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
