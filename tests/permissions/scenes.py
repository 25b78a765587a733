"""In which states everything is tried, and which names in addresses stand for what there."""

from collections.abc import Mapping
from dataclasses import dataclass

from factories.areas import a_town
from permissions import offices, plans

AT_PLANS = frozenset(
    {"initiatives", "short", "volunteering", "moderation", "support", "support_base"}
)
AT_REQUESTS = frozenset({"support", "matching", "capacity"})


@dataclass(frozen=True)
class Scene:
    """Things in one state: ``ids`` is what stands for the names in the addresses of ``rooms``."""

    name: str
    rooms: frozenset[str]
    ids: Mapping[str, object]


def all_scenes() -> list[Scene]:
    """Make everything that is tried."""
    return [
        *(Scene(state.value, AT_PLANS, plans.in_state(state)) for state in plans.STATES),
        Scene("hidden", AT_PLANS, plans.hidden()),
        Scene("running", AT_PLANS | {"matching"}, plans.running()),
        *(Scene(name, AT_REQUESTS, ids) for name, ids in offices.requests().items()),
        Scene("answered", AT_REQUESTS, offices.answered()),
        _one("hours of a team", "capacity", offices.hours()),
        _one("lapsed", "matching", offices.lapsed_hours()),
        _one("in the north", "matching", offices.a_round_of_carla()),
        Scene("for Greet", frozenset({"notifications", "initiatives"}), offices.for_residents()),
        Scene("of a neighbour", frozenset({"notifications", "accounts"}), offices.own_things()),
        Scene("", frozenset({"support", "filters", "notifications", "accounts"}), offices.desk()),
        _one("past its term", "archive", offices.archive()),
        Scene("", frozenset({"organisations", "volunteering"}), offices.association()),
        _one("reported", "reports", plans.reported()),
        _one("", "statistics", {"code": "themas"}),
        _one("", "pages", {"slug": a_town().mill.slug}),
    ]


def _one(name: str, room: str, ids: plans.Ids) -> Scene:
    return Scene(name, frozenset({room}), ids)
