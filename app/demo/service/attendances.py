"""Who was at shifts of the past year, as their organisers noted it some hours later.

Nobody noted the last days yet: something is left to do.
"""

from datetime import timedelta

from app.demo import cast
from app.demo.service.days import DAY, HOUR
from app.demo.service.roster import Place, Roster
from app.demo.service.stage import Stage
from app.demo.service.words import THANKS
from app.volunteering.lifecycle import SignUpState
from app.volunteering.models import QUARTER, Attendance

NOT_NOTED_YET, KEPT = 4 * DAY, timedelta(days=365)
ABSENT, LEFT_EARLY, SILENT = 9, 5, 3  # one in so many


def note(stage: Stage, roster: Roster, minutes: int) -> str:
    """Write who was at a shift of so many minutes; return the words of thanks."""
    ended_at = roster.starts_at + timedelta(minutes=minutes)
    if not NOT_NOTED_YET < stage.days.now - ended_at < KEPT:
        return ""
    came = [
        place
        for place in roster.those(SignUpState.CONFIRMED)
        if place.person != roster.organiser
        and _note(stage, roster, place, timedelta(minutes=minutes))
    ]
    return THANKS[roster.shift % len(THANKS)] if came and roster.shift % SILENT else ""


def quarters_of(stage: Stage, place: Place, lasted: timedelta) -> int:
    """Return for how many quarters of an hour somebody helped; Bilal always comes."""
    if place.thing.id % ABSENT == 0 and place.person != stage.people.of(cast.NEIGHBOUR):
        return 0
    whole = -(-lasted // QUARTER)
    return whole - 2 if place.thing.id % LEFT_EARLY == 0 and whole > 4 else whole


def _note(stage: Stage, roster: Roster, place: Place, lasted: timedelta) -> bool:
    """Write whether somebody came, and tell it."""
    at = roster.starts_at + lasted + 2 * HOUR
    quarters = quarters_of(stage, place, lasted)
    stage.log.line(place.thing, "note", at=at, by=roster.organiser)
    stage.rows.add(
        Attendance,
        sign_up_id=place.thing.id,
        quarters=quarters,
        noted_by_id=roster.organiser,
        noted_at=at,
        thanked_at=at + HOUR if quarters else None,
    )
    return quarters > 0
