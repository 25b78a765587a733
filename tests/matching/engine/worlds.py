"""Questions for the engine: small ones to read, and random ones that touch every rule."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import NamedTuple, TypeVar

from app.matching.engine.problem import Context, Line, Pair, Problem, Request, Supply
from app.matching.engine.results import Suggestion
from app.matching.engine.suggest import suggest

TODAY = date(2026, 10, 1)
HERE = "WK999801"
THEMES = ["living", "health", "together", "surroundings"]
TOPICS = ["loneliness", "sport", "money", "language"]
OWN_AREAS = ["around the canal", "old town"]
CONDITIONS = ["conduct_certificate", "permit"]
ORGANISATIONS = [1, 2, 3]
KINDS = ["team_hours", "coaching", "money"]
LANGUAGES = ["nl", "ar", "pl"]
T = TypeVar("T")


class World(NamedTuple):
    """One whole question."""

    request: Request
    supplies: list[Supply]
    context: Context

    def answer(self) -> Suggestion:
        return suggest(self.request, self.supplies, self.context)

    def problem(self) -> Problem:
        return Problem((self.request,), tuple(self.supplies), self.context)

    def pair(self, line: Line, supply_id: str) -> Pair:
        supply = next(each for each in self.supplies if each.id == supply_id)
        return Pair(self.request, line, supply, self.context)


def some(*codes: T) -> frozenset[T]:
    return frozenset(codes)


def a_line(**changes: object) -> Line:
    return Line(**{"id": 1, "kind": "team_hours", **changes})  # type: ignore[arg-type]  # a factory


def a_request(*lines: Line, **changes: object) -> Request:
    plain = {
        "id": 1,
        "initiative_id": 10,
        "neighbourhood": "BU99980101",
        "district": HERE,
        "submitted_on": TODAY,
    }
    return Request(**{**plain, **changes}, lines=lines or (a_line(),))  # type: ignore[arg-type]  # a factory


def a_supply(supply_id: str = "offer:1", **changes: object) -> Supply:
    plain = {"kinds": frozenset({"team_hours"}), "provider_id": f"team of {supply_id}"}
    return Supply(**{**plain, **changes}, id=supply_id)  # type: ignore[arg-type]  # a factory


def a_context(**changes: object) -> Context:
    return Context(**{"today": TODAY, **changes})  # type: ignore[arg-type]  # a factory


def a_pair(
    line: Line | None = None,
    supply: Supply | None = None,
    request: Request | None = None,
    context: Context | None = None,
) -> Pair:
    line = line or a_line()
    return Pair(request or a_request(line), line, supply or a_supply(), context or a_context())


def random_worlds(count: int = 200) -> Iterator[World]:
    """Return worlds with 0-4 lines and 0-25 supplies; the same ones in every run."""
    for seed in range(count):
        yield a_world(seed, supplies=seed % 26, lines=seed % 5)


def a_world(seed: int, *, supplies: int, lines: int) -> World:
    """Return a random question; most supplies pass most rules, and many values are equal."""
    random = Random(seed)
    request = a_request(
        themes=_some(random, THEMES),
        own_areas=_some(random, OWN_AREAS),
        wanted_by=_maybe(random, lambda: _day(random)),
        goal_ids=_some(random, [1, 2]),
        meets=_some(random, CONDITIONS),
        initiator_organisation_ids=_some(random, ORGANISATIONS),
    )
    needs = tuple(_line(random, number) for number in range(1, lines + 1))
    context = a_context(
        support_received={request.neighbourhood: random.randrange(4)},
        load={f"team:{number}": random.randrange(0, 1200, 100) for number in range(3)},
    )
    offers = [_supply(random, number) for number in range(1, supplies + 1)]
    return World(replace(request, lines=needs), offers, context)


def _line(random: Random, number: int) -> Line:
    starts_on = _maybe(random, lambda: _day(random))
    return Line(
        id=number,
        kind=random.choice(KINDS),
        expertise=random.choice(["", "", *TOPICS]),
        welcome=_some(random, TOPICS),
        hours=random.choice([0, 4, 6]),
        cents=random.choice([0, 0, 100_00]),
        pieces=random.choice([0, 0, 2]),
        starts_on=starts_on,
        ends_on=_maybe(random, lambda: (starts_on or TODAY) + timedelta(random.randrange(60))),
        language=random.choice(["", "", "", "ar"]),
        declined=frozenset({"offer:2"} if random.random() < 0.2 else ()),
    )


def _supply(random: Random, number: int) -> Supply:
    total = _maybe(random, lambda: random.choice([0, 5, 10, 20]))
    starts_on = _maybe(random, lambda: _day(random))
    areas = [HERE, "BU99980101", "WK999802", *OWN_AREAS]
    return Supply(
        id=f"{random.choice(['offer', 'facility'])}:{number}",
        kinds=_some(random, KINDS) | {random.choice(KINDS)},
        provider_id=f"team:{random.randrange(6)}",
        organisation_ids=frozenset({random.randrange(1, 20)}),
        areas=_maybe(random, lambda: _some(random, areas)),
        expertise=_some(random, TOPICS) | _some(random, TOPICS),
        languages=_some(random, LANGUAGES) | {"nl"},
        starts_on=starts_on,
        ends_on=_maybe(random, lambda: (starts_on or TODAY) + timedelta(random.randrange(90))),
        total_hours=total,
        free_hours=None if total is None else random.randint(0, total),
        free_cents=_maybe(random, lambda: random.choice([0, 100_00])),
        max_cents=_maybe(random, lambda: random.choice([50_00, 100_00])),
        pieces=_maybe(random, lambda: random.randrange(5)),
        has_legal_basis=random.random() < 0.9,
        withdrawn=random.random() < 0.1,
        conditions=frozenset(CONDITIONS[:1] if random.random() < 0.2 else ()),
        knows=frozenset({10} if random.random() < 0.2 else ()),
        themes=_some(random, THEMES),
    )


def _day(random: Random) -> date:
    return TODAY + timedelta(random.randrange(-30, 120, 10))


def _maybe(random: Random, make: Callable[[], T]) -> T | None:
    return make() if random.random() < 0.5 else None


def _some(random: Random, choices: list[T]) -> frozenset[T]:
    return frozenset(random.sample(choices, random.randrange(len(choices) + 1)))
