"""The roads that initiatives of the demo took: which steps, how often, and how long ago they began."""

from dataclasses import dataclass
from itertools import chain

from app.demo.chance import dice
from app.initiatives.lifecycle import LIFE, State


@dataclass(frozen=True)
class Road:
    """Steps taken so far by ``share`` of 1,000 initiatives that began so many days ago."""

    share: int
    youngest: float
    oldest: float
    steps: tuple[str, ...] = ()

    @property
    def end(self) -> State:
        return LIFE.steps[self.steps[-1]].target if self.steps else LIFE.initial


SHORT = {"published": "submit publish", "changed": "submit request_changes"}


def road(steps: str, share: int = 0, youngest: float = 0, oldest: float = 0) -> Road:
    """Write the steps as one text; "published" and "changed" stand for two steps each."""
    taken = " ".join(SHORT.get(step, step) for step in steps.split())
    return Road(share, youngest, oldest, tuple(taken.split()))


ROADS = (
    road("", 18, 0.3, 13),
    road("submit", 15, 0.4, 3),
    road("submit request_changes", 15, 3, 14),
    road("submit reject", 18, 4, 120),
    road("published", 150, 4, 60),
    road("published explore", 130, 10, 150),
    road("published explore prepare", 110, 20, 200),
    road("published explore prepare run", 170, 30, 400),
    road("published explore prepare run complete", 130, 90, 540),
    road("published explore prepare pause", 26, 50, 300),
    road("published explore stop", 30, 60, 500),
    road("published explore prepare run complete archive", 30, 300, 540),
    # the same ends along other roads
    road("changed submit", 5, 8, 15),
    road("submit reject appeal", 3, 9, 16),
    road("changed published", 30, 12, 60),
    road("published explore pause resume", 10, 60, 200),
    road("changed published prepare", 20, 25, 200),
    road("published run", 55, 20, 300),
    road("changed published run complete", 25, 70, 540),
    road("published run pause stop", 10, 60, 400),
    road("submit reject archive", 5, 200, 540),
)
EVERY_END = ROADS[: len(State)]  # one road to each state


def draw(count: int, seed: int) -> list[tuple[float, Road]]:
    """Return for each initiative how many days ago it began and its road; the oldest first.

    From twelve initiatives on, every state is there.
    """
    throws = dice(seed, "roads")
    deck = throws.choices(ROADS, [one.share for one in ROADS], k=max(0, count - len(EVERY_END)))
    drawn = [
        (throws.uniform(one.youngest, one.oldest), one) for one in chain(EVERY_END[:count], deck)
    ]
    return sorted(drawn, key=lambda pair: -pair[0])
