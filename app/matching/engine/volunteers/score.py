"""How well a moment and a volunteer fit: a sum of parts that can each be read, with its facts.

A share says how much of its weight a part earns, 0-1000, rounded down.
"""

from collections.abc import Callable

from app.matching.engine.facts import Facts
from app.matching.engine.score import WHOLE
from app.matching.engine.volunteers.problem import DISTRICT, NEIGHBOURHOOD, Match


def likes(match: Match) -> int:
    """Earn the share of the work of the task that the volunteer likes."""
    asked = match.moment.work
    return WHOLE * len(asked & match.volunteer.likes) // len(asked) if asked else 0


def learns(match: Match) -> int:
    """Earn all when the task teaches work that the volunteer wants to learn."""
    return WHOLE if match.moment.teaches and _learned(match) else 0


def nearness(match: Match) -> int:
    """Earn all in the own neighbourhood, half in the own district."""
    return {NEIGHBOURHOOD: WHOLE, DISTRICT: WHOLE // 2}.get(_distance(match), 0)


def time(match: Match) -> int:
    """Earn all for a moment that the volunteer named; the rules already left out every other."""
    return WHOLE if match.volunteer.days or match.volunteer.parts else 0


def first_time(match: Match) -> int:
    """Earn all for a task that is easy to begin with, when the volunteer never helped before."""
    return WHOLE if match.moment.is_easy and not match.volunteer.has_helped else 0


def tongue(match: Match) -> int:
    """Earn all for sharing a language beside Dutch."""
    return WHOLE if match.moment.tongues & match.volunteer.tongues else 0


def room(match: Match) -> int:
    """Earn the share of the places that nobody took yet: less after each sign-up."""
    asked = match.moment
    return WHOLE * max(asked.places - asked.taken, 0) // asked.places if asked.places else 0


def _learned(match: Match) -> frozenset[str]:
    return match.moment.work & match.volunteer.learns


def _distance(match: Match) -> str:
    """Return the distance class: neighbourhood, district, or nothing."""
    told, asked = match
    if told.neighbourhood is not None and told.neighbourhood == asked.neighbourhood:
        return NEIGHBOURHOOD
    if told.district is not None and told.district == asked.district:
        return DISTRICT
    return ""


def _times(match: Match) -> Facts:
    """Tell of day and parts only what the volunteer named."""
    told, asked = match
    return {
        "day": asked.day if told.days else "",
        "parts": tuple(sorted(asked.parts)) if told.parts else (),
    }


SHARES: dict[str, Callable[[Match], int]] = {
    "likes": likes,
    "nearness": nearness,
    "learns": learns,
    "room": room,
    "time": time,
    "first_time": first_time,
    "tongue": tongue,
}
FACTS: dict[str, Callable[[Match], Facts]] = {
    "likes": lambda match: {"has": tuple(sorted(match.moment.work & match.volunteer.likes))},
    "nearness": lambda match: {"distance": _distance(match)},
    "learns": lambda match: {"has": tuple(sorted(_learned(match)))},
    "room": lambda _match: {},
    "time": _times,
    "first_time": lambda _match: {},
    "tongue": lambda match: {"has": tuple(sorted(match.moment.tongues & match.volunteer.tongues))},
}
