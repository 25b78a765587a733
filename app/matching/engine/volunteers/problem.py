"""What a volunteer told and what a moment of a task asks, as values."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from app.matching.engine import checks

NEIGHBOURHOOD, DISTRICT, EVERYWHERE = "neighbourhood", "district", "everywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """What somebody told on purpose, and what they are doing already. Nothing about who they are.

    An empty set of ``days`` or ``parts`` is every day, or the whole day.
    """

    id: int
    likes: frozenset[str] = frozenset()
    learns: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    tongues: frozenset[str] = frozenset()  # languages beside Dutch
    reach: str = EVERYWHERE
    neighbourhood: int | None = None
    district: int | None = None
    has_helped: bool = False  # had a place at a moment before
    busy: tuple[tuple[datetime, datetime], ...] = ()  # moments signed up for
    joined: frozenset[int] = frozenset()  # tasks signed up for
    runs: frozenset[int] = frozenset()  # initiatives they run themselves
    hidden: frozenset[int] = frozenset()  # tasks they do not want to see
    asked_at: datetime | None = None  # when the portal last asked them for a task

    def __post_init__(self) -> None:
        if self.reach not in {NEIGHBOURHOOD, DISTRICT, EVERYWHERE}:
            raise ValueError(f"Volunteer.reach is no reach: {self.reach!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One time at which a task is done. ``day`` and ``parts`` are those on the wall in Amsterdam."""

    id: int
    task: int
    initiative: int
    neighbourhood: int | None
    district: int | None
    starts_at: datetime
    ends_at: datetime
    day: str
    parts: frozenset[str]
    places: int
    taken: int
    work: frozenset[str] = frozenset()
    tongues: frozenset[str] = frozenset()
    teaches: bool = False
    is_easy: bool = False

    def __post_init__(self) -> None:
        checks.whole("Moment.places", self.places)
        checks.whole("Moment.taken", self.taken)


class Match(NamedTuple):
    """One volunteer beside one moment: all that a rule or a part of the value may look at."""

    volunteer: Volunteer
    moment: Moment
