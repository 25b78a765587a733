"""Everything that those who tell the demo share, and the initiative that is being told."""

from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random

from app.demo.organisations import MUNICIPALITY, Party
from app.demo.service.catalogue import Help
from app.demo.service.days import Days
from app.demo.service.log import Log, Thing
from app.demo.service.parties import Parties
from app.demo.service.people import People
from app.demo.service.rows import Rows
from app.demo.service.town import Town
from app.demo.texts.compose import Composer
from app.demo.texts.grammar import Slots
from app.demo.texts.idea import Idea
from app.initiatives.lifecycle import State
from app.initiatives.models import InitiatorKind


@dataclass(frozen=True)
class Stage:
    """The town with its people and parties, and the pens to write about them."""

    rows: Rows
    log: Log
    days: Days
    town: Town
    people: People
    parties: Parties
    support: Help
    composer: Composer
    seed: int
    prefix: str  # of references
    with_photos: bool
    busy: set[tuple[int, date]] = field(default_factory=set)

    @property
    def municipality(self) -> str:
        return MUNICIPALITY.rooted_in

    def is_free(self, person: int, at: datetime) -> bool:
        """Tell whether somebody promised nothing else on a day to come; from now on they did."""
        day = (person, at.date())
        if at < self.days.now:
            return True
        was_free = day not in self.busy
        self.busy.add(day)
        return was_free


@dataclass
class Plan:
    """An initiative while it is told: who runs it, where it lies and how far it is."""

    thing: Thing[State]
    idea: Idea
    slots: Slots
    throws: Random
    kind: InitiatorKind
    party: Party | None  # the organisation that it is of, and who runs that
    head: int | None
    owner: int
    team: list[int]
    neighbourhood_id: int
    district_id: int
    published_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def id(self) -> int:
        return self.thing.id

    @property
    def writers(self) -> list[int]:
        """Those who speak for it."""
        return [self.owner, *self.team]

    @property
    def insiders(self) -> set[int | None]:
        """Those who run it: they neither endorse nor judge it."""
        return {self.owner, self.head, *self.team}
