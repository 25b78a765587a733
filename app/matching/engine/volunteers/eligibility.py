"""What has to hold before a moment is shown to a volunteer, or a volunteer is asked for it."""

from collections.abc import Callable

from app.matching.engine.volunteers.problem import DISTRICT, EVERYWHERE, Match

VERSION = "2026.1"


def blocked(match: Match) -> tuple[str, ...]:
    """Return the names of all rules that do not hold, each tested alone, in published order."""
    return tuple([name for name, holds in RULES.items() if not holds(match)])


def time(match: Match) -> bool:
    """It is on a day, and wholly in parts of the day, that the volunteer named."""
    told, asked = match
    return (not told.days or asked.day in told.days) and (
        not told.parts or asked.parts <= told.parts
    )


def reach(match: Match) -> bool:
    """It is no further from home than the volunteer wants; nothing is near when home is unknown."""
    told, asked = match
    if told.reach == EVERYWHERE:
        return True
    if told.reach == DISTRICT:
        return told.district is not None and told.district == asked.district
    return told.neighbourhood is not None and told.neighbourhood == asked.neighbourhood


def room(match: Match) -> bool:
    """There is a place left."""
    return match.moment.taken < match.moment.places


def free(match: Match) -> bool:
    """The volunteer did not sign up for something else at that time."""
    asked = match.moment
    return all(
        ends <= asked.starts_at or asked.ends_at <= starts for starts, ends in match.volunteer.busy
    )


def new(match: Match) -> bool:
    """The volunteer did not sign up for this task yet."""
    return match.moment.task not in match.volunteer.joined


def own(match: Match) -> bool:
    """It is not a task of the volunteer's own plan."""
    return match.moment.initiative not in match.volunteer.runs


def hidden(match: Match) -> bool:
    """The volunteer did not say that this task is not for them."""
    return match.moment.task not in match.volunteer.hidden


RULES: dict[str, Callable[[Match], bool]] = {
    "time": time,
    "reach": reach,
    "room": room,
    "free": free,
    "new": new,
    "own": own,
    "hidden": hidden,
}
