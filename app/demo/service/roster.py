"""The roster of one shift: people join, cancel, wait and move up by the rules of the portal.

``taken`` counts the places that are held, so no place is promised twice; as long as somebody
waits no place is free.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from app.core.dates import moment_words
from app.demo.service import letters
from app.demo.service.log import Thing
from app.demo.service.stage import Plan, Stage
from app.volunteering.lifecycle import HOLDS_A_PLACE, LIVE, SIGN_UP_LIFE, SignUpState
from app.volunteering.models import NEAR, SignUp
from app.volunteering.service.waiting_list import TIME_TO_ANSWER, TIME_WHEN_NEAR

HEARD = {
    SignUpState.CONFIRMED: (
        "Je doet mee: {title}",
        "Fijn dat je meedoet aan “{title}”. We zien je op {when}.\n\n"
        "Kun je toch niet? Meld je dan af. Dan kan iemand anders meedoen.",
    ),
    SignUpState.REQUESTED: (
        "Je aanmelding is binnen: {title}",
        "Je wilt meedoen aan “{title}” op {when}. We houden een plek voor je vast.\n\n"
        "De organisator bekijkt je aanmelding. Daarna krijg je bericht.",
    ),
    SignUpState.WAITING: (
        "Je staat op de wachtlijst: {title}",
        "“{title}” op {when} is vol. Je staat op de wachtlijst.\n\n"
        "Meldt iemand zich af? Dan schuif je vanzelf op. Je krijgt dan bericht.",
    ),
    SignUpState.OFFERED: (
        "Er is een plek voor je: {title}",
        "Je kunt toch meedoen aan “{title}” op {when}.\n\n"
        "Wil je nog? Laat het weten vóór {deadline}. Daarna gaat je plek naar de volgende.",
    ),
}


@dataclass
class Place:
    """Somebody who signed up; ``at`` is when they did, ``moved_at`` when it last changed."""

    thing: Thing[SignUpState]
    person: int
    at: datetime
    moved_at: datetime
    note: str = ""
    answer_by: datetime | None = None

    @property
    def state(self) -> SignUpState:
        return self.thing.state


@dataclass
class Roster:
    """Who signed up for a shift, in order."""

    stage: Stage
    plan: Plan
    title: str
    shift: int
    places: int
    starts_at: datetime
    organiser: int
    confirms: bool
    taken: int = 0

    def __post_init__(self) -> None:
        self.people: list[Place] = []

    def join(self, person: int, at: datetime, note: str = "") -> Place:
        """Sign somebody up: a place if there is one, else the waiting list."""
        place = Place(self.stage.log.begin(SignUp, SIGN_UP_LIFE), person, at, at, note)
        self.people.append(place)
        if self.taken == self.places:
            self._step(place, "queue", at, person)
        else:
            self.taken += 1
            self._step(place, "request" if self.confirms else "join", at, person)
        return place

    def confirm(self, place: Place, at: datetime) -> None:
        """Let the organiser say yes."""
        self._step(place, "confirm", at, self.organiser)

    def decline(self, place: Place, at: datetime) -> None:
        """Let the organiser say no."""
        self._step(place, "decline", at, self.organiser)
        self._free(at)

    def cancel(self, place: Place, at: datetime) -> None:
        """Let somebody cancel."""
        held = place.state in HOLDS_A_PLACE
        self._step(place, "cancel", at, place.person)
        if held:
            self._free(at)

    def accept(self, place: Place, at: datetime) -> None:
        """Let somebody take the place that was offered."""
        self._step(place, "accept", at, place.person)

    def lapse(self, place: Place) -> None:
        """Let an offer go by that got no answer in time."""
        at = place.answer_by or place.moved_at
        self._step(place, "lapse", at, None)
        self._free(at)

    def call_off(self, at: datetime, reason: str) -> None:
        """Cancel the shift for everybody."""
        self.taken = 0
        for place in self.people:
            if place.state in LIVE:
                self._step(place, "cancel", at, self.organiser, reason)

    def offered(self) -> Place:
        """Return who has a place on offer; raises ``IndexError`` when nobody has."""
        return self.those(SignUpState.OFFERED)[0]

    def those(self, state: SignUpState) -> list[Place]:
        """Return who is in this state, in order."""
        return [place for place in self.people if place.state is state]

    def write(self) -> None:
        """Write everybody who signed up, and what they heard about a shift that is to come."""
        for place in self.people:
            if self.starts_at > self.stage.days.now and place.state in HEARD:
                self._tell(place)
            self.stage.rows.add(
                SignUp,
                id=place.thing.id,
                shift_id=self.shift,
                user_id=place.person,
                state=place.state,
                note=place.note,
                created_at=place.at,
                answer_by=place.answer_by,
            )

    def _free(self, at: datetime) -> None:
        """Give a place back; whoever waits longest gets it offered."""
        self.taken -= 1
        waiting = self.those(SignUpState.WAITING)
        if waiting and at < self.starts_at:
            self.taken += 1
            time = TIME_WHEN_NEAR if self.starts_at - at <= NEAR else TIME_TO_ANSWER
            waiting[0].answer_by = min(at + time, self.starts_at)
            self._step(waiting[0], "offer", at, None)

    def _tell(self, place: Place) -> None:
        subject, text = HEARD[place.state]
        words = {
            "title": self.title,
            "when": self._when,
            "deadline": moment_words(place.answer_by),
        }
        letters.tell(
            self.stage,
            place.person,
            place.moved_at,
            subject.format_map(words),
            text.format_map(words),
            link=letters.path("volunteering.mine"),
            label="Bekijk je aanmeldingen",
        )

    @cached_property
    def _when(self) -> str:
        return moment_words(self.starts_at)

    def _step(
        self, place: Place, name: str, at: datetime, by: int | None, reason: str = ""
    ) -> None:
        place.moved_at = at
        self.stage.log.step(SIGN_UP_LIFE, place.thing, name, at=at, by=by, reason=reason)
